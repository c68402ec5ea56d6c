import type { Service, ServiceId } from '../model/service';
import type { AppState } from './app-state';
import { selectServiceSession } from './selectors';

const isAsleep = (state: AppState, serviceId: ServiceId): boolean =>
  selectServiceSession(state, serviceId).load.kind === 'asleep';

/** True for a service that sleeps once it is told to, now or when what keeps it is over. */
export const canSleep = (state: AppState, { id, enabled, sleepMode }: Service): boolean =>
  enabled && sleepMode !== 'awake' && !isAsleep(state, id) && !selectServiceSession(state, id).isSleepAsked;

/** Gives the services that can be told to sleep, but not the one that is up. */
export const selectOthersAwake = (state: AppState): readonly ServiceId[] =>
  state.persisted.services
    .filter((service) => service.id !== state.persisted.activeServiceId && canSleep(state, service))
    .map(({ id }) => id);

/** Gives the services that sleep. */
export const selectAsleep = (state: AppState): readonly ServiceId[] =>
  state.persisted.services.filter(({ id, enabled }) => enabled && isAsleep(state, id)).map(({ id }) => id);
