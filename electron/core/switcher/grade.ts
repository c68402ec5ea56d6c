import { gradeInitials } from './initials';
import { hasAtMostBits } from './letter-mask';
import { endOf, type TextList } from './text-list';
import { countTypos } from './typos';

/** How a word fits an entry, the best first. Its place is its service's name and its terms. */
export const GRADE = {
  exact: 0,
  start: 1,
  wordStart: 2,
  whereStart: 3,
  termStart: 4,
  initials: 5,
  /** Not from the first word of the name on. */
  laterInitials: 6,
  inside: 7,
  /** In the place, but at no start. */
  place: 8,
  mistyped: 9,
  twiceMistyped: 10,
  none: 99,
} as const;

/** Gives how a word stands in a text: `exact`, `start`, `wordStart`, `inside` or `none`; `found`: where it is first. */
export function gradeIn(word: string, list: TextList, at: number, found: number): number {
  const from = list.from[at] ?? 0;
  const to = endOf(list, at);
  if (found < from || found >= to) return GRADE.none;
  if (found === from) return to - from === word.length ? GRADE.exact : GRADE.start;
  const end = list.firstStart[at + 1] ?? 0;
  for (let index = list.firstStart[at] ?? 0; index < end; index += 1) {
    const start = list.starts[index] ?? 0;
    if (start === found || (start > found && list.text.startsWith(word, start))) return GRADE.wordStart;
  }
  return GRADE.inside;
}

/** Gives how a word stands in a place: its name, which is the first of the texts, and its terms. */
export function gradeInPlace(word: string, texts: TextList): number {
  let best: number = GRADE.none;
  for (let at = 0; at < texts.masks.length; at += 1) {
    const grade = gradeIn(word, texts, at, texts.text.indexOf(word, texts.from[at]));
    if (grade <= GRADE.wordStart) return at === 0 ? GRADE.whereStart : GRADE.termStart;
    if (grade === GRADE.inside || gradeInitials(word, texts, at) !== undefined) best = GRADE.place;
  }
  return best;
}

/** Gives how a mistyped word stands at the start of a word of a text; `mask` are its letters. */
export function gradeMistyped(word: string, mask: number, list: TextList, at: number, most: number): number {
  const to = endOf(list, at);
  const end = list.firstStart[at + 1] ?? 0;
  let left = most;
  for (let index = list.firstStart[at] ?? 0; index < end && left > 0; index += 1) {
    if (!hasAtMostBits(mask & ~(list.restMasks[index] ?? 0), left)) continue;
    const edits = countTypos(word, list.text, list.starts[index] ?? 0, to, left);
    if (edits <= left) left = edits - 1;
  }
  if (left === most) return GRADE.none;
  return left === 0 ? GRADE.mistyped : GRADE.twiceMistyped;
}
