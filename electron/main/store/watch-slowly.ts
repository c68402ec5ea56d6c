import { createCoalescer } from '../coalescer';
import type { TimerPort } from '../timers';
import type { AppStore, Stop } from './app-store';

/** Least time between two looks: a panel takes longer to draw than a message to come. */
export const LOOK_MS = 250;

/**
 * Calls `look` now and at once after a change of the state, then at most four times a second for as long as changes come;
 * the last is never missed. For what costs more to draw than a count that is a moment old is wrong.
 */
export function watchSlowly(
  store: Pick<AppStore, 'watch'>,
  after: TimerPort['after'],
  look: () => void,
): Stop {
  const coalescer = createCoalescer<void>(look, LOOK_MS, after);
  const stop = store.watch(
    (state) => state,
    () => coalescer.put(),
  );
  return () => {
    stop();
    coalescer.stop();
  };
}
