import type { SwitcherEntry } from './entry';
import { fold } from './fold';
import { importanceOf, standingOf, traitsOf } from './traits';
import { endOf, toTextList, type TextList } from './text-list';
import type { Usage, Used } from './usage';

/** Where an entry is and what else it is called; one for all entries of a group that have the same. */
export interface Place {
  /** Folded: the name of the service, then the terms. */
  readonly texts: TextList;
  /** Letters of all of them. */
  readonly mask: number;
}

/** Entries, ready to be searched; `at` is the place of one among them. What is looked at often lies close together. */
export interface IndexGroup {
  readonly entries: readonly SwitcherEntry[];
  readonly keys: readonly string[];
  /** What each is, see {@link traitsOf}. */
  readonly traits: Uint8Array;
  readonly names: TextList;
  readonly places: readonly Place[];
  /** Letters of each place. */
  readonly placeMasks: Int32Array;
  readonly importance: Uint8Array;
  readonly standing: Uint8Array;
  /** When there was something last; 0 where nobody knows. */
  readonly activityMs: Float64Array;
  /** Orders most names by one number, as their texts would. */
  readonly nameKeys: Float64Array;
  /** What is known of the use of its entries, by `at`; kept for the last usage asked about. */
  readonly usedOf: (usage: Usage, find: (key: string) => Used | undefined) => ReadonlyMap<number, Used>;
}

const NAME_KEY_UNITS = 3;

/** All that can be found, in groups of which each can be replaced alone. */
export interface SwitcherIndex {
  /** Puts these in the place of what the group had; a key of an entry is expected to be in one group only. */
  readonly setGroup: (key: string, entries: readonly SwitcherEntry[]) => void;
  readonly removeGroup: (key: string) => void;
  /** The groups, ready to be searched, in the order first set. */
  readonly groups: () => Iterable<IndexGroup>;
}

/** Gives an index with nothing in it. What is set is prepared once, so that searching does not have to. */
export function createSwitcherIndex(): SwitcherIndex {
  const groups = new Map<string, IndexGroup>();
  return {
    setGroup: (key, entries) => {
      groups.set(key, toGroup(entries));
    },
    removeGroup: (key) => {
      groups.delete(key);
    },
    groups: () => groups.values(),
  };
}

function toGroup(entries: readonly SwitcherEntry[]): IndexGroup {
  const names = toTextList(entries.map(({ name }) => fold(name)));
  const places = toPlaces(entries);
  const group = {
    entries,
    keys: entries.map(({ key }) => key),
    names,
    places,
    placeMasks: Int32Array.from(places.map(({ mask }) => mask)),
    traits: new Uint8Array(entries.length),
    importance: new Uint8Array(entries.length),
    standing: new Uint8Array(entries.length),
    activityMs: new Float64Array(entries.length),
    nameKeys: new Float64Array(entries.length),
  };
  entries.forEach((entry, at) => {
    group.traits[at] = traitsOf(entry);
    group.importance[at] = importanceOf(entry);
    group.standing[at] = standingOf(entry);
    group.activityMs[at] = entry.lastActivityMs || 0;
    group.nameKeys[at] = toNameKey(names, at);
  });
  return { ...group, usedOf: rememberUse(group.keys) };
}

function toPlaces(entries: readonly SwitcherEntry[]): readonly Place[] {
  const places = new Map<string, Place>();
  return entries.map(({ where, terms = [] }) => {
    const key = terms.length === 0 ? where : [where, ...terms].join('\n');
    const known = places.get(key);
    if (known !== undefined) return known;
    const texts = toTextList([where, ...terms].map(fold));
    const place = { texts, mask: texts.masks.reduce((all, mask) => all | mask, 0) };
    places.set(key, place);
    return place;
  });
}

/** The first three units, as one number. */
function toNameKey(names: TextList, at: number): number {
  const { text, from } = names;
  const start = from[at] ?? 0;
  const end = endOf(names, at);
  let key = 0;
  let isOver = false;
  for (let unit = 0; unit < NAME_KEY_UNITS; unit += 1) {
    isOver ||= start + unit >= end;
    key = key * 2 ** 16 + (isOver ? 0 : text.charCodeAt(start + unit));
  }
  return key;
}

function rememberUse(keys: readonly string[]): IndexGroup['usedOf'] {
  let last: { readonly usage: Usage; readonly used: ReadonlyMap<number, Used> } | undefined;
  return (usage, find) => {
    if (last?.usage === usage) return last.used;
    const used = new Map<number, Used>();
    for (let at = 0; usage.length > 0 && at < keys.length; at += 1) {
      const found = find(keys[at] ?? '');
      if (found !== undefined) used.set(at, found);
    }
    last = { usage, used };
    return used;
  };
}
