import type { AppState } from '../state/app-state';
import { isApart } from '../state/select-own-windows';
import { selectActiveService } from '../state/selectors';
import type { ToAction } from './to-action';

/** Puts the service one is in into a window of its own, or brings it back. */
export const toggleOwnWindow: ToAction = (state) => {
  const service = selectActiveService(state);
  if (service?.enabled !== true) return undefined;
  const kind = isApart(state, service.id) ? 'own-window-closed' : 'own-window-opened';
  return { kind, serviceId: service.id };
};

/**
 * Gives the state as somebody has it before them whose keyboard is in a window of a service's own: that service is up, and
 * nothing beside it.
 */
export const asFromOwnWindow = (state: AppState, serviceId: string): AppState =>
  isApart(state, serviceId)
    ? {
        ...state,
        persisted: { ...state.persisted, activeServiceId: serviceId, split: null },
        session: { ...state.session, page: 'service', surface: undefined },
      }
    : state;
