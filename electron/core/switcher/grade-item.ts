import { GRADE, gradeIn, gradeInPlace, gradeMistyped } from './grade';
import { gradeInitials, reachIn } from './initials';
import { hasAtMostBits, maskOf } from './letter-mask';
import type { IndexGroup, Place } from './switcher-index';
import type { TextList } from './text-list';
import { TRAIT } from './traits';
import { typosAllowed } from './typos';

/** How well an entry fits, less is better; whole numbers, {@link NO_FIT} where it does not. */
export type Quality = number;
export const NO_FIT: Quality = Number.POSITIVE_INFINITY;

/** A name that was typed whole, but that its words start elsewhere: `web ops` for `webops`. */
const SPACED_OTHERWISE: Quality = 1;

/** Grades the entries of one group, asked in their order. `canMistype`: a word that is nowhere may be mistyped. */
export type GroupGrader = (at: number, canMistype: boolean) => Quality;

interface Word {
  readonly text: string;
  readonly mask: number;
  readonly firstMask: number;
  readonly typos: number;
}

/**
 * Gives what grades the entries of a group by these folded words; each must fit, in the name or its place. `starts` is
 * where words start in all of it, written together.
 */
export function createGrader(
  words: readonly string[],
  starts: readonly number[],
): (group: IndexGroup) => GroupGrader {
  const asked = words.map((text): Word => ({
    text,
    mask: maskOf(text),
    firstMask: maskOf(text.charAt(0)),
    typos: typosAllowed(text),
  }));
  const joined = words.length > 1 ? words.join('') : undefined;
  return (group) => {
    const grade = createGroupGrader(group, asked, joined);
    return (at, canMistype) => {
      const quality = grade(at, canMistype);
      return quality === GRADE.exact && !hasStarts(group.names, at, starts) ? SPACED_OTHERWISE : quality;
    };
  };
}

function hasStarts(names: TextList, at: number, starts: readonly number[]): boolean {
  const first = names.firstStart[at] ?? 0;
  const from = names.from[at] ?? 0;
  return (
    (names.firstStart[at + 1] ?? 0) - first === starts.length &&
    starts.every((start, index) => names.starts[first + index] === from + start)
  );
}

function createGroupGrader(
  group: IndexGroup,
  words: readonly Word[],
  joined: string | undefined,
): GroupGrader {
  const inNames = words.map((word) => createNameGrader(group, word));
  const inPlace = createPlaceGrader(words);
  const wholeMask = words.reduce((mask, word) => mask | word.mask, 0);

  return (at, canMistype) => {
    const place = group.places[at];
    const mask = group.names.masks[at] ?? 0;
    if (place === undefined || (!canMistype && (wholeMask & ~(mask | place.mask)) !== 0)) return NO_FIT;
    let isNamed = ((group.traits[at] ?? 0) & TRAIT.hasOwnTerms) !== 0;
    let worst = 0;
    let sum = 0;
    for (let index = 0; index < words.length; index += 1) {
      const named = inNames[index]?.(at, place, canMistype) ?? GRADE.none;
      const placed = named <= GRADE.wordStart ? GRADE.none : inPlace(place, index, canMistype);
      const best = Math.min(named, placed);
      if (best === GRADE.none) return NO_FIT;
      if (named <= placed) isNamed = true;
      worst = Math.max(worst, best);
      sum += best;
    }
    // Whoever types the name of a service means the service, and then what is in it.
    if (!isNamed) return Math.max(worst, GRADE.place) * 256 + 128 + sum;
    if (joined === undefined) return worst * 256 + sum;
    const whole = gradeIn(joined, group.names, at, group.names.text.indexOf(joined, group.names.from[at]));
    return whole < worst ? whole * 256 + whole : worst * 256 + sum;
  };
}

type NameGrader = (at: number, place: Place, canMistype: boolean) => number;

function createNameGrader({ names }: IndexGroup, word: Word): NameGrader {
  let found = -1;
  let lastPlace: Place | undefined;
  let reachedInPlace = 0;

  function gradeFound(at: number): number {
    const from = names.from[at] ?? 0;
    // One search goes on to the next name that has the word.
    if (found < from) {
      found = names.text.indexOf(word.text, from);
      if (found === -1) found = names.text.length;
    }
    return gradeIn(word.text, names, at, found);
  }

  function gradeAsInitials(at: number, place: Place): number {
    const startMask = names.startMasks[at] ?? 0;
    if ((startMask & word.mask) === 0) return GRADE.none;
    if (((startMask | (place.texts.startMasks[0] ?? 0)) & word.firstMask) === 0) return GRADE.none;
    if (place !== lastPlace) {
      lastPlace = place;
      reachedInPlace = 1 | reachIn(word.text, place.texts, 0);
    }
    const initials = gradeInitials(word.text, names, at, reachedInPlace);
    if (initials === undefined) return GRADE.none;
    return initials === 'first' ? GRADE.initials : GRADE.laterInitials;
  }

  return (at, place, canMistype) => {
    const missing = word.mask & ~(names.masks[at] ?? 0);
    const grade = missing === 0 ? gradeFound(at) : GRADE.none;
    if (grade <= GRADE.wordStart) return grade;
    const isElsewhere = word.text.length === 1 || (missing & ~place.mask) !== 0;
    const best = isElsewhere ? grade : Math.min(grade, gradeAsInitials(at, place));
    if (best !== GRADE.none || !canMistype || word.typos === 0) return best;
    return hasAtMostBits(missing, word.typos) ? gradeMistyped(word.text, names, at, word.typos) : GRADE.none;
  };
}

/** Grades places, each once: entries that have the same follow one another. */
function createPlaceGrader(
  words: readonly Word[],
): (place: Place, wordIndex: number, canMistype: boolean) => number {
  let last: Place | undefined;
  let plain: readonly number[] = [];
  let mistyped: readonly number[] | undefined;

  const gradePlain = ({ texts, mask }: Place, word: Word): number =>
    (word.mask & ~mask) === 0 ? gradeInPlace(word.text, texts) : GRADE.none;
  const gradeTypos = ({ texts, mask }: Place, { text, mask: wanted, typos }: Word): number => {
    if (typos === 0 || !hasAtMostBits(wanted & ~mask, typos)) return GRADE.none;
    return Math.min(...Array.from(texts.masks, (_, at) => gradeMistyped(text, texts, at, typos)));
  };

  return (place, wordIndex, canMistype) => {
    if (place !== last) {
      last = place;
      plain = words.map((word) => gradePlain(place, word));
      mistyped = undefined;
    }
    const grade = plain[wordIndex] ?? GRADE.none;
    if (grade !== GRADE.none || !canMistype) return grade;
    mistyped ??= words.map((word) => gradeTypos(place, word));
    return mistyped[wordIndex] ?? GRADE.none;
  };
}
