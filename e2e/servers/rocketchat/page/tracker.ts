/** A value that computations depend on by reading it. */
export interface Cell<T> {
  get(): T;
  set(value: T): void;
}

/** What of Meteor's Tracker a desktop uses. */
export interface Tracker {
  autorun(run: () => void): { stop(): void };
  cell<T>(value: T): Cell<T>;
}

interface Computation {
  readonly run: () => void;
  isWaiting: boolean;
  isStopped: boolean;
}

export function createTracker(): Tracker {
  const now: { current: Computation | undefined } = { current: undefined };
  const compute = (computation: Computation) => {
    computation.isWaiting = false;
    if (computation.isStopped) return;
    const before = now.current;
    now.current = computation;
    try {
      computation.run();
    } finally {
      now.current = before;
    }
  };
  return {
    autorun: (run) => {
      const computation: Computation = { run, isWaiting: false, isStopped: false };
      compute(computation);
      return { stop: () => void (computation.isStopped = true) };
    },
    cell: (initial) => {
      const kept = { value: initial };
      const readers = new Set<Computation>();
      return {
        get: () => {
          if (now.current !== undefined) readers.add(now.current);
          return kept.value;
        },
        set: (value) => {
          if (Object.is(value, kept.value)) return;
          kept.value = value;
          for (const one of readers) {
            if (one.isWaiting) continue;
            one.isWaiting = true;
            queueMicrotask(() => compute(one));
          }
          readers.clear();
        },
      };
    },
  };
}
