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

/** The worst word weighs more than all together, and being named more than that. */
const WORST = 256;
const UNNAMED = WORST / 2;
/** A name that was typed whole, but that its words start elsewhere: `web ops` for `webops`. */
const SPACED_OTHERWISE: Quality = 1;

/**
 * How words are read: as typed; those that are nowhere as mistyped; the same where it is known that as typed the entry
 * does not fit.
 */
export type Reading = 'typed' | 'any' | 'mistyped';

/** Grades the entries of one group, asked in their order. */
export type GroupGrader = (at: number, reading: Reading) => Quality;

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
  return (group) => createGroupGrader(group, asked, joined, starts);
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
  starts: readonly number[],
): GroupGrader {
  const { names, places, placeMasks, traits } = group;
  const gradeNames = words.map((word) => createNameGrader(group, word));
  const gradePlaces = createPlaceGrader(words);
  const wholeMask = words.reduce((mask, word) => mask | word.mask, 0);

  /** Letters alone rule out most. */
  function lacks(at: number, reading: Reading): boolean {
    const inName = names.masks[at] ?? 0;
    const inPlace = placeMasks[at] ?? 0;
    if ((wholeMask & ~(inName | inPlace)) === 0) return false;
    if (reading === 'typed') return true;
    for (const { mask, typos } of words)
      if (
        (mask & ~(inName | inPlace)) !== 0 &&
        !hasAtMostBits(mask & ~inName, typos) &&
        !hasAtMostBits(mask & ~inPlace, typos)
      )
        return true;
    return false;
  }

  return (at, reading) => {
    const place = places[at];
    if (lacks(at, reading) || place === undefined) return NO_FIT;
    let isNamed = ((traits[at] ?? 0) & TRAIT.hasOwnTerms) !== 0;
    // Of several words it is not known which of them are not there.
    const readingOfEach = reading === 'mistyped' && words.length > 1 ? 'any' : reading;
    let worst = 0;
    let sum = 0;
    for (let index = 0; index < words.length; index += 1) {
      const named = gradeNames[index]?.(at, place, readingOfEach) ?? GRADE.none;
      const placed = named <= GRADE.wordStart ? GRADE.none : gradePlaces(place, index, readingOfEach);
      const best = Math.min(named, placed);
      if (best === GRADE.none) return NO_FIT;
      if (named <= placed) isNamed = true;
      worst = Math.max(worst, best);
      sum += best;
    }
    // Whoever types the name of a service means the service, and then what is in it.
    if (!isNamed) return Math.max(worst, GRADE.place) * WORST + UNNAMED + sum;
    const whole = joined === undefined ? GRADE.none : gradeJoined(joined, names, at);
    if (whole < worst) worst = sum = whole;
    if (worst === GRADE.exact && !hasStarts(names, at, starts)) return SPACED_OTHERWISE;
    return worst * WORST + sum;
  };
}

const gradeJoined = (joined: string, names: TextList, at: number): number =>
  gradeIn(joined, names, at, names.text.indexOf(joined, names.from[at]));

type NameGrader = (at: number, place: Place, reading: Reading) => number;

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

  function gradeTyped(at: number, place: Place, missing: number): number {
    const grade = missing === 0 ? gradeFound(at) : GRADE.none;
    const isElsewhere = word.text.length === 1 || (missing & ~place.mask) !== 0;
    if (grade <= GRADE.wordStart || isElsewhere) return grade;
    return Math.min(grade, gradeAsInitials(at, place));
  }

  return (at, place, reading) => {
    const missing = word.mask & ~(names.masks[at] ?? 0);
    const grade = reading === 'mistyped' ? GRADE.none : gradeTyped(at, place, missing);
    if (grade !== GRADE.none || reading === 'typed' || word.typos === 0) return grade;
    return hasAtMostBits(missing, word.typos)
      ? gradeMistyped(word.text, word.mask, names, at, word.typos)
      : GRADE.none;
  };
}

/** Grades places, each once: entries that have the same follow one another. */
function createPlaceGrader(
  words: readonly Word[],
): (place: Place, wordIndex: number, reading: Reading) => number {
  let last: Place | undefined;
  let plain: readonly number[] = [];
  let mistyped: readonly number[] | undefined;

  const gradePlain = ({ texts, mask }: Place, word: Word): number =>
    (word.mask & ~mask) === 0 ? gradeInPlace(word.text, texts) : GRADE.none;
  const gradeTypos = ({ texts, mask }: Place, { text, mask: wanted, typos }: Word): number => {
    if (typos === 0 || !hasAtMostBits(wanted & ~mask, typos)) return GRADE.none;
    return Math.min(...Array.from(texts.masks, (_, at) => gradeMistyped(text, wanted, texts, at, typos)));
  };

  return (place, wordIndex, reading) => {
    if (place !== last) {
      last = place;
      plain = words.map((word) => gradePlain(place, word));
      mistyped = undefined;
    }
    const grade = plain[wordIndex] ?? GRADE.none;
    if (grade !== GRADE.none || reading === 'typed') return grade;
    mistyped ??= words.map((word) => gradeTypos(place, word));
    return mistyped[wordIndex] ?? GRADE.none;
  };
}
