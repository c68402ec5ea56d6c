import type { Folded } from './fold';

/** Longest word that is taken for initials: one bit for each place in it. */
const INITIALS_MAX = 30;

/**
 * True when a word is made of beginnings of words, some of `before` and then at least one of `text`, in their order:
 * `rgen` of Rocket.Chat and general. Words may be left out.
 */
export function isInitials(word: string, before: Folded | undefined, text: Folded): boolean {
  if (word.length > INITIALS_MAX) return false;
  // Bit n: the first n letters are found.
  let left = 1;
  if (before !== undefined)
    for (const start of before.starts) left |= reachFrom(left, word, before.text, start);
  let reached = 0;
  for (const start of text.starts) reached |= reachFrom(left | reached, word, text.text, start);
  return (reached & (1 << word.length)) !== 0;
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
    for (let index = wordIndex; index < words.length; index += 1) {
      const { text, textIndex, start } = words[index] ?? { text: '', textIndex: 0, start: 0 };
      for (let length = commonLength(word, at, text, start); length > 0; length -= 1) {
        const piece = { textIndex, from: start, to: start + length };
        if (at + length === word.length && textIndex === texts.length - 1) return [piece];
        const rest = at + length < word.length ? find(at + length, index + 1) : undefined;
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
