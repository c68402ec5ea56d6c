import type { Folded } from './fold';
import { maskOf } from './letter-mask';

/** Parts folded texts; in none of them, and in no word that is looked for. */
const PARTING = '\n';

/**
 * Folded texts, one behind the other in one string: many short texts are looked through so many times faster than each
 * for itself. `at` is the place of a text among them.
 */
export interface TextList {
  /** Each of the texts, and what parts it from the next. */
  readonly text: string;
  /** Where each text starts in it, and one more. */
  readonly from: Uint32Array;
  /** Where words start in it, of all texts. */
  readonly starts: Uint32Array;
  /** Which of these is the first of each text, and one more. */
  readonly firstStart: Uint32Array;
  /** Which letters each text has, and with which its words start, see {@link maskOf}. */
  readonly masks: Int32Array;
  readonly startMasks: Int32Array;
}

/** Puts folded texts into a list. */
export function toTextList(texts: readonly Folded[]): TextList {
  const from = new Uint32Array(texts.length + 1);
  const firstStart = new Uint32Array(texts.length + 1);
  const masks = new Int32Array(texts.length);
  const startMasks = new Int32Array(texts.length);
  const starts: number[] = [];
  let length = 0;
  texts.forEach((folded, at) => {
    let startMask = 0;
    for (const start of folded.starts) {
      starts.push(length + start);
      startMask |= maskOf(folded.text.charAt(start));
    }
    masks[at] = maskOf(folded.text);
    startMasks[at] = startMask;
    length += folded.text.length + PARTING.length;
    from[at + 1] = length;
    firstStart[at + 1] = starts.length;
  });
  const text = texts.map((folded) => folded.text + PARTING).join('');
  return { text, from, starts: Uint32Array.from(starts), firstStart, masks, startMasks };
}

/** Where a text ends in the string of a list. */
export const endOf = ({ from }: TextList, at: number): number => (from[at + 1] ?? 0) - PARTING.length;

/** Gives one text of a list. */
export const textAt = (list: TextList, at: number): string => list.text.slice(list.from[at], endOf(list, at));
