import type { SwitcherEntry, SwitcherRow, TextRange } from './entry';
import { foldWithOrigin, type Folded, type FoldedWithOrigin } from './fold';
import { findInitials } from './initials';
import { findMistyped, typosAllowed } from './typos';

interface Texts {
  readonly name: FoldedWithOrigin;
  readonly where: FoldedWithOrigin;
}

/** Part of one of the two texts, folded. */
interface Mark {
  readonly in: keyof Texts;
  readonly from: number;
  readonly to: number;
}

/** Gives an entry as a row, with what of its name and place was found by these folded words. */
export function toRow(entry: SwitcherEntry, words: readonly string[]): SwitcherRow {
  if (words.length === 0) return { entry, nameMarks: [], whereMarks: [] };
  const texts: Texts = { name: foldWithOrigin(entry.name), where: foldWithOrigin(entry.where) };
  const joined = words.join('');
  const asked = texts.name.text.includes(joined) ? [joined] : words;
  const marks = asked.flatMap((word) => marksOf(word, texts));
  return { entry, nameMarks: toRanges(marks, 'name', texts), whereMarks: toRanges(marks, 'where', texts) };
}

/** In the order in which finds are graded. */
function marksOf(word: string, texts: Texts): readonly Mark[] {
  return (
    markStart(word, texts, 'name') ??
    markStart(word, texts, 'where') ??
    markInitials(word, texts, ['name']) ??
    markInitials(word, texts, ['where', 'name']) ??
    markInside(word, texts, 'name') ??
    markInside(word, texts, 'where') ??
    markInitials(word, texts, ['where']) ??
    markMistyped(word, texts) ??
    []
  );
}

type Marks = readonly Mark[] | undefined;

function markStart(word: string, texts: Texts, where: keyof Texts): Marks {
  const { text, starts } = texts[where];
  if (text.startsWith(word)) return [{ in: where, from: 0, to: word.length }];
  const from = starts.find((start) => text.startsWith(word, start));
  return from === undefined ? undefined : [{ in: where, from, to: from + word.length }];
}

function markInside(word: string, texts: Texts, where: keyof Texts): Marks {
  const from = texts[where].text.indexOf(word);
  return from === -1 ? undefined : [{ in: where, from, to: from + word.length }];
}

function markInitials(word: string, texts: Texts, order: readonly (keyof Texts)[]): Marks {
  if (word.length < 2) return undefined;
  const pieces = findInitials(
    word,
    order.map((one): Folded => texts[one]),
  );
  return pieces?.map(({ textIndex, from, to }) => ({ in: order[textIndex] ?? 'name', from, to }));
}

function markMistyped(word: string, texts: Texts): Marks {
  const most = typosAllowed(word);
  const tries = (['name', 'where'] as const).flatMap((where) =>
    texts[where].starts.flatMap((from) => {
      const found = findMistyped(word, texts[where].text, from, texts[where].text.length, most);
      return found === undefined ? [] : [{ in: where, from, to: from + found.length, edits: found.edits }];
    }),
  );
  const best = tries.toSorted((a, b) => a.edits - b.edits)[0];
  return best === undefined ? undefined : [best];
}

/** Gives the marks of one text as parts of the original: in order, those that touch made one. */
function toRanges(marks: readonly Mark[], where: keyof Texts, texts: Texts): readonly TextRange[] {
  const { from, to } = texts[where];
  const ranges: [number, number][] = [];
  for (const mark of marks.filter((one) => one.in === where).toSorted((a, b) => a.from - b.from)) {
    const range: [number, number] = [from[mark.from] ?? 0, to[mark.to - 1] ?? 0];
    const last = ranges.at(-1);
    if (last !== undefined && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else if (range[1] > range[0]) ranges.push(range);
  }
  return ranges;
}
