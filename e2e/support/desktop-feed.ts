/** Things that happened, in order, and a way to wait for one that fits. */
export interface Feed<T> {
  readonly items: readonly T[];
  add(item: T): void;
  /** The first from now on that fits. */
  next(fits: (item: T) => boolean, timeoutMs?: number): Promise<T>;
  /** The first of all that fits, whether it has come already or is still to come. */
  find(fits: (item: T) => boolean, timeoutMs?: number): Promise<T>;
  clear(): void;
}

const PATIENCE_MS = 10_000;

/** An empty feed; `name` is what its time-out errors call one item. */
export function createFeed<T>(name: string): Feed<T> {
  const items: T[] = [];
  const waiting = new Set<(item: T) => void>();
  const next = (fits: (item: T) => boolean, timeoutMs = PATIENCE_MS) =>
    new Promise<T>((resolve, reject) => {
      const start = items.length;
      const timer = setTimeout(() => {
        waiting.delete(hear);
        const seen = JSON.stringify(items.slice(start).slice(-5), leaveOutBytes, 1);
        reject(new Error(`No such ${name} came in ${timeoutMs} ms. The last that came: ${seen}`));
      }, timeoutMs);
      const hear = (item: T) => {
        if (!fits(item)) return;
        clearTimeout(timer);
        waiting.delete(hear);
        resolve(item);
      };
      waiting.add(hear);
    });
  return {
    items,
    add: (item) => {
      items.push(item);
      for (const hear of waiting) hear(item);
    },
    next,
    find: async (fits, timeoutMs) => items.find(fits) ?? next(fits, timeoutMs),
    clear: () => void items.splice(0),
  };
}

function leaveOutBytes(_key: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
  return isBytes ? '(bytes)' : value;
}
