/**
 * Gives a list with its item at `from` at `to` instead, or at the nearest place there is; the list itself where nothing
 * moves.
 */
export function moveItem<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const at = Math.min(list.length - 1, Math.max(0, Math.trunc(to)));
  const moved = list.slice(from, from + 1);
  if (from < 0 || moved.length === 0 || Number.isNaN(at) || at === from) return list;
  return list.toSpliced(from, 1).toSpliced(at, 0, ...moved);
}
