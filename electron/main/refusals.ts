import { createCoalescer, type Coalescer } from './coalescer';
import type { Log } from './log';
import type { AppStore } from './store/app-store';
import type { TimerPort } from './timers';

/** Counts what was refused to whom; `undefined` is nobody we know. */
export interface RefusalCounter<R extends string> {
  readonly count: (who: string | undefined, reason: R, times?: number) => void;
  readonly stop: () => void;
}

/** Gives what every refusal to a service passes: logged in one way, and counted for the service. */
export const createRefusals = (store: Pick<AppStore, 'dispatch'>, log: Log, after: TimerPort['after']) =>
  createRefusalCounter<string>((serviceId, reason, count) => {
    log.info(`refused: ${reason} x${count} of ${serviceId ?? 'nobody'}`);
    if (serviceId !== undefined) store.dispatch({ kind: 'page-message-refused', serviceId, reason, count });
  }, after);

/**
 * Gives a counter of refusals that reports each (who, reason) at most once per second, with how many there were.
 * The first is reported at once, later ones together when the second is over.
 */
export function createRefusalCounter<R extends string>(
  report: (who: string | undefined, reason: R, count: number) => void,
  after: TimerPort['after'],
): RefusalCounter<R> {
  const open = new Map<string, Coalescer<number>>();
  const pending = new Map<string, number>();
  return {
    count(who, reason, times = 1) {
      const key = `${reason} ${who ?? ''}`;
      const total = (pending.get(key) ?? 0) + times;
      pending.set(key, total);
      let coalescer = open.get(key);
      if (coalescer === undefined) {
        coalescer = createCoalescer<number>(
          () => {
            const sum = pending.get(key) ?? 0;
            pending.delete(key);
            report(who, reason, sum);
          },
          1000,
          after,
        );
        open.set(key, coalescer);
      }
      coalescer.put(total);
    },
    stop() {
      for (const coalescer of open.values()) coalescer.stop();
      open.clear();
      pending.clear();
    },
  };
}
