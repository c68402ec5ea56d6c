/** Gives which row is chosen after a key; `undefined` for keys that choose none. Wraps round at the ends. */
export function decideListIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return (index - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, index + 5);
    case 'PageUp':
      return Math.max(0, index - 5);
    default:
      return undefined;
  }
}
