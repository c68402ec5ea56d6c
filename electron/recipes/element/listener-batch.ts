import { listIn, own, ownCount, ownText } from '../raw';

/** What one answer of the server brings; of whatever shape it was. */
export interface Batch {
  /** Where to go on from; empty where the answer says nothing of it. */
  readonly next: string;
  /** Account data of the person, each with `type` and `content`. */
  readonly accountData: readonly unknown[];
  readonly joined: readonly RoomPart[];
  readonly invited: readonly { readonly id: string; readonly state: readonly unknown[] }[];
  readonly left: readonly string[];
}

/** What is new of a room one is in. */
export interface RoomPart {
  readonly id: string;
  /** False where only what belongs to it came: it may be one that the person is invited to. */
  readonly isIn: boolean;
  /** Of what was before the timeline. */
  readonly state: readonly unknown[];
  /** Oldest first. */
  readonly timeline: readonly unknown[];
  /** There is more between the last answer and the timeline; `before` leads there. */
  readonly isLimited: boolean;
  readonly before: string;
  /** Contents of `m.receipt`. */
  readonly receipts: readonly unknown[];
  readonly accountData: readonly unknown[];
  /** Undefined: as before. */
  readonly heroes: readonly string[] | undefined;
  readonly joinedCount: number | undefined;
  readonly invitedCount: number | undefined;
  readonly counts: { readonly total: number; readonly highlight: number } | undefined;
}

/** Reads the answer of a `/sync`. */
export function readSync(answer: unknown): Batch {
  const rooms = own(answer, 'rooms');
  return {
    next: ownText(answer, 'next_batch'),
    accountData: eventsOf(own(answer, 'account_data')),
    joined: entriesOf(own(rooms, 'join')).map(([id, room]) => toPart(id, room)),
    invited: entriesOf(own(rooms, 'invite')).map(([id, room]) => ({
      id,
      state: eventsOf(own(room, 'invite_state')),
    })),
    left: entriesOf(own(rooms, 'leave')).map(([id]) => id),
  };
}

/** True when nothing in it can change what is known. */
export const isEmptyBatch = ({ accountData, joined, invited, left }: Batch): boolean =>
  accountData.length + joined.length + invited.length + left.length === 0;

function toPart(id: string, room: unknown): RoomPart {
  const timeline = own(room, 'timeline');
  const summary = own(room, 'summary');
  return {
    id,
    isIn: true,
    state: eventsOf(own(room, 'state')),
    timeline: eventsOf(timeline),
    isLimited: own(timeline, 'limited') === true,
    before: ownText(timeline, 'prev_batch'),
    receipts: eventsOf(own(room, 'ephemeral'))
      .filter((event) => ownText(event, 'type') === 'm.receipt')
      .map((event) => own(event, 'content')),
    accountData: eventsOf(own(room, 'account_data')),
    heroes: textsOf(own(summary, 'm.heroes')),
    joinedCount: countOf(summary, 'm.joined_member_count'),
    invitedCount: countOf(summary, 'm.invited_member_count'),
    counts: countsOf(room),
  };
}

/** Threads count with their room; what is not named of them is read. */
function countsOf(room: unknown): RoomPart['counts'] {
  const main = own(room, 'unread_notifications');
  if (typeof main !== 'object' || main === null) return undefined;
  const parts = [main, ...entriesOf(own(room, 'unread_thread_notifications')).map(([, counts]) => counts)];
  const sum = (name: string): number => parts.reduce<number>((all, part) => all + ownCount(part, name), 0);
  return { total: sum('notification_count'), highlight: sum('highlight_count') };
}

const eventsOf = (holder: unknown): readonly unknown[] => listIn(holder, 'events');

export const entriesOf = (holder: unknown): readonly (readonly [string, unknown])[] =>
  typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? Object.entries(holder) : [];

export const textsOf = (list: unknown): readonly string[] | undefined =>
  Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : undefined;

export const countOf = (holder: unknown, name: string): number | undefined =>
  typeof own(holder, name) === 'number' ? ownCount(holder, name) : undefined;
