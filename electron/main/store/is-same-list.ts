/** True when both hold the very same, in the same order; for watching what is made anew each time it is asked for. */
export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);
