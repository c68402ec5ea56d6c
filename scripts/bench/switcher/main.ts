import { searchSwitcher } from '../../../electron/core/switcher/search';
import { createSwitcherIndex } from '../../../electron/core/switcher/switcher-index';
import { noteUse, nothingUsed, type Usage } from '../../../electron/core/switcher/usage';
import { createGroups, typed, type Group } from './data';

const SERVICES = 200;
const CHANNELS = 100;
const LIMIT = 50;
const NOW_MS = 2e9;

/** Times in ms of what the switcher's heart does. */
export interface SwitcherTimes {
  /** Of each search, for each letter typed. */
  readonly searchMs: readonly number[];
  /** Of putting all groups into a new index. */
  readonly fillMs: number;
  /** Of replacing one group, for each. */
  readonly replaceMs: readonly number[];
  readonly entries: number;
}

/** Some use of what there is, so that ranking has something to look at. */
function createUsage(groups: readonly Group[]): Usage {
  const entries = groups.flatMap((group) => group.entries);
  let usage = nothingUsed;
  for (let index = 0; index < 500; index += 1) {
    const { key, name } = entries[(index * 37) % entries.length] ?? { key: '', name: '' };
    usage = noteUse(usage, key, name.slice(0, 1 + (index % 4)), index * 1e6);
  }
  return usage;
}

/** Fills an index with 200 services and 20,000 channels, replaces each group, and types. */
export function measure(nowMs: () => number): SwitcherTimes {
  const groups = createGroups(SERVICES, CHANNELS);
  const usage = createUsage(groups);
  const index = createSwitcherIndex();
  const filling = nowMs();
  for (const { key, entries } of groups) index.setGroup(key, entries);
  const fillMs = nowMs() - filling;
  const replaceMs = groups.map(({ key, entries }) => {
    const started = nowMs();
    index.setGroup(key, entries);
    return nowMs() - started;
  });
  const searchMs = typed.flatMap((text) =>
    Array.from({ length: text.length + 1 }, (_, length) => {
      const started = nowMs();
      searchSwitcher(index, { query: text.slice(0, length), usage, nowMs: NOW_MS, limit: LIMIT });
      return nowMs() - started;
    }),
  );
  return {
    searchMs,
    fillMs,
    replaceMs,
    entries: groups.reduce((sum, group) => sum + group.entries.length, 0),
  };
}
