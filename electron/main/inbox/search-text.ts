/** Longest search text that is looked at, in UTF-16 units, and most words of it. */
export const SEARCH_MAX = 400;
export const SEARCH_WORDS_MAX = 24;

/** Columns of the index that hold what people wrote; `facets` is ours. */
const WRITTEN = '{title body sender channel}';

/** Scripts that set no spaces between words, and signs: each character is a word of its own. */
const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}]/gu;
/** What the index takes for part of a word; as `categories` in the schema. */
const IN_WORDS = /[\p{L}\p{N}\p{Co}\p{So}]/u;

/** What a search text asks for: `all` when nothing is typed, `none` when nothing of it can be found. */
export type SearchMatch =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'match'; readonly match: string };

/** Gives a text as it goes into the index. What is changed here needs a new index: a new version of the schema. */
export const toIndexText = (text: string): string => text.normalize('NFKC').replace(ALONE, ' $& ');

/** Makes a query for FTS5 of what a person typed: all words, the last as the beginning of one. Safe for any text. */
export function toSearchMatch(text: string): SearchMatch {
  const typed = text.slice(0, SEARCH_MAX).toWellFormed().replaceAll('\0', ' ').trim();
  if (typed === '') return { kind: 'all' };
  const words = typed
    .split(/\s+/u)
    // Only then: some signs become quotes.
    .map((word) => toIndexText(word).replaceAll('"', ' ').trim())
    .filter((word) => IN_WORDS.test(word))
    .slice(0, SEARCH_WORDS_MAX);
  if (words.length === 0) return { kind: 'none' };
  // In quotes nothing is an operator.
  return { kind: 'match', match: `${WRITTEN} : (${words.map((word) => `"${word}"`).join(' AND ')} *)` };
}

/** A query for FTS5 that has all of these facets; each is one of several. Facets are letters and digits. */
export const toFacetMatch = (facets: readonly (readonly string[])[]): string =>
  facets.map((some) => `(facets : (${some.map((one) => `"${one}"`).join(' OR ')}))`).join(' AND ');
