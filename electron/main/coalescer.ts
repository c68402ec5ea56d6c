import type { TimerPort } from './timers';

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
