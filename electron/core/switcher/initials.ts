import type { Folded } from './fold';
import type { TextList } from './text-list';

/** Longest word that is taken for initials: one bit for each place in it. */
const INITIALS_MAX = 30;

/** Bit 0: nothing of the word is found yet. */
const NOTHING_YET = 1;

/**
 * Tells whether a word is made of beginnings of words, some of `before` and then at least one of a text, in their order:
 * `rgen` of Rocket.Chat and general. Words may be left out: `first` when the first of the text is not. `before` is bit 0
 * and what {@link reachIn} gave for it.
 */
export function gradeInitials(
  word: string,
  list: TextList,
  at: number,
  before = NOTHING_YET,
): 'first' | 'later' | undefined {
  const whole = 1 << word.length;
  if ((reachIn(word, list, at, before) & whole) === 0) return undefined;
  const first = list.firstStart[at] ?? 0;
  const inFirst = reachFrom(before, word, list.text, list.starts[first] ?? 0);
  const withFirst = inFirst | reachOver(word, list, first + 1, list.firstStart[at + 1] ?? 0, inFirst);
  return (withFirst & whole) === 0 ? 'later' : 'first';
}

/** Gives how far beginnings of words of a text go in a word: bit n for its first n letters. Of long words nowhere. */
export function reachIn(word: string, list: TextList, at: number, before = NOTHING_YET): number {
  if (word.length > INITIALS_MAX) return 0;
  return reachOver(word, list, list.firstStart[at] ?? 0, list.firstStart[at + 1] ?? 0, before);
}

function reachOver(word: string, list: TextList, from: number, to: number, before: number): number {
  let reached = 0;
  for (let index = from; index < to; index += 1)
    reached |= reachFrom(before | reached, word, list.text, list.starts[index] ?? 0);
  return reached;
}

/** Gives how far one comes from the places reached, with letters of the word that starts here. */
function reachFrom(reached: number, word: string, text: string, start: number): number {
  let further = 0;
  const first = text.charCodeAt(start);
  for (let at = 0; at < word.length; at += 1) {
    if ((reached & (1 << at)) === 0 || word.charCodeAt(at) !== first) continue;
    for (let end = at; end < word.length; end += 1) {
      if (word.charCodeAt(end) !== text.charCodeAt(start + end - at)) break;
      further |= 1 << (end + 1);
    }
  }
  return further;
}

/** A beginning of a word: which text (0 is the first), from where to where in it. */
export interface Piece {
  readonly textIndex: number;
  readonly from: number;
  readonly to: number;
}

/** Gives the beginnings a word is made of, the first and longest there are; undefined where it is not. */
export function findInitials(word: string, texts: readonly Folded[]): readonly Piece[] | undefined {
  if (word.length > INITIALS_MAX) return undefined;
  const words = texts.flatMap(({ text, starts }, textIndex) =>
    starts.map((start) => ({ text, textIndex, start })),
  );
  // What was tried in vain; without it many like words would be tried over and over.
  const vain = new Set<number>();
  const find = (at: number, wordIndex: number): readonly Piece[] | undefined => {
    const state = at * words.length + wordIndex;
    if (vain.has(state)) return undefined;
    for (const [index, { text, textIndex, start }] of words.slice(wordIndex).entries()) {
      for (let length = commonLength(word, at, text, start); length > 0; length -= 1) {
        const piece = { textIndex, from: start, to: start + length };
        if (at + length === word.length && textIndex === texts.length - 1) return [piece];
        const rest = at + length < word.length ? find(at + length, wordIndex + index + 1) : undefined;
        if (rest !== undefined) return [piece, ...rest];
      }
    }
    vain.add(state);
    return undefined;
  };
  return find(0, 0);
}

function commonLength(word: string, at: number, text: string, start: number): number {
  let length = 0;
  while (at + length < word.length && word.charCodeAt(at + length) === text.charCodeAt(start + length))
    length += 1;
  return length;
}
