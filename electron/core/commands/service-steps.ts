import { isApart } from '../state/select-own-windows';
import { selectServicesInOrder } from '../state/select-workspace';
import type { ToAction } from './to-action';

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
    const { activeServiceId } = state.persisted;
    // Those in windows of their own are not come by here, but for where one is.
    const enabled = selectServicesInOrder(state).filter(
      ({ id, enabled: isOn }) => isOn && (id === activeServiceId || !isApart(state, id)),
    );
    const at = enabled.findIndex((service) => service.id === activeServiceId);
    const next =
      enabled[(at === -1 && step === -1 ? 0 : at + step + enabled.length) % Math.max(1, enabled.length)];
    return next && { kind: 'service-activated', serviceId: next.id };
  };
}
