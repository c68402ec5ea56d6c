import type { Quality } from './grade-item';
import type { Item } from './switcher-index';

/** An entry that may be shown, and what its place in the list depends on. */
export interface Candidate {
  readonly item: Item;
  /** How much it is worth that it was picked after this query; 0 where it was not. */
  readonly picked: number;
  readonly quality: Quality;
  /** How often and how lately it was used. */
  readonly frecency: number;
  readonly lastUsedMs: number;
  readonly importance: number;
}

/** Orders what was found by words: picked before, fit, use, unread, name. */
export const compareFound = (a: Candidate, b: Candidate): number =>
  b.picked - a.picked ||
  a.quality - b.quality ||
  b.frecency - a.frecency ||
  b.importance - a.importance ||
  compareNames(a.item, b.item);

/** Orders all there is where nothing was typed: unread, the latest first; used, the latest first; the rest, commands last. */
export const compareListed = (a: Candidate, b: Candidate): number =>
  b.importance - a.importance ||
  (a.importance > 0 ? activityOf(b) - activityOf(a) : 0) ||
  b.lastUsedMs - a.lastUsedMs ||
  Number(isCommand(a)) - Number(isCommand(b)) ||
  Number(b.item.entry.favourite) - Number(a.item.entry.favourite) ||
  activityOf(b) - activityOf(a) ||
  compareNames(a.item, b.item);

const activityOf = ({ item }: Candidate): number => item.entry.lastActivityMs ?? 0;
const isCommand = ({ item }: Candidate): boolean => item.entry.kind === 'command';

const compareNames = (a: Item, b: Item): number =>
  compareTexts(a.text, b.text) ||
  compareTexts(a.entry.name, b.entry.name) ||
  compareTexts(a.entry.where, b.entry.where) ||
  compareTexts(a.entry.key, b.entry.key);

/** By code units: the same on every machine. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
