import { isSharedSame } from '../../core/sync/made';
import { stopAll, type AppStore, type Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import type { SyncEngine } from './engine';
import type { SyncPlace } from './place';

/** What is done here in one go is written together. */
const HERE_DELAY_MS = 250;
/** A file that is being written tells so several times. */
const THERE_DELAY_MS = 100;
const WAIT_MAX_MS = 600_000;
const NEVER = Number.POSITIVE_INFINITY;

interface RoundsPort {
  readonly store: Pick<AppStore, 'watch'>;
  readonly engine: Pick<SyncEngine, 'round'>;
  readonly place: Pick<SyncPlace, 'watch' | 'lookEveryMs'>;
  readonly after: TimerPort['after'];
  readonly onProblem: (error: unknown) => void;
  /** What was under way before ends first. */
  readonly before: Promise<void>;
}

export interface Rounds {
  /** Goes round at once, or once more after the round that is under way; resolves when that is done. */
  readonly go: () => Promise<void>;
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>;
  readonly stop: Stop;
}

interface Now {
  running: Promise<void>;
  failures: number;
  isStopped: boolean;
  cancel: Stop;
  /** How long the wait for the next round is. */
  dueInMs: number;
}

/** Goes round after what is done here, after what changes in the place, and now and then; ever more seldom while that fails. */
export function startRounds({ store, engine, place, after, onProblem, before }: RoundsPort): Rounds {
  const now: Now = {
    running: before,
    failures: 0,
    isStopped: false,
    cancel: () => undefined,
    dueInMs: NEVER,
  };
  const plan = (delayMs: number): void => {
    if (now.isStopped || now.dueInMs <= delayMs) return;
    now.cancel();
    now.dueInMs = delayMs;
    now.cancel = after(delayMs, () => void go());
  };
  const run = async (): Promise<void> => {
    now.cancel();
    now.dueInMs = NEVER;
    const problem = await engine
      .round(() => now.isStopped)
      .catch((error: unknown) => {
        onProblem(error);
        return 'failed';
      });
    now.failures = problem === undefined ? 0 : now.failures + 1;
    plan(Math.min(WAIT_MAX_MS, place.lookEveryMs * 2 ** Math.min(10, now.failures)));
  };
  const go = (): Promise<void> => {
    // What was done since the round began may not be in it.
    now.running = now.running.then(() => (now.isStopped ? undefined : run()));
    return now.running;
  };
  const stops = [
    store.watch(
      (state) => state.persisted,
      () => plan(HERE_DELAY_MS),
      isSharedSame,
    ),
    place.watch(() => plan(THERE_DELAY_MS)),
  ];
  void go();
  return {
    go,
    settled: () => now.running,
    stop: () => {
      now.isStopped = true;
      now.cancel();
      stopAll(stops, onProblem);
    },
  };
}
