import type { SwitcherRow } from './entry';
import { createGrader, NO_FIT, type Reading } from './grade-item';
import { learnedOf } from './learned';
import { toRow } from './marks';
import { compareFound, compareListed, type Candidate } from './order';
import { parseQuery, toQueryText } from './query';
import type { IndexGroup, Place, SwitcherIndex } from './switcher-index';
import { createTopList } from './top-list';
import { TRAIT } from './traits';
import { worthOf, type Usage } from './usage';

/** What is asked of the switcher. */
export interface SwitcherSearch {
  /** As typed. */
  readonly query: string;
  readonly usage: Usage;
  readonly nowMs: number;
  /** Most rows wanted. */
  readonly limit: number;
  /** Key of where the person is: with nothing typed it is not what they want to go to. */
  readonly hereKey?: string | undefined;
}

/** Gives what was asked for, the best first; the same for the same. Never throws. */
export function searchSwitcher(index: SwitcherIndex, search: SwitcherSearch): readonly SwitcherRow[] {
  const query = parseQuery(search.query);
  const isService = query.service === undefined ? undefined : findService(index, query.service);
  const words = query.service !== undefined && isService === undefined ? query.allWords : query.words;
  const top = createTopList<Candidate>(
    Math.max(0, Math.floor(search.limit) || 0),
    words.length === 0 ? compareListed : compareFound,
  );
  const { usedOf, pickedAfter } = learnedOf(search.usage);
  const picked = pickedAfter(toQueryText(query), search.nowMs);
  const graderOf = createGrader(words, query.starts);

  /** Offers what is asked for of a group, but for what is there already. */
  function look(group: IndexGroup, reading: Reading, known: ReadonlySet<string>): void {
    const { keys, traits, importance } = group;
    const grade = graderOf(group);
    const usedAt = group.usedOf(search.usage, usedOf);
    const trait = query.kind === undefined ? 0 : TRAIT[query.kind];
    const isAsked = (at: number): boolean =>
      ((traits[at] ?? 0) & trait) === trait && (isService === undefined || isService(group, at));

    for (let at = 0; at < keys.length; at += 1) {
      const used = usedAt.size === 0 ? undefined : usedAt.get(at);
      const pick = used === undefined ? 0 : (picked.get(used.key) ?? 0);
      const quality = grade(at, pick > 0 ? 'any' : reading);
      const key = quality === NO_FIT ? undefined : keys[at];
      if (key === undefined || !isAsked(at) || known.has(key)) continue;
      const isHere = words.length === 0 && key === search.hereKey;
      top.offer({
        group,
        at,
        picked: pick,
        quality,
        frecency: used === undefined ? 0 : worthOf(used, search.nowMs),
        lastUsedMs: isHere ? 0 : (used?.lastMs ?? 0),
        importance: isHere ? 0 : (importance[at] ?? 0),
      });
    }
  }

  for (const group of index.groups()) look(group, 'typed', new Set());
  // What is mistyped comes after all else: nobody sees it where there is enough.
  if (!top.isFull()) {
    const known = new Set(top.items().flatMap(({ group, at }) => group.keys[at] ?? []));
    for (const group of index.groups()) look(group, 'mistyped', known);
  }
  return top.items().flatMap(({ group, at }) => {
    const entry = group.entries[at];
    return entry === undefined ? [] : [toRow(entry, words)];
  });
}

/** Gives what tells the entries of the services called so, or undefined where none is. */
function findService(
  index: SwitcherIndex,
  start: string,
): ((group: IndexGroup, at: number) => boolean) | undefined {
  let last: Place | undefined;
  let isLast = false;
  const isOf = ({ traits, names, places }: IndexGroup, at: number): boolean => {
    const place = places[at];
    if (((traits[at] ?? 0) & TRAIT.isOfService) === 0 || place === undefined) return false;
    if (((traits[at] ?? 0) & TRAIT.service) !== 0 && names.text.startsWith(start, names.from[at]))
      return true;
    if (place !== last) {
      last = place;
      isLast = place.texts.masks.some((_, text) =>
        place.texts.text.startsWith(start, place.texts.from[text]),
      );
    }
    return isLast;
  };
  for (const group of index.groups()) if (group.keys.some((_, at) => isOf(group, at))) return isOf;
  return undefined;
}
