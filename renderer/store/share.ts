/**
 * Gives `after` with all that is the same in `before` taken from there, so that what did not change keeps its identity and
 * is not drawn anew. Both are plain data, as main sends it.
 */
export function share<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (!isPlain(before) || !isPlain(after) || Array.isArray(before) !== Array.isArray(after)) return after;
  const old = new Map(Object.entries(before));
  const entries = Object.entries(after).map(([key, value]) => [key, share(old.get(key), value)] as const);
  const isSame =
    entries.length === old.size &&
    entries.every(([key, value]) => old.has(key) && Object.is(old.get(key), value));
  if (isSame) return before as T;
  return (Array.isArray(after) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T;
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null;
