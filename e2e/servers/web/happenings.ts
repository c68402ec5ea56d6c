/** Things that happened, in order, and a way to wait for one. */
export interface Happenings<T> {
  readonly items: readonly T[];
  readonly add: (item: T) => void;
  /** The first that fits among those from `after` on, come already or still to come. */
  readonly find: (fits: (item: T) => boolean, options?: FindOptions) => Promise<T>;
}

export interface FindOptions {
  /** How many to pass over; 0 when left out. */
  readonly after?: number;
  readonly timeoutMs?: number;
}

interface Waiting<T> {
  readonly fits: (item: T) => boolean;
  readonly resolve: (item: T) => void;
}

export function createHappenings<T>(): Happenings<T> {
  const items: T[] = [];
  const waiting = new Set<Waiting<T>>();
  return {
    items,
    add: (item) => {
      items.push(item);
      for (const one of [...waiting]) {
        if (!one.fits(item)) continue;
        waiting.delete(one);
        one.resolve(item);
      }
    },
    find: (fits, { after = 0, timeoutMs = 10_000 } = {}) =>
      new Promise((resolve, reject) => {
        const known = items.slice(after).find(fits);
        if (known !== undefined) return resolve(known);
        const timer = setTimeout(() => {
          waiting.delete(one);
          reject(new Error(`not within ${timeoutMs} ms; there were: ${JSON.stringify(items.slice(-20))}`));
        }, timeoutMs);
        const one: Waiting<T> = {
          fits,
          resolve: (item) => {
            clearTimeout(timer);
            resolve(item);
          },
        };
        waiting.add(one);
      }),
  };
}
