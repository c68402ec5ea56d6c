/** The best of many, in order. */
export interface TopList<T> {
  readonly offer: (one: T) => void;
  readonly isFull: () => boolean;
  /** The last of those kept, where the list is full: what is not before it is not kept. */
  readonly last: () => T | undefined;
  readonly items: () => readonly T[];
}

/** Keeps the best `limit` of what is offered, without sorting the rest. */
export function createTopList<T>(limit: number, compare: (a: T, b: T) => number): TopList<T> {
  const kept: T[] = [];
  const last = (): T | undefined => (kept.length < limit ? undefined : kept.at(-1));
  return {
    offer: (one) => {
      const worst = last();
      if (worst !== undefined && compare(one, worst) >= 0) return;
      let low = 0;
      let high = kept.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const other = kept[middle];
        if (other !== undefined && compare(one, other) >= 0) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, one);
      if (kept.length > limit) kept.pop();
    },
    isFull: () => kept.length >= limit,
    last,
    items: () => kept,
  };
}
