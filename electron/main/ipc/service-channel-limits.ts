import type { TimerPort } from '../timers';

export interface Coalescer<T> {
  readonly put: (value: T) => void;
  readonly stop: () => void;
}

/** Gives a coalescer: the first value passes at once, of those within `quietMs` after it only the last. */
export function createCoalescer<T>(
  emit: (value: T) => void,
  quietMs: number,
  after: TimerPort['after'],
): Coalescer<T> {
  let cancel: (() => void) | undefined;
  let waiting: { readonly value: T } | undefined;
  const settle = (): void => {
    const next = waiting;
    waiting = undefined;
    cancel = undefined;
    if (next === undefined) return;
    cancel = after(quietMs, settle);
    emit(next.value);
  };
  return {
    put(value) {
      waiting = { value };
      if (cancel === undefined) settle();
    },
    stop() {
      cancel?.();
      waiting = undefined;
      cancel = undefined;
    },
  };
}

/**
 * Gives a counter of refusals that reports each (who, reason) at most once per second, with how many there were.
 * The first is reported at once, later ones together when the second is over.
 */
export function createRefusalLog<R extends string>(
  report: (who: string | undefined, reason: R, count: number) => void,
  after: TimerPort['after'],
): {
  readonly count: (who: string | undefined, reason: R, times?: number) => void;
  readonly stop: () => void;
} {
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
