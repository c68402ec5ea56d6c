import type { Quality } from './grade-item';
import type { IndexGroup } from './switcher-index';
import { textAt } from './text-list';

/** An entry that may be shown, and what its place in the list depends on. */
export interface Candidate {
  readonly group: IndexGroup;
  /** Its place in the group. */
  readonly at: number;
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
  compareNames(a, b);

/** Orders all there is where nothing was typed: unread, the latest first; used, the latest first; the rest, commands last. */
export const compareListed = (a: Candidate, b: Candidate): number =>
  b.importance - a.importance ||
  (a.importance > 0 ? activityOf(b) - activityOf(a) : 0) ||
  b.lastUsedMs - a.lastUsedMs ||
  standingAt(b) - standingAt(a) ||
  activityOf(b) - activityOf(a) ||
  compareNames(a, b);

const activityOf = ({ group, at }: Candidate): number => group.activityMs[at] ?? 0;
const standingAt = ({ group, at }: Candidate): number => group.standing[at] ?? 0;
const nameKeyOf = ({ group, at }: Candidate): number => group.nameKeys[at] ?? 0;

function compareNames(a: Candidate, b: Candidate): number {
  const byKey = nameKeyOf(a) - nameKeyOf(b);
  if (byKey !== 0) return byKey;
  const one = a.group.entries[a.at];
  const other = b.group.entries[b.at];
  if (one === undefined || other === undefined) return 0;
  return (
    compareTexts(textAt(a.group.names, a.at), textAt(b.group.names, b.at)) ||
    compareTexts(one.name, other.name) ||
    compareTexts(one.where, other.where) ||
    compareTexts(one.key, other.key)
  );
}

/** By code units: the same on every machine. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
