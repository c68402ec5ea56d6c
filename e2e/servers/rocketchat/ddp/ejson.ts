/** The fields of records that hold times. */
const TIMES = new Set([
  'ts',
  'ls',
  'lr',
  'lm',
  'tlm',
  'editedAt',
  'createdAt',
  '_updatedAt',
  '_deletedAt',
  'lastLogin',
]);

/** Times as DDP sends them, `{"$date": ms}`, in the fields that hold some. */
export function toEjson(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return TIMES.has(key) ? { $date: Date.parse(value) } : value;
  if (Array.isArray(value)) return value.map((one) => toEjson(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toEjson(one, name)]));
}

/** And back, as ISO strings. */
export function fromEjson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromEjson);
  if (typeof value !== 'object' || value === null) return value;
  const { $date } = value as { $date?: unknown };
  if (typeof $date === 'number') return new Date($date).toISOString();
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fromEjson(one)]));
}
