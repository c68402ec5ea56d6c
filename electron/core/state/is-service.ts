import type { ServiceId } from '../model/service';
import type { AppState } from './app-state';

/** True for a service that is there. */
export const isServiceThere = ({ persisted }: AppState, serviceId: ServiceId | null): boolean =>
  persisted.services.some(({ id }) => id === serviceId);

/** True for one that is there and on. */
export const isServiceOn = ({ persisted }: AppState, serviceId: ServiceId | null): boolean =>
  persisted.services.some(({ id, enabled }) => id === serviceId && enabled);

/** True for one that is there, or comes back when its removal is undone. */
export const isServiceKnown = (state: AppState, serviceId: ServiceId): boolean =>
  isServiceThere(state, serviceId) || state.session.removed.some(({ service }) => service.id === serviceId);
