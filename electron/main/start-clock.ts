import { startForAWhile } from './effects/for-a-while';
import type { Log } from './log';
import type { AppStore, Stop } from './store/app-store';
import { rereadTimeZone } from './platform';
import { timers } from './timers';

/** Lets time pass for focus, schedules and rules for a while, by the machine's own clock. */
export const startClock = (store: AppStore, log: Log): Stop =>
  startForAWhile(store, {
    ...timers,
    monotonicMs: () => performance.now(),
    timeZone: () => {
      rereadTimeZone();
      return new Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
    load: () => import('../core/decide/focus-windows'),
    onProblem: (text, error) => log.problem(text, error),
  });
