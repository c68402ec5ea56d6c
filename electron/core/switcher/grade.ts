import type { Folded } from './fold';
import { isInitials } from './initials';
import { findMistyped } from './typos';

/** How a word fits an entry, the best first. Its place is its service's name and its terms. */
export const GRADE = {
  exact: 0,
  start: 1,
  wordStart: 2,
  whereStart: 3,
  termStart: 4,
  initials: 5,
  inside: 6,
  /** In the place, but at no start. */
  place: 7,
  mistyped: 8,
  twiceMistyped: 9,
  none: 99,
} as const;

/** Gives how a word stands in a text: `exact`, `start`, `wordStart`, `inside` or `none`. */
export function gradeIn(word: string, { text, starts }: Folded): number {
  const at = text.indexOf(word);
  if (at === -1) return GRADE.none;
  if (at === 0) return text.length === word.length ? GRADE.exact : GRADE.start;
  if (starts.includes(at)) return GRADE.wordStart;
  return starts.some((start) => start > at && text.startsWith(word, start)) ? GRADE.wordStart : GRADE.inside;
}

/** Gives how a word stands in a place: at the start of a word, else in any way. */
export function gradeInPlace(word: string, where: Folded, terms: readonly Folded[]): number {
  const inWhere = gradeIn(word, where);
  if (inWhere <= GRADE.wordStart) return GRADE.whereStart;
  const inTerms = terms.map((term) => gradeIn(word, term));
  if (inTerms.some((grade) => grade <= GRADE.wordStart)) return GRADE.termStart;
  const isThere = inWhere === GRADE.inside || inTerms.includes(GRADE.inside);
  return isThere || [where, ...terms].some((text) => isInitials(word, undefined, text))
    ? GRADE.place
    : GRADE.none;
}

/** Gives how a mistyped word stands at the start of a word of these texts. */
export function gradeMistyped(word: string, texts: readonly Folded[], most: number): number {
  let least = most + 1;
  for (const { text, starts } of texts)
    for (const start of starts) {
      const edits = findMistyped(word, text, start, Math.min(most, least - 1))?.edits;
      if (edits === undefined) continue;
      if (edits <= 1) return GRADE.mistyped;
      least = edits;
    }
  return least <= most ? GRADE.twiceMistyped : GRADE.none;
}
