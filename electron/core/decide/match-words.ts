import type { WordList } from '../model/rule';

/** A list of senders and keywords, made ready to be asked often. */
export interface CompiledWords {
  readonly senders: ReadonlySet<string>;
  /** Finds any of the words in a folded text; undefined where there are none. */
  readonly keywords: RegExp | undefined;
}

const ACCENTED = /[^\t\n\r -~]/;
const UNEVEN = /[\t\n\r]| {2}|^ | $/;

/** Gives a text without case, accents and doubled white space, so that two that read alike are alike. */
export function foldText(text: string): string {
  // Most texts have nothing to take apart, and decisions about notifications are many.
  const plain = ACCENTED.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
  const folded = plain.toLowerCase();
  return plain !== text || UNEVEN.test(folded) ? folded.replace(/\s+/gu, ' ').trim() : folded;
}

/** Longest part of a text that is looked through, in UTF-16 units. */
const TEXT_MAX = 4096;
const compiled = new WeakMap<WordList, { readonly words: CompiledWords | undefined }>();

/** Gives a list made ready, once for the same list and only when it is first asked; `undefined` for none or an empty one. */
export function wordsOf(list: WordList | undefined): CompiledWords | undefined {
  if (list === undefined) return undefined;
  const known = compiled.get(list);
  if (known !== undefined) return known.words;
  const words = compileWords(list);
  compiled.set(list, { words });
  return words;
}

function compileWords(list: WordList): CompiledWords | undefined {
  const senders = new Set(list.senders.map((one) => foldText(one).replace(/^@/, '')).filter(Boolean));
  const keywords = toPattern(list.keywords.map(foldText).filter(Boolean));
  return senders.size === 0 && keywords === undefined ? undefined : { senders, keywords };
}

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Whole words only, where the script has words. */
function toPattern(words: readonly string[]): RegExp | undefined {
  const escape = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const spaced = words.filter((word) => !UNSPACED.test(word)).map(escape);
  const unspaced = words.filter((word) => UNSPACED.test(word)).map(escape);
  const whole =
    spaced.length === 0 ? [] : [String.raw`(?<![\p{L}\p{N}])(?:${spaced.join('|')})(?![\p{L}\p{N}])`];
  const parts = [...whole, ...unspaced];
  return parts.length === 0 ? undefined : new RegExp(parts.join('|'), 'u');
}

/** True when the sender is one of the list, or the text has one of its words. */
export function matchesWords(
  words: CompiledWords,
  message: { readonly sender: string | undefined; readonly text: string },
): boolean {
  if (message.sender !== undefined && words.senders.size > 0) {
    if (words.senders.has(foldText(message.sender).replace(/^@/, ''))) return true;
  }
  if (words.keywords === undefined) return false;
  return words.keywords.test(foldText(message.text.slice(0, TEXT_MAX)).slice(0, TEXT_MAX));
}

/** The count that pages put before their titles. */
const TITLE_COUNT = /^\s*(?:\((?:\d{1,9}\+?|[•●*∙·])\)|\[(?:\d{1,9}\+?|[•●*∙·])\])\s*/u;
/** The name alone, or with what pages set off from it. */
const AFTER_NAME = /^(?:$|\s+[|\-–—·•(])/u;

/** True when a page's title is the name of a conversation, with its count before and, set off, what else there is behind. */
export function isTitleOf(title: string, name: string): boolean {
  const folded = foldText(name);
  if (folded === '') return false;
  const shown = foldText(title);
  return [shown, shown.replace(TITLE_COUNT, '')].some(
    (text) => text.startsWith(folded) && AFTER_NAME.test(text.slice(folded.length)),
  );
}
