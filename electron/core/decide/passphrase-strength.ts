import { PASSPHRASE_MIN } from '../model/lock';

/** How hard a passphrase is to guess, in words that the person is told. */
export type PassphraseStrength = 'too-short' | 'easy' | 'fair' | 'hard';

/** Words, with a number or a mark at their end, as most people make them. */
const WORDS = /^[\p{L}\s]+\p{N}*[^\p{L}\p{N}]?$/u;
const FAIR_BITS = 45;
const HARD_BITS = 60;

/** Sizes of the sets that characters come from. */
const sets: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\p{Nd}/u, 10],
  [/[^\p{L}\p{N}]/u, 20],
  [/\p{Lo}/u, 200],
];

/**
 * Says roughly how hard a passphrase is to guess. A hint and no proof: it knows no dictionary, but does not count
 * characters that repeat or run on (`aaaa`, `1234`), as nearly all easy ones do.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  if (passphrase.length < PASSPHRASE_MIN) return 'too-short';
  const points = Array.from(passphrase, (character) => character.codePointAt(0) ?? 0);
  const fresh = points.filter((point, index) => {
    const before = points[index - 1];
    return before === undefined || Math.abs(point - before) > 1;
  });
  const size = sets.reduce((sum, [pattern, count]) => sum + (pattern.test(passphrase) ? count : 0), 0);
  const distinct = new Set(fresh).size;
  // Few different characters are worth little, however often they come; letters that make words, less than any.
  const worth = WORDS.test(passphrase) ? 0.55 : 0.9;
  const bits = Math.min(fresh.length, distinct * 2) * Math.log2(Math.max(2, size)) * worth;
  if (bits < FAIR_BITS) return 'easy';
  return bits < HARD_BITS ? 'fair' : 'hard';
}
