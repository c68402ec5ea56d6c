import type { SwitcherEntry } from './entry';
import { fold, type Folded } from './fold';
import { importanceOf } from './importance';
import { maskOf } from './letter-mask';

/** Where an entry is and what else it is called; one for all entries of a group that have the same. */
export interface Place {
  readonly where: Folded;
  readonly terms: readonly Folded[];
  /** All of these. */
  readonly texts: readonly Folded[];
  readonly mask: number;
}

/** An entry, ready to be searched: its folded name, and what else is looked at often. */
export interface Item extends Folded {
  readonly entry: SwitcherEntry;
  readonly mask: number;
  readonly place: Place;
  readonly importance: number;
}

/** Items, and of each which letters its name and place have: far most are passed over by that alone. */
export interface ItemGroup {
  readonly items: readonly Item[];
  readonly masks: Int32Array;
}

/** All that can be found, in groups of which each can be replaced alone. */
export interface SwitcherIndex {
  /** Puts these in the place of what the group had; keys of entries are expected to be in one group only. */
  readonly setGroup: (key: string, entries: readonly SwitcherEntry[]) => void;
  readonly removeGroup: (key: string) => void;
  /** The groups, ready to be searched, in the order first set. */
  readonly groups: () => Iterable<ItemGroup>;
}

/** Gives an index with nothing in it. What is set is prepared once, so that searching does not have to. */
export function createSwitcherIndex(): SwitcherIndex {
  const groups = new Map<string, ItemGroup>();
  return {
    setGroup: (key, entries) => {
      const items = toItems(entries);
      groups.set(key, { items, masks: Int32Array.from(items, ({ mask, place }) => mask | place.mask) });
    },
    removeGroup: (key) => {
      groups.delete(key);
    },
    groups: () => groups.values(),
  };
}

function toItems(entries: readonly SwitcherEntry[]): readonly Item[] {
  const places = new Map<string, Place>();
  return entries.map((entry) => {
    const placeKey = [entry.where, ...(entry.terms ?? [])].join('\n');
    let place = places.get(placeKey);
    if (place === undefined) {
      place = toPlace(entry);
      places.set(placeKey, place);
    }
    const { text, starts } = fold(entry.name);
    return { text, starts, entry, mask: maskOf(text), place, importance: importanceOf(entry) };
  });
}

function toPlace(entry: SwitcherEntry): Place {
  const where = fold(entry.where);
  const terms = (entry.terms ?? []).map(fold);
  const texts = [where, ...terms];
  return { where, terms, texts, mask: texts.reduce((mask, { text }) => mask | maskOf(text), 0) };
}
