import type { ServiceId } from '../model/service';
import type { AppState } from './app-state';

/** Gives the services that are in windows of their own: those that are there and on. */
export const selectApart = ({ persisted }: AppState): readonly ServiceId[] =>
  persisted.ownWindows
    .filter(({ isOpen }) => isOpen)
    .map(({ serviceId }) => serviceId)
    .filter((serviceId) => persisted.services.some(({ id, enabled }) => id === serviceId && enabled));

/** True for a service in a window of its own. */
export const isApart = (state: AppState, serviceId: ServiceId | null): boolean =>
  serviceId !== null && selectApart(state).includes(serviceId);

/** True while that window is to be seen, and nothing is locked. */
export const isApartSeen = (state: AppState, serviceId: ServiceId): boolean =>
  state.session.lock.kind !== 'locked' &&
  state.session.ownWindows[serviceId]?.visible === true &&
  isApart(state, serviceId);

/** True while that window has the keyboard. */
export const isApartFocused = (state: AppState, serviceId: ServiceId): boolean =>
  isApartSeen(state, serviceId) && state.session.ownWindows[serviceId]?.focused === true;
