import type { Service, ServiceId } from '../model/service';
import type { AppState } from './app-state';

/** True for a service that is there. */
export const isServiceThere = ({ persisted }: AppState, serviceId: ServiceId | null): boolean =>
  persisted.services.some(({ id }) => id === serviceId);

/** True for one that is there and on. */
export const isServiceOn = ({ persisted }: AppState, serviceId: ServiceId | null): boolean =>
  persisted.services.some(({ id, enabled }) => id === serviceId && enabled);

/** Gives those that are there, and those that come back when their removal is undone. */
export const knownServices = ({ persisted, session }: AppState): readonly Service[] => [
  ...persisted.services,
  ...session.removed.map(({ service }) => service),
];

/** True for one that is there, or comes back when its removal is undone. */
export const isServiceKnown = (state: AppState, serviceId: ServiceId): boolean =>
  knownServices(state).some(({ id }) => id === serviceId);
