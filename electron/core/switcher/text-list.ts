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
  /** Which letters there are from each of these to the end of its text. */
  readonly restMasks: Int32Array;
  /** Which of the starts is the first of each text, and one more. */
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
  const count = texts.reduce((sum, folded) => sum + folded.starts.length, 0);
  const starts = new Uint32Array(count);
  const restMasks = new Int32Array(count);
  let length = 0;
  let first = 0;
  texts.forEach((folded, at) => {
    let mask = 0;
    let startMask = 0;
    let end = folded.text.length;
    for (let index = folded.starts.length - 1; index >= 0; index -= 1) {
      const start = folded.starts[index] ?? 0;
      mask |= maskOf(folded.text, start, end);
      startMask |= maskOf(folded.text, start, start + 1);
      starts[first + index] = length + start;
      restMasks[first + index] = mask;
      end = start;
    }
    masks[at] = mask;
    startMasks[at] = startMask;
    length += folded.text.length + PARTING.length;
    first += folded.starts.length;
    from[at + 1] = length;
    firstStart[at + 1] = first;
  });
  const text = texts.map((folded) => folded.text + PARTING).join('');
  return { text, from, starts, restMasks, firstStart, masks, startMasks };
}

/** Where a text ends in the string of a list. */
export const endOf = ({ from }: TextList, at: number): number => (from[at + 1] ?? 0) - PARTING.length;

/** Gives one text of a list. */
export const textAt = (list: TextList, at: number): string => list.text.slice(list.from[at], endOf(list, at));
