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

/** Makes a list ready; `undefined` for none or an empty one. */
export function compileWords(words: WordList | undefined): CompiledWords | undefined {
  if (words === undefined) return undefined;
  const senders = new Set(words.senders.map((one) => foldText(one).replace(/^@/, '')).filter(Boolean));
  const patterns = words.keywords.map(foldText).filter(Boolean).map(toPattern);
  const keywords = patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'u');
  return senders.size === 0 && keywords === undefined ? undefined : { senders, keywords };
}

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Whole words only, where the script has words. */
function toPattern(folded: string): string {
  const text = folded.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  return UNSPACED.test(folded) ? text : String.raw`(?<![\p{L}\p{N}])${text}(?![\p{L}\p{N}])`;
}

/** True when the sender is one of the list, or the text has one of its words. */
export function matchesWords(
  words: CompiledWords,
  message: { readonly sender: string | undefined; readonly text: string },
): boolean {
  if (message.sender !== undefined && words.senders.size > 0) {
    if (words.senders.has(foldText(message.sender).replace(/^@/, ''))) return true;
  }
  return words.keywords?.test(foldText(message.text)) ?? false;
}

/** Counts that pages put before their titles. */
const TITLE_COUNT = /^[\s([•●*∙·\d+)\]]+/u;

/** True when a page's title begins with the name of a conversation, its count left aside. */
export function isTitleOf(title: string, name: string): boolean {
  const folded = foldText(name);
  if (folded === '') return false;
  const shown = foldText(title);
  return [shown, shown.replace(TITLE_COUNT, '')].some(
    (text) => text.startsWith(folded) && !/^[\p{L}\p{N}_-]/u.test(text.slice(folded.length)),
  );
}
