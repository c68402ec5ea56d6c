import { fold } from './fold';

/** What is asked for by a sign: `@` people and direct conversations, `#` channels, `>` commands. */
export type QueryKind = 'direct' | 'channel' | 'command';

/** What was typed, understood. Words are folded, in the order typed. */
export interface SwitcherQuery {
  readonly words: readonly string[];
  readonly kind: QueryKind | undefined;
  /** Start of the name of a service or its recipe, folded. */
  readonly service: string | undefined;
  /** The words with that one among them: what is meant where no service is called so. */
  readonly allWords: readonly string[];
  /** Where words start in all of these, written together. */
  readonly starts: readonly number[];
}

/** Longest part of what is typed that is looked at, in UTF-16 units, and most words of it. */
export const QUERY_MAX = 200;
export const WORDS_MAX = 12;

const signs: Readonly<Record<string, QueryKind>> = {
  '@': 'direct',
  '＠': 'direct',
  '#': 'channel',
  '＃': 'channel',
  '>': 'command',
  '＞': 'command',
};
/** A word: signs, then what is in quotes or has no space, up to a colon or the end of it. */
const TOKEN = /([@＠#＃>＞]*)(?:["“”„](?<quoted>[^"“”„]*)["“”„]?|(?<plain>[^\s:："“”„]+))?(?<colon>[:：])?/uy;

/**
 * Understands what was typed: words in any order; `@`, `#` and `>` before any of them; `name:` for a service, in quotes
 * where its name has spaces. The first sign and the first service count, all else are words. Never throws.
 */
export function parseQuery(text: string): SwitcherQuery {
  const words: string[] = [];
  const allWords: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let kind: QueryKind | undefined;
  let service: string | undefined;
  for (const token of toTokens(text.slice(0, QUERY_MAX))) {
    kind ??= signs[token.signs.charAt(0)];
    const { text: word, starts: within } = fold(token.text);
    if (word === '' || allWords.length === WORDS_MAX) continue;
    allWords.push(word);
    starts.push(...within.map((start) => length + start));
    length += word.length;
    if (token.isService && service === undefined) service = word;
    else words.push(word);
  }
  return { words, kind, service, allWords, starts };
}

interface Token {
  readonly signs: string;
  readonly text: string;
  readonly isService: boolean;
}

function toTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') {
      pattern.lastIndex = from + 1;
      continue;
    }
    const { quoted, plain, colon } = match.groups ?? {};
    tokens.push({ signs: match[1] ?? '', text: quoted ?? plain ?? '', isService: colon !== undefined });
  }
  return tokens;
}

/** Gives a query in one way of writing, under which what was picked is learnt; empty where nothing was asked. */
export function toQueryText({ words, kind, service }: SwitcherQuery): string {
  const sign = kind === undefined ? '' : { direct: '@', channel: '#', command: '>' }[kind];
  return `${sign}${service === undefined ? '' : `${service}:`}${words.join(' ')}`;
}
