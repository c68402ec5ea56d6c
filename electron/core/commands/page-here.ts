import type { ServiceId } from '../model/service';
import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';
import type { PageAct } from '../state/page-actions';
import { isApart, isApartFocused } from '../state/select-own-windows';
import { selectActiveService } from '../state/selectors';
import type { ToAction } from './to-action';

/** Makes the page of the service that is up larger or smaller. */
export const zoom =
  (to: (percent: number) => number): ToAction =>
  (state) => {
    const service = selectActiveService(state);
    return service && { kind: 'service-zoomed', serviceId: service.id, zoomPercent: to(service.zoomPercent) };
  };

const hasPage = (state: AppState): boolean =>
  state.session.page === 'service' && selectActiveService(state) !== undefined;

/** Does something to the page that is shown. */
export function onPage(act: PageAct): ToAction {
  return (state) => {
    const service = selectActiveService(state);
    return service === undefined || !hasPage(state)
      ? undefined
      : { kind: 'page-act-requested', serviceId: service.id, act };
  };
}

/** Looks for something in the page, or steps through what is found; in the shell's own pages, goes to where one searches. */
export function find(step: 1 | -1): ToAction {
  return (state) => {
    const isOpen = state.session.surface === 'find';
    if (state.session.page !== 'service')
      return step === 1 ? { kind: 'keyboard-move-requested', to: 'search' } : undefined;
    const { activeServiceId } = state.persisted;
    if (activeServiceId !== null && isApart(state, activeServiceId))
      return findApart(state, activeServiceId, step);
    if (!hasPage(state) || (step === -1 && !isOpen)) return undefined;
    return isOpen ? { kind: 'find-stepped', step } : { kind: 'surface-shown', surface: 'find' };
  };
}

/** The same in a service's own window, for who is in it. */
function findApart(state: AppState, serviceId: ServiceId, step: 1 | -1): Action | undefined {
  if (!isApartFocused(state, serviceId)) return undefined;
  if (state.session.ownFind === serviceId) return { kind: 'find-stepped', step };
  return step === 1 ? { kind: 'own-find-opened', serviceId } : undefined;
}

/** Calls up the person's own style and script of the service that is up, or puts them away. */
export const ownCode: ToAction = (state) => {
  if (state.session.surface === 'own-code') return { kind: 'surface-closed' };
  return hasPage(state) ? { kind: 'surface-shown', surface: 'own-code' } : undefined;
};

/** Loads the page anew. */
export function reload(fromStartPage: boolean): ToAction {
  return ({ persisted: { activeServiceId: serviceId } }) =>
    serviceId === null ? undefined : { kind: 'reload-requested', serviceId, fromStartPage };
}
