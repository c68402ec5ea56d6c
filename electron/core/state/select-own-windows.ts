import type { Service, ServiceId } from '../model/service';
import type { AppState, FullScreen } from './app-state';
import { isServiceOn } from './is-service';
import { selectServicesInOrder } from './select-workspace';
import { isLocked } from './veil';

/** Gives the services that are in windows of their own: those that are there and on. */
export const selectApart = (state: AppState): readonly ServiceId[] =>
  state.persisted.ownWindows
    .filter(({ isOpen }) => isOpen)
    .map(({ serviceId }) => serviceId)
    .filter((serviceId) => isServiceOn(state, serviceId));

/** True for a service in a window of its own. */
export const isApart = (state: AppState, serviceId: ServiceId | null): boolean =>
  serviceId !== null && selectApart(state).includes(serviceId);

/** Gives the services of the bar whose pages can be in the shell's own window: those that are on, and in none of their own. */
export const selectShowable = (state: AppState): readonly Service[] =>
  selectServicesInOrder(state).filter(({ id, enabled }) => enabled && !isApart(state, id));

/** True while that window is to be seen, and nothing is locked. */
export const isApartSeen = (state: AppState, serviceId: ServiceId): boolean =>
  !isLocked(state) && state.session.ownWindows[serviceId]?.visible === true && isApart(state, serviceId);

/** True while that window has the keyboard. */
export const isApartFocused = (state: AppState, serviceId: ServiceId): boolean =>
  isApartSeen(state, serviceId) && state.session.ownWindows[serviceId]?.focused === true;

/** Gives the page that fills the screen by its service's own window, as long as that is to be seen. */
export const selectOwnFullScreen = (state: AppState, serviceId: ServiceId): FullScreen | undefined =>
  state.session.fullScreen?.serviceId === serviceId && isApartSeen(state, serviceId)
    ? state.session.fullScreen
    : undefined;
