/** Gives the same text for the same, in whatever order its members came from a file. */
export const toComparable = (value: unknown): string => JSON.stringify(value, sortMembers) ?? '';

const sortMembers = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
