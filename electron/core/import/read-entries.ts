import type { RefusedEntry } from './foreign';

/** What was read of an entry, and where it stands among the others. */
export interface Placed<T> {
  readonly read: T;
  readonly order: number;
}

/** Reads entries in the order they have in the other app. One that cannot be read is put to the refused, in the file's order. */
export function readEntries<T>(
  entries: readonly unknown[],
  toEntry: (entry: unknown, index: number) => Placed<T> | RefusedEntry,
  refused: RefusedEntry[],
): readonly T[] {
  return entries
    .flatMap((entry, index): readonly Placed<T>[] => {
      const read = toEntry(entry, index);
      if (!('reason' in read)) return [read];
      refused.push(read);
      return [];
    })
    .toSorted((a, b) => a.order - b.order)
    .map(({ read }) => read);
}
