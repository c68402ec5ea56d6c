import type { Service, ServiceId } from '../model/service';
import type { AppState } from './app-state';
import { busyReasons, type BusyReason } from '../model/sleep';
import { isApartSeen } from './select-own-windows';
import { selectUp } from './select-sides';
import { isInCall, selectSeenServices, selectServiceSession } from './selectors';

const isAsleep = (state: AppState, serviceId: ServiceId): boolean =>
  selectServiceSession(state, serviceId).load.kind === 'asleep';

/** Gives what keeps the page of a service, calls and open questions too. */
export function selectBusy(state: AppState, serviceId: ServiceId): readonly BusyReason[] {
  const { busy } = selectServiceSession(state, serviceId);
  const isCalling = isInCall(state, serviceId);
  const isAsking = state.session.prompts.some((prompt) => prompt.serviceId === serviceId);
  if (!isCalling && !isAsking) return busy;
  return busyReasons.filter(
    (reason) =>
      busy.includes(reason) || (reason === 'call' && isCalling) || (reason === 'asking' && isAsking),
  );
}

/** True where a page is there that nobody sees, with which nothing is being done and in which nothing goes on. */
export function isPageIdle(state: AppState, serviceId: ServiceId): boolean {
  const { load, isDozing } = selectServiceSession(state, serviceId);
  return (
    load.kind === 'ready' &&
    !isDozing &&
    // Seen without the keyboard, too.
    !selectSeenServices(state).includes(serviceId) &&
    selectBusy(state, serviceId).length === 0
  );
}

/** True for a service that sleeps once it is told to, now or when what keeps it is over. */
export const canSleep = (state: AppState, { id, enabled, sleepMode }: Service): boolean =>
  enabled && sleepMode !== 'awake' && !isAsleep(state, id) && !selectServiceSession(state, id).isSleepAsked;

/** Gives the services that can be told to sleep, but not those that are up, here or in windows of their own. */
export function selectOthersAwake(state: AppState): readonly ServiceId[] {
  const up = selectUp(state);
  return state.persisted.services
    .filter((service) => !up.includes(service.id) && !isApartSeen(state, service.id))
    .filter((service) => canSleep(state, service))
    .map(({ id }) => id);
}

/** Gives the services that sleep. */
export const selectAsleep = (state: AppState): readonly ServiceId[] =>
  state.persisted.services.filter(({ id, enabled }) => enabled && isAsleep(state, id)).map(({ id }) => id);
