/** Letters of the scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ANY_LETTER = /[^\p{N}.,\u066b\u066c\u00a0\u202f]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Gives what people wrote for the inside of a sentence: where either of them is written from right to left it is marked
 * off, so that neither turns the order of the other. Numbers stay bare, and so does a part of our own that holds what is
 * marked off already: what has no letters beside that would count as written from left to right.
 */
export const isolateText = (text: string, isRightToLeft: boolean): string =>
  !text.includes(FIRST_STRONG_ISOLATE) && (isRightToLeft ? ANY_LETTER : RIGHT_TO_LEFT).test(text)
    ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`
    : text;
