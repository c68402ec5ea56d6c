import { isDirectKind } from '../model/channel';
import type { SwitcherEntry, SwitcherRow } from './entry';
import { createItemGrader, NO_FIT, type Quality } from './grade-item';
import { learnedOf } from './learned';
import { toRow } from './marks';
import { compareFound, compareListed, type Candidate } from './order';
import { parseQuery, toQueryText, type QueryKind } from './query';
import type { Item, Place, SwitcherIndex } from './switcher-index';
import { createTopList } from './top-list';
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
  const learned = learnedOf(search.usage);
  const isService = query.service === undefined ? undefined : findService(index, query.service);
  const words = query.service !== undefined && isService === undefined ? query.allWords : query.words;
  const picked = learned.pickedAfter(toQueryText(query), search.nowMs);
  const top = createTopList<Candidate>(
    Math.max(0, Math.floor(search.limit) || 0),
    words.length === 0 ? compareListed : compareFound,
  );

  function offer(item: Item, quality: Quality): void {
    const { key } = item.entry;
    const pick = picked.get(key) ?? 0;
    const last = top.last();
    if (last !== undefined && pick === 0 && words.length > 0 && quality > last.quality) return;
    const used = learned.usedOf(key);
    const isHere = words.length === 0 && key === search.hereKey;
    top.offer({
      item,
      picked: pick,
      quality,
      frecency: used === undefined ? 0 : worthOf(used, search.nowMs),
      lastUsedMs: isHere ? 0 : (used?.lastMs ?? 0),
      importance: isHere ? 0 : item.importance,
    });
  }

  const grader = createItemGrader(words);
  const isWanted = ({ entry }: Item): boolean => query.kind === undefined || isOfKind(entry, query.kind);
  const isAsked = (item: Item): boolean => isWanted(item) && (isService === undefined || isService(item));
  const isPicked = ({ entry }: Item): boolean => picked.size > 0 && picked.has(entry.key);

  for (const { items, masks } of index.groups())
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at];
      if (item === undefined || (picked.size === 0 && grader.lacks(masks[at] ?? 0)) || !isAsked(item))
        continue;
      const quality = grader.grade(item, isPicked(item));
      if (quality !== NO_FIT) offer(item, quality);
    }
  // What is mistyped comes after all else: nobody sees it where there is enough.
  if (!top.isFull()) {
    const found = new Set(top.items().map(({ item }) => item));
    for (const { items, masks } of index.groups())
      for (let at = 0; at < items.length; at += 1) {
        const item = items[at];
        if (item === undefined || grader.lacksMistyped(masks[at] ?? 0) || !isAsked(item)) continue;
        const quality = grader.grade(item, true);
        if (quality !== NO_FIT && !found.has(item)) offer(item, quality);
      }
  }
  return top.items().map(({ item }) => toRow(item.entry, words));
}

function isOfKind({ kind, isDirect, channelKind }: SwitcherEntry, wanted: QueryKind): boolean {
  if (wanted === 'command') return kind === 'command';
  const direct = isDirect || (channelKind !== undefined && isDirectKind(channelKind));
  if (wanted === 'channel') return kind === 'channel' && !direct;
  return kind === 'person' || (kind === 'channel' && direct);
}

/** Gives what tells the entries of the services called so, or undefined where none is. */
function findService(index: SwitcherIndex, start: string): ((item: Item) => boolean) | undefined {
  let last: Place | undefined;
  let isLast = false;
  const isOf = ({ entry, place, text }: Item): boolean => {
    if (entry.serviceId === undefined) return false;
    if (entry.kind === 'service' && text.startsWith(start)) return true;
    if (place !== last) {
      last = place;
      isLast = place.texts.some(({ text }) => text.startsWith(start));
    }
    return isLast;
  };
  for (const { items } of index.groups()) if (items.some(isOf)) return isOf;
  return undefined;
}
