import type { TimerPort } from './timers';

/** A clock and its timers, moved by hand. */
export interface TestClock extends TimerPort {
  readonly monotonicMs: () => number;
  /** Lets time pass; timers that are due run at their moment. */
  readonly pass: (ms: number) => void;
  /** Sets the clock; timers do not notice. */
  readonly set: (nowMs: number) => void;
  /** How many timers wait. */
  readonly waiting: () => number;
}

/** Gives a clock that stands still until it is moved. */
export function createTestClock(startMs = 0): TestClock {
  const now = { wallMs: startMs, monotonicMs: 0 };
  const timers = new Set<{ readonly atMs: number; readonly run: () => void }>();
  const passTo = (monotonicMs: number): void => {
    now.wallMs += monotonicMs - now.monotonicMs;
    now.monotonicMs = monotonicMs;
  };
  return {
    nowMs: () => now.wallMs,
    monotonicMs: () => now.monotonicMs,
    after: (delayMs, run) => {
      const timer = { atMs: now.monotonicMs + delayMs, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass: (ms) => {
      const endMs = now.monotonicMs + ms;
      for (;;) {
        const [due] = [...timers].filter(({ atMs }) => atMs <= endMs).toSorted((a, b) => a.atMs - b.atMs);
        if (due === undefined) break;
        timers.delete(due);
        passTo(Math.max(now.monotonicMs, due.atMs));
        due.run();
      }
      passTo(endMs);
    },
    set: (nowMs) => {
      now.wallMs = nowMs;
    },
    waiting: () => timers.size,
  };
}
