import { foldLetter, type FoldedLetter, type LetterKind } from './fold-letter';

/** A text as it is compared: its letters and digits alone, without what parts the words. */
export interface Folded {
  readonly text: string;
  /** Where words start in it, in order. */
  readonly starts: readonly number[];
}

/** The same, and from where to where in the original text each unit of it comes from, in UTF-16 units. */
export interface FoldedWithOrigin extends Folded {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Longest part of a text that is looked at, in UTF-16 units. */
export const FOLDED_MAX = 200;

const ASCII_ONLY = /^[\0-\u007f]*$/;
const NOT_ALNUM = /[^a-z0-9]+/g;
const nothing: Folded = { text: '', starts: [] };

/** Gives a text as it is compared. */
export function fold(original: string): Folded {
  if (original === '') return nothing;
  const clipped = original.slice(0, FOLDED_MAX);
  if (!ASCII_ONLY.test(clipped)) {
    const { text, starts } = foldWithOrigin(clipped);
    return { text, starts };
  }
  // Most names are of ASCII, and indexes are large.
  const starts: number[] = [];
  let kind: LetterKind = 'none';
  let length = 0;
  for (let at = 0; at < clipped.length; at += 1) {
    const next = asciiKindOf(clipped.charCodeAt(at));
    if (startsWord(kind, next)) starts.push(length);
    if (next !== 'none') length += 1;
    kind = next;
  }
  return { text: clipped.toLowerCase().replace(NOT_ALNUM, ''), starts };
}

/** Gives a text as it is compared, and where it all comes from. */
export function foldWithOrigin(original: string): FoldedWithOrigin {
  const parts: string[] = [];
  const starts: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let kind: LetterKind = 'none';
  let at = 0;
  for (const letter of original.slice(0, FOLDED_MAX)) {
    const end = at + letter.length;
    const code = letter.charCodeAt(0);
    const folded: FoldedLetter =
      code < 128 ? { kind: asciiKindOf(code), text: letter.toLowerCase() } : foldLetter(letter);
    if (folded.kind === 'none') kind = 'none';
    else if (folded.text !== '') {
      // A mark goes on with the word of its letter.
      const next: LetterKind = folded.kind === 'mark' && kind !== 'none' ? kind : folded.kind;
      if (startsWord(kind, next, folded.kind === 'mark')) starts.push(from.length);
      parts.push(folded.text);
      for (let unit = 0; unit < folded.text.length; unit += 1) {
        from.push(at);
        to.push(end);
      }
      kind = next;
    } else if (kind !== 'none') toEnd(from, to, end);
    at = end;
  }
  return { text: parts.join(''), starts, from, to };
}

/** A mark that is left out is still part of the letter before it. */
function toEnd(from: readonly number[], to: number[], end: number): void {
  const last = from.at(-1);
  for (let unit = to.length - 1; unit >= 0 && from[unit] === last; unit -= 1) to[unit] = end;
}

function startsWord(before: LetterKind, kind: LetterKind, isMark = false): boolean {
  if (kind === 'none') return false;
  // In Han every sign may be a word.
  if (kind === 'han') return !isMark;
  return before !== kind && !(kind === 'small' && before === 'capital');
}

function asciiKindOf(code: number): LetterKind {
  if (code >= 97 && code <= 122) return 'small';
  if (code >= 65 && code <= 90) return 'capital';
  return code >= 48 && code <= 57 ? 'digit' : 'none';
}
