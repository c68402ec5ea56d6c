import { busyReasons, type BusyReason } from '../model/sleep';
import type { AppState } from './app-state';
import { withService, withServiceSession, withSession } from './change';
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
    case 'doze-begun':
    case 'doze-ended':
      return withServiceSession(state, action.serviceId, { isDozing: action.kind === 'doze-begun' });
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
  if (selectServiceSession(state, serviceId).load.kind !== 'asleep') return state;
  return withServiceSession(state, serviceId, {
    load: { kind: 'waiting' },
    ...noLook,
    checkingSinceMs: why === 'check' ? nowMs : undefined,
  });
}

/** Each reason once, in the one order. */
const toBusy = (busy: readonly BusyReason[], changed: BusyReason, isOn: boolean): readonly BusyReason[] =>
  busyReasons.filter((reason) => (reason === changed ? isOn : busy.includes(reason)));
