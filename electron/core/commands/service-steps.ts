import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';
import { selectServicesInOrder } from '../state/select-workspace';

type ToAction = (state: AppState) => Action | undefined;

/** The nth service as numbered on the bar; a disabled one keeps its number. */
export function nthService(number: number): ToAction {
  return (state) => {
    const service = selectServicesInOrder(state)[number - 1];
    return service && { kind: 'service-activated', serviceId: service.id };
  };
}

/** Goes to the next service on the bar that is on, or to the one before, round and round. */
export function stepService(step: 1 | -1): ToAction {
  return (state) => {
    const enabled = selectServicesInOrder(state).filter((service) => service.enabled);
    const at = enabled.findIndex((service) => service.id === state.persisted.activeServiceId);
    const next =
      enabled[(at === -1 && step === -1 ? 0 : at + step + enabled.length) % Math.max(1, enabled.length)];
    return next && { kind: 'service-activated', serviceId: next.id };
  };
}
