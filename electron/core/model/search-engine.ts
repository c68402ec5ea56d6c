import * as z from 'zod/mini';
import { clipText } from './clip-text';

/** What searches the web; `%s` is where the words go. */
export const searchEngines = {
  duckduckgo: { name: 'DuckDuckGo', template: 'https://duckduckgo.com/?q=%s' },
  startpage: { name: 'Startpage', template: 'https://www.startpage.com/sp/search?query=%s' },
  ecosia: { name: 'Ecosia', template: 'https://www.ecosia.org/search?q=%s' },
  qwant: { name: 'Qwant', template: 'https://www.qwant.com/?q=%s' },
  brave: { name: 'Brave Search', template: 'https://search.brave.com/search?q=%s' },
  kagi: { name: 'Kagi', template: 'https://kagi.com/search?q=%s' },
  google: { name: 'Google', template: 'https://www.google.com/search?q=%s' },
  bing: { name: 'Bing', template: 'https://www.bing.com/search?q=%s' },
} as const;

export type SearchEngine = keyof typeof searchEngines;

/** Names of the engines in the order of the list. */
export const searchEngineNames = Object.keys(searchEngines) as readonly SearchEngine[];

/** Longest address of an engine of the person's own, in UTF-16 units. */
export const SEARCH_TEMPLATE_MAX = 500;
/** Most of a selection that is searched for, in UTF-16 units. */
export const SEARCH_TEXT_MAX = 500;

/** An address of the web in which the words have a place; what it leads to opens outside. */
export const searchTemplateSchema = z.string().check(
  z.maxLength(SEARCH_TEMPLATE_MAX),
  z.refine((template) => isSearchTemplate(template)),
);

export const searchSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('engine'), engine: z.enum(searchEngineNames) }),
  z.object({ kind: z.literal('own'), template: searchTemplateSchema }),
]);

/** What searches for what is selected in a page. */
export type Search = Readonly<z.infer<typeof searchSchema>>;

/** True for an http or https address with a place for the words behind its host. */
export function isSearchTemplate(template: string): boolean {
  if (!template.includes('%s') || !URL.canParse(template.replaceAll('%s', 'x'))) return false;
  const host = (words: string): string => new URL(template.replaceAll('%s', words)).host;
  return /^https?:\/\/[^/?#%@]+\//i.test(template) && host('x') === host('y');
}

/** Gives the engine's name as people know it: of one's own, its host. */
export const searchNameOf = (search: Search): string =>
  search.kind === 'engine'
    ? searchEngines[search.engine].name
    : new URL(search.template.replaceAll('%s', 'x')).host;

/** Gives the address that searches for a text; line ends and other white space are single blanks in it. */
export function toSearchUrl(search: Search, text: string): string {
  const template = search.kind === 'engine' ? searchEngines[search.engine].template : search.template;
  const words = encodeURIComponent(clipText(text, SEARCH_TEXT_MAX));
  // As a function, since `$&` in what was selected would be read as a pattern.
  return template.replaceAll('%s', () => words);
}
