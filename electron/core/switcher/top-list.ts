/** The best of many, in order. */
export interface TopList<T> {
  readonly offer: (one: T) => void;
  readonly isFull: () => boolean;
  readonly items: () => readonly T[];
}

/** Keeps the best `limit` of what is offered, without sorting the rest. */
export function createTopList<T>(limit: number, compare: (a: T, b: T) => number): TopList<T> {
  const kept: T[] = [];
  return {
    offer: (one) => {
      const worst = kept.length < limit ? undefined : kept[limit - 1];
      if (limit === 0 || (worst !== undefined && compare(one, worst) >= 0)) return;
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
    items: () => kept,
  };
}
