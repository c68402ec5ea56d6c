/** Gives `after`, with whatever of it is the same taken from `before`; `before` itself where all is. For plain data. */
export function keepSame<T>(before: T, after: T): T;
export function keepSame(before: unknown, after: unknown): unknown {
  if (Object.is(before, after) || typeof before !== 'object' || typeof after !== 'object') return after;
  if (before === null || after === null || Array.isArray(before) !== Array.isArray(after)) return after;
  const old = new Map(Object.entries(before));
  const entries = Object.entries(after).map(
    ([name, value]) => [name, keepSame(old.get(name), value)] as const,
  );
  const isSame =
    entries.length === old.size &&
    entries.every(([name, value]) => old.has(name) && Object.is(value, old.get(name)));
  if (isSame) return before;
  return Array.isArray(after) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
