/** A place in a list where something goes, comes, or both; places are those of the list before. */
export interface Hunk {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly string[];
}

/** Most pairs that are compared; what differs in more is replaced as a whole. */
const PAIRS_MAX = 1_000_000;

/** Gives what makes one list of another, with as much left in its place as can be; in order. */
export function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const from = before.slice(start, before.length - end);
  const to = after.slice(start, after.length - end);
  if (from.length === 0 && to.length === 0) return [];
  if (from.length * to.length > PAIRS_MAX) return [{ at: start, remove: from.length, insert: to }];
  return gaps(from, to).map(({ at, remove, insert }) => ({ at: at + start, remove, insert }));
}

/** What lies between the items of a longest common part. */
function gaps(from: readonly string[], to: readonly string[]): readonly Hunk[] {
  const width = to.length + 1;
  const longest = new Uint32Array((from.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = from.length - 1; row >= 0; row -= 1)
    for (let column = to.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        from[row] === to[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const hunks: Hunk[] = [];
  const open = { row: 0, column: 0 };
  const close = (row: number, column: number): void => {
    if (row > open.row || column > open.column)
      hunks.push({ at: open.row, remove: row - open.row, insert: to.slice(open.column, column) });
    open.row = row + 1;
    open.column = column + 1;
  };
  let row = 0;
  let column = 0;
  while (row < from.length && column < to.length) {
    if (from[row] === to[column]) close(row++, column++);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  close(from.length, to.length);
  return hunks;
}
