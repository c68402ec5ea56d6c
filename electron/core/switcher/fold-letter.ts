/** A letter as it is compared. */
export interface FoldedLetter {
  /** Nothing for what is left out; more than one unit for what is typed as several letters. */
  readonly text: string;
  readonly kind: LetterKind;
}

/** Kinds of letters; `mark` belongs to the letter before it, `none` parts words. */
export type LetterKind =
  | 'none'
  | 'mark'
  | 'small'
  | 'capital'
  | 'digit'
  | 'han'
  | 'hiragana'
  | 'katakana'
  | 'sign';

const kindTests: readonly (readonly [LetterKind, RegExp])[] = [
  ['mark', /[\p{M}\p{Cf}\u30fc\uff70]/u],
  ['han', /\p{Script=Han}/u],
  ['hiragana', /\p{Script=Hiragana}/u],
  ['katakana', /\p{Script=Katakana}/u],
  ['digit', /\p{N}/u],
  ['capital', /\p{Lu}/u],
  ['small', /\p{L}/u],
  ['sign', /\p{S}/u],
];

/** What Unicode takes for letters of their own, and people type as others. */
const alike: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    ı: 'i',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    ħ: 'h',
    ŧ: 't',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ς: 'σ',
    // Arabic as it is written in a hurry, and with Persian keyboards.
    ى: 'ي',
    ی: 'ي',
    ة: 'ه',
    ک: 'ك',
    ٱ: 'ا',
  }),
);

/**
 * Marks that are left out by who types in a hurry. In other scripts, such as those of India or Thai, marks are
 * vowels, and the Japanese sound marks make other letters.
 */
const LEFT_OUT =
  /(?![\u3099\u309a])(?=[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}|[\p{Cf}\u0640]/gu;
const KATAKANA = /[\u30a1-\u30f6]/g;
/** Digits of Arabic and Persian. */
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
const NOT_ASCII = /[^\0-\u007f]/gu;
const ASCII_NOT_ALNUM = /[\0-/:-`{-\u007f]/g;

const KNOWN_MAX = 5_000;
const known = new Map<string, FoldedLetter>();

/**
 * Gives a letter as it is compared: without case, accents, vowel marks, tatweel and what cannot be seen; wide, narrow
 * and styled letters as plain ones, katakana as hiragana, syllables of Hangul as the letters they are typed with.
 */
export function foldLetter(letter: string): FoldedLetter {
  const found = known.get(letter);
  if (found !== undefined) return found;
  const kind = kindTests.find(([, test]) => test.test(letter))?.[0] ?? 'none';
  const folded = { kind, text: kind === 'none' ? '' : toPlain(letter) };
  // The scripts of one person are few; what a hostile page names its channels is not.
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(letter, folded);
  return folded;
}

const SIGN = /\p{P}/gu;

const toPlain = (letter: string): string =>
  letter
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .replace(NOT_ASCII, (one) => alike.get(one) ?? one)
    .replace(KATAKANA, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60))
    .replace(DIGIT, (one) => String(one.charCodeAt(0) % 16))
    // ŀ and letters in brackets come apart into a letter and a sign, which counts nowhere else either.
    .replace(SIGN, '')
    .replace(ASCII_NOT_ALNUM, '');
