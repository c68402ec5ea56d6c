import { decideLock, locksWithScreen } from '../../core/decide/decide-lock';
import type { LaterWhy } from '../../core/model/lock';
import type { AppState } from '../../core/state/app-state';
import { isInCall } from '../../core/state/selectors';
import type { Person } from '../person';
import type { AppStore, Stop } from '../store/app-store';
import { isSameList } from '../store/is-same-list';
import type { TimerPort } from '../timers';

export interface LockPort
  extends Pick<TimerPort, 'after'>, Pick<Person, 'idleMs' | 'onGone' | 'onUnlockOrWake'> {
  readonly lock: (why: LaterWhy) => void;
}

/** Locks when the person wants it, when nobody has touched the machine for long, and with the screen. */
export function startLock(store: AppStore, port: LockPort): Stop {
  const timer: { stop: Stop } = { stop: () => undefined };
  const look = (): void => {
    timer.stop();
    const { persisted, session } = store.getState();
    const decision = decideLock({
      lock: session.lock,
      settings: persisted.lock,
      idleMs: port.idleMs(),
      isInCall: Object.keys(session.services).some((id) => isInCall(store.getState(), id)),
    });
    if (decision.kind === 'lock') port.lock('idle');
    else timer.stop = decision.kind === 'rest' ? () => undefined : port.after(decision.afterMs, look);
  };
  const stops = [
    store.watch(({ session, persisted }: AppState) => [session.lock.kind, persisted.lock], look, isSameList),
    store.onAction('lock-requested', () => port.lock('asked')),
    port.onGone(() => {
      const { persisted, session } = store.getState();
      if (locksWithScreen({ lock: session.lock, settings: persisted.lock })) port.lock('screen');
    }),
    // Timers slept with the machine, and nobody needs to be back for the time to be over.
    port.onUnlockOrWake(look),
  ];
  return () => {
    timer.stop();
    stops.forEach((stop) => stop());
  };
}
