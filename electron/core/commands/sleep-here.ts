import { canSleep, selectAsleep, selectOthersAwake } from '../state/select-sleep';
import { selectActiveService } from '../state/selectors';
import type { ToAction } from './to-action';

/** Has the service one is in sleep, as soon as one leaves it. */
export const sleepHere: ToAction = (state) => {
  const service = selectActiveService(state);
  return service === undefined || !canSleep(state, service)
    ? undefined
    : { kind: 'sleep-requested', serviceId: service.id };
};

/** Has all services sleep but the one one is in. */
export const sleepOthers: ToAction = (state) =>
  selectOthersAwake(state).length === 0 ? undefined : { kind: 'others-sleep-requested' };

/** Has all services be there that sleep. */
export const wakeAll: ToAction = (state) =>
  selectAsleep(state).length === 0 ? undefined : { kind: 'all-wake-requested' };
