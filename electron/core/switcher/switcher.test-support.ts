import { quietEntry, type SwitcherEntry, type TextRange } from './entry';
import { searchSwitcher, type SwitcherSearch } from './search';
import { createSwitcherIndex, type SwitcherIndex } from './switcher-index';
import { nothingUsed } from './usage';

/** Gives an entry for tests: a channel of no service, read, its key made of where it is and its name. */
export const anEntry = (name: string, changes: Partial<SwitcherEntry> = {}): SwitcherEntry => ({
  key: `${changes.kind ?? 'channel'}:${changes.where ?? ''}:${name}`,
  kind: 'channel',
  name,
  where: '',
  ...quietEntry,
  ...changes,
});

/** Gives channels of a service, and the service. */
export const aService = (name: string, recipe: string, ...channels: readonly string[]): SwitcherEntry[] => [
  anEntry(name, { kind: 'service', serviceId: name, terms: [recipe] }),
  ...channels.map((channel) => anEntry(channel, { where: name, serviceId: name, terms: [recipe] })),
];

/** Gives an index with these in one group. */
export function indexOf(entries: readonly SwitcherEntry[]): SwitcherIndex {
  const index = createSwitcherIndex();
  index.setGroup('all', entries);
  return index;
}

/** Searches these, with nothing known of use. */
export const searchIn = (
  entries: readonly SwitcherEntry[],
  query: string,
  changes: Partial<SwitcherSearch> = {},
) => searchSwitcher(indexOf(entries), { query, usage: nothingUsed, nowMs: 0, limit: 50, ...changes });

/** Gives where and what was found, in order: `Work › general`. */
export const found = (...args: Parameters<typeof searchIn>): readonly string[] =>
  searchIn(...args).map(({ entry }) => [entry.where, entry.name].filter(Boolean).join(' › '));

/** Gives a text with its marks in brackets. */
export function marked(text: string, marks: readonly TextRange[]): string {
  let at = 0;
  const parts = marks.map(([from, to]) => {
    const part = `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
    return part;
  });
  return parts.join('') + text.slice(at);
}
