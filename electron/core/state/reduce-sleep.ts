import { busyReasons, type BusyReason } from '../model/sleep';
import type { AppState } from './app-state';
import { withServiceSession, withSession } from './change';
import { selectServiceSession } from './selectors';
import type { SleepAction } from './sleep-actions';

/** Applies what decides whether pages may go. */
export function reduceSleep(state: AppState, action: SleepAction): AppState {
  switch (action.kind) {
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
    case 'still-changed':
      return withServiceSession(state, action.serviceId, { stillVersion: action.version });
  }
}

/** Each reason once, in the one order. */
const toBusy = (busy: readonly BusyReason[], changed: BusyReason, isOn: boolean): readonly BusyReason[] =>
  busyReasons.filter((reason) => (reason === changed ? isOn : busy.includes(reason)));
