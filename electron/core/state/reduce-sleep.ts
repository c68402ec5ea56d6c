import { busyReasons, type BusyReason } from '../model/sleep';
import type { ServiceId } from '../model/service';
import type { AppState, ServiceSession } from './app-state';
import { withService, withServiceSession, withSession } from './change';
import { selectAsleep, selectOthersAwake } from './select-sleep';
import { selectServiceSession } from './selectors';
import type { SleepAction } from './sleep-actions';

/** Applies what decides whether pages may go. */
export function reduceSleep(state: AppState, action: SleepAction): AppState {
  switch (action.kind) {
    case 'service-sleep-mode-set':
      return withService(state, action.serviceId, { sleepMode: action.sleepMode });
    case 'service-left':
      return withServiceSession(state, action.serviceId, { unseenSinceMs: action.nowMs });
    case 'service-seen':
      return withServiceSession(state, action.serviceId, { unseenSinceMs: undefined, ...noLook });
    case 'sleep-requested':
      return selectServiceSession(state, action.serviceId).load.kind === 'asleep'
        ? state
        : withServiceSession(state, action.serviceId, { isSleepAsked: true });
    case 'others-sleep-requested':
      return withEach(state, selectOthersAwake(state), { isSleepAsked: true });
    case 'all-wake-requested':
      return withEach(state, selectAsleep(state), awake);
    case 'doze-begun':
      return withServiceSession(state, action.serviceId, { isDozing: true });
    case 'doze-ended':
      // What was meant for it is over: the next time it is for another reason.
      return withServiceSession(state, action.serviceId, { isDozing: false, ...noLook });
    case 'wake-requested':
      return wake(state, action);
    case 'service-checked':
      return selectServiceSession(state, action.serviceId).checkingSinceMs === undefined
        ? state
        : withServiceSession(state, action.serviceId, { isChecked: true });
    case 'busy-changed': {
      const { busy } = selectServiceSession(state, action.serviceId);
      return withServiceSession(state, action.serviceId, {
        busy: toBusy(busy, action.reason, action.isOn),
      });
    }
    case 'resources-sampled': {
      const { kind: _kind, nowMs, ...resources } = action;
      return withSession(state, { resources: { ...resources, sampledAtMs: nowMs } });
    }
    case 'page-outgrown':
      return withServiceSession(state, action.serviceId, {
        outgrown: { atMs: action.nowMs, bytes: action.bytes },
      });
    case 'still-changed':
      return withServiceSession(state, action.serviceId, { stillVersion: action.version });
  }
}

/** Nothing is meant to happen to it. */
export const noLook = { isSleepAsked: false, checkingSinceMs: undefined, isChecked: false } as const;

function wake(
  state: AppState,
  { serviceId, why, nowMs }: Extract<SleepAction, { readonly kind: 'wake-requested' }>,
): AppState {
  if (selectServiceSession(state, serviceId).load.kind === 'asleep')
    return withServiceSession(state, serviceId, {
      ...awake,
      checkingSinceMs: why === 'check' ? nowMs : undefined,
    });
  // It is there, and stays.
  return why === 'check' ? state : withServiceSession(state, serviceId, { isDozing: false, ...noLook });
}

/** Gets its page as the others do, a few at a time. */
const awake = { load: { kind: 'waiting' }, ...noLook } as const;

const withEach = (
  state: AppState,
  serviceIds: readonly ServiceId[],
  changes: Partial<ServiceSession>,
): AppState => serviceIds.reduce((before, id) => withServiceSession(before, id, changes), state);

/** Each reason once, in the one order. */
const toBusy = (busy: readonly BusyReason[], changed: BusyReason, isOn: boolean): readonly BusyReason[] =>
  busyReasons.filter((reason) => (reason === changed ? isOn : busy.includes(reason)));
