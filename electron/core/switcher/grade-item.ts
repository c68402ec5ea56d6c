import { GRADE, gradeIn, gradeInPlace, gradeMistyped } from './grade';
import { isInitials } from './initials';
import { hasAtMostBits, maskOf } from './letter-mask';
import type { Item, Place } from './switcher-index';
import { typosAllowed } from './typos';

/** How well an entry fits, less is better; whole numbers, {@link NO_FIT} where it does not. */
export type Quality = number;
export const NO_FIT: Quality = Number.POSITIVE_INFINITY;
/** Grades entries by the same words. */
export interface ItemGrader {
  /** True when letters, of name and place together, rule out that the words are there as typed. */
  readonly lacks: (mask: number) => boolean;
  /** The same where words that are nowhere may be mistyped. */
  readonly lacksMistyped: (mask: number) => boolean;
  readonly grade: (item: Item, canMistype: boolean) => Quality;
}

interface Word {
  readonly text: string;
  readonly mask: number;
  readonly typos: number;
}

/** Gives what grades entries by these folded words; each must fit, in the name or its place. */
export function createItemGrader(words: readonly string[]): ItemGrader {
  const asked = words.map((text): Word => ({ text, mask: maskOf(text), typos: typosAllowed(text) }));
  const joined = words.length > 1 ? words.join('') : undefined;
  const wholeMask = asked.reduce((mask, word) => mask | word.mask, 0);
  const places = createPlaceGrader(asked);

  function grade(item: Item, canMistype: boolean): Quality {
    let worst = 0;
    let sum = 0;
    let isNamed = item.entry.kind === 'service' || item.entry.kind === 'command';
    for (let index = 0; index < asked.length; index += 1) {
      const word = asked[index];
      if (word === undefined) break;
      const inName = gradeInName(word, item, canMistype);
      const inPlace = inName <= GRADE.wordStart ? GRADE.none : places.grade(item.place, index, canMistype);
      const best = Math.min(inName, inPlace);
      if (best === GRADE.none) return NO_FIT;
      if (inName <= inPlace) isNamed = true;
      worst = Math.max(worst, best);
      sum += best;
    }
    if (!isNamed) return Math.max(worst, GRADE.place) * 256 + 128 + sum;
    if (joined !== undefined) {
      const whole = gradeIn(joined, item);
      if (whole < worst) return whole * 256 + whole;
    }
    return worst * 256 + sum;
  }

  return {
    lacks: (mask) => (wholeMask & ~mask) !== 0,
    lacksMistyped: (mask) => asked.some((word) => !hasAtMostBits(word.mask & ~mask, word.typos)),
    grade,
  };
}

function gradeInName(word: Word, item: Item, canMistype: boolean): number {
  const missing = word.mask & ~item.mask;
  const grade = missing === 0 ? gradeIn(word.text, item) : GRADE.none;
  if (grade <= GRADE.wordStart) return grade;
  if (
    word.text.length > 1 &&
    (missing & ~item.place.mask) === 0 &&
    isInitials(word.text, item.place.where, item)
  )
    return GRADE.initials;
  if (grade !== GRADE.none || !canMistype || word.typos === 0) return grade;
  return hasAtMostBits(missing, word.typos) ? gradeMistyped(word.text, [item], word.typos) : GRADE.none;
}

interface PlaceGrader {
  readonly grade: (place: Place, wordIndex: number, canMistype: boolean) => number;
}

/** Remembers the last place: entries that have the same follow one another. */
function createPlaceGrader(words: readonly Word[]): PlaceGrader {
  let last: Place | undefined;
  let plain: readonly number[] = [];
  let mistyped: readonly number[] | undefined;

  const toPlain =
    (place: Place) =>
    ({ text, mask }: Word): number =>
      (mask & ~place.mask) === 0 ? gradeInPlace(text, place.where, place.terms) : GRADE.none;
  const toMistyped =
    (place: Place) =>
    ({ text, mask, typos }: Word): number =>
      typos > 0 && hasAtMostBits(mask & ~place.mask, typos)
        ? gradeMistyped(text, place.texts, typos)
        : GRADE.none;

  return {
    grade: (place, wordIndex, canMistype) => {
      if (place !== last) {
        last = place;
        plain = words.map(toPlain(place));
        mistyped = undefined;
      }
      const grade = plain[wordIndex] ?? GRADE.none;
      if (grade !== GRADE.none || !canMistype) return grade;
      mistyped ??= words.map(toMistyped(place));
      return mistyped[wordIndex] ?? GRADE.none;
    },
  };
}
