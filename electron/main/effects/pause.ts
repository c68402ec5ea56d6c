import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** Longest time one timer can wait; Node fires at once beyond it. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** Ends a pause of notifications when its time has come. */
export function startPause(store: AppStore, port: TimerPort): Stop {
  const timer: { stop: Stop } = { stop: () => undefined };
  const arm = (untilMs: number | undefined): void => {
    timer.stop();
    if (untilMs === undefined) return;
    const delayMs = Math.min(TIMER_MAX_MS, Math.max(0, untilMs - port.nowMs()));
    timer.stop = port.after(delayMs, () => {
      store.dispatch({ kind: 'pause-ended', nowMs: port.nowMs() });
      // The clock was set back, or the end is further off than a timer can wait.
      if (selectPauseEnd(store) === untilMs) arm(untilMs);
    });
  };
  const stop = store.watch(() => selectPauseEnd(store), arm);
  return () => {
    stop();
    timer.stop();
  };
}

function selectPauseEnd(store: Pick<AppStore, 'getState'>): number | undefined {
  const { notifications } = store.getState().persisted.settings;
  return notifications.kind === 'paused-until' ? notifications.untilMs : undefined;
}
