import type { Stop } from './store/app-store';

/** The clock and its timers. */
export interface TimerPort {
  readonly nowMs: () => number;
  /** Runs `run` once, `delayMs` from now; gives what calls it off. */
  readonly after: (delayMs: number, run: () => void) => Stop;
}

/** The machine's own clock. */
export const timers: TimerPort = {
  nowMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
