/** Part of a text, and whether it is what was looked for. */
export interface TextPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Scripts that set no spaces between words; as the index has it, each character is a word. */
const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const IN_WORD = /[\p{L}\p{N}\p{M}]/u;
/** Most words that are looked for. */
const WORDS_MAX = 24;

interface Folded {
  readonly text: string;
  /** For each place in the folded text, where it comes from; one more for the end. */
  readonly origins: readonly number[];
}

/** Without case, accents and breadth of characters, as the search compares. */
function fold(text: string): Folded {
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    folded += plain;
    for (let index = 0; index < plain.length; index += 1) origins.push(at);
    at += character.length;
  }
  return { text: folded, origins: [...origins, at] };
}

/** Gives a text in parts, with what a search for `query` finds in it marked: whole words, the last as a beginning. */
export function highlight(text: string, query: string): readonly TextPart[] {
  const words = fold(query.slice(0, 400))
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX);
  if (words.length === 0 || text === '') return [{ text, isHit: false }];
  const folded = fold(text);
  const hits = words
    .flatMap((word, index) => find(folded, word, index === words.length - 1))
    .toSorted(([a], [b]) => a - b);
  const parts: TextPart[] = [];
  let done = 0;
  for (const [from, to] of hits) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    if (start > done) parts.push({ text: text.slice(done, start), isHit: false });
    parts.push({ text: text.slice(start, to), isHit: true });
    done = to;
  }
  return done < text.length ? [...parts, { text: text.slice(done), isHit: false }] : parts;
}

function find({ text, origins }: Folded, word: string, isBeginning: boolean): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!startsWord(text, at) || (!isBeginning && !startsWord(text, end) && isInWord(text, end))) continue;
    const from = origins[at] ?? 0;
    // A character that folds to several is marked whole.
    const last = origins[end - 1] ?? from;
    const to = origins.slice(end).find((origin) => origin > last) ?? origins.at(-1) ?? from;
    found.push([from, to]);
  }
  return found;
}

const isInWord = (text: string, at: number): boolean => IN_WORD.test(text.charAt(at));

function startsWord(text: string, at: number): boolean {
  const [before, here] = [text.charAt(at - 1), text.charAt(at)];
  return !IN_WORD.test(before) || ALONE.test(before) || ALONE.test(here);
}
