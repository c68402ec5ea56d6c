/** Gives a moment as names of files have it: to the second, in UTC, with nothing in it that a name may not have. */
export const nameStamp = (atMs: number): string =>
  new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '-');
