/** From how many letters on a word may have one mistake, and two. */
const ONE_FROM = 4;
const TWO_FROM = 8;
const DIGITS_ONLY = /^\d+$/;

/** Gives how many mistakes a folded word may have. A number means what it says. */
export function typosAllowed(word: string): 0 | 1 | 2 {
  if (word.length < ONE_FROM || DIGITS_ONLY.test(word)) return 0;
  return word.length < TWO_FROM ? 1 : 2;
}

/** One mistake more weighs more than any place in a text. */
const EDIT = 2 ** 24;
const NOT_FOUND = Number.POSITIVE_INFINITY;

/** How a word with mistakes was found. */
export interface Mistyped {
  readonly edits: number;
  /** How many units of the text it stands for. */
  readonly length: number;
}

/**
 * Finds a word, mistyped, at the start of what a text has between `from` and `to`: with at most `most` letters wrong,
 * missing, too many, or in each other's place. Gives the way with the least of them, or undefined.
 */
export function findMistyped(
  word: string,
  text: string,
  from: number,
  to: number,
  most: number,
): Mistyped | undefined {
  const cost = costOf(word, 0, text, from, to, most);
  if (cost === NOT_FOUND) return undefined;
  return { edits: Math.floor(cost / EDIT), length: (cost % EDIT) - from };
}

/** The same, and only how many mistakes there are; more than `most` where it is not found. */
export function countTypos(word: string, text: string, from: number, to: number, most: number): number {
  if (!isLikelyStart(word, text, from, most)) return most + 1;
  return Math.min(most + 1, Math.floor(costOf(word, 0, text, from, to, most) / EDIT));
}

/** Of the first letters, one more than there may be mistakes, one is there as well: else all were mistakes. */
function isLikelyStart(word: string, text: string, from: number, most: number): boolean {
  for (let w = 0; w <= most; w += 1) {
    const letter = word.charCodeAt(w);
    for (let t = 0; t <= most; t += 1) if (text.charCodeAt(from + t) === letter) return true;
  }
  return false;
}

/** Gives the mistakes, and where the word ends in the text, in one number: it is asked of every name. */
function costOf(
  word: string,
  wordFrom: number,
  text: string,
  from: number,
  to: number,
  most: number,
): number {
  let w = wordFrom;
  let t = from;
  // Letters that are alike are never better left to a mistake.
  while (w < word.length && t < to && word.charCodeAt(w) === text.charCodeAt(t)) {
    w += 1;
    t += 1;
  }
  if (w === word.length) return t;
  if (most === 0) return NOT_FOUND;
  const left = most - 1;
  let least = costOf(word, w + 1, text, t, to, left);
  if (t < to) {
    least = Math.min(least, costOf(word, w + 1, text, t + 1, to, left));
    least = Math.min(least, costOf(word, w, text, t + 1, to, left));
    const isSwapped =
      t + 1 < to &&
      word.charCodeAt(w) === text.charCodeAt(t + 1) &&
      word.charCodeAt(w + 1) === text.charCodeAt(t);
    if (isSwapped) least = Math.min(least, costOf(word, w + 2, text, t + 2, to, left));
  }
  return least + EDIT;
}
