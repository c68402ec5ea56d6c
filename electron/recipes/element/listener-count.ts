import { type ReadTo, type Said, unreadOf } from './listener-said';

/** How much of a room is unread of what was to be notified. */
export interface Counts {
  readonly total: number;
  readonly highlight: number;
}

/** Counts a room for which the server does not, or not any more. */
export interface RoomCounter {
  /** Notes whether an event is to be notified. */
  readonly note: (eventId: string, isHighlight: boolean) => void;
  /** Takes what the server counted up to an event, of which a part is older than what is known of the room. */
  readonly settle: (counts: Counts, upTo: string, said: readonly Said[], readTo: ReadTo) => void;
  readonly count: (said: readonly Said[], readTo: ReadTo) => Counts;
}

/** Creates it. */
export function createRoomCounter(userId: string): RoomCounter {
  const noted = new Map<string, boolean>();
  const now: { older: Counts; readAt: string } = { older: { total: 0, highlight: 0 }, readAt: '' };
  const countKnown = (said: readonly Said[], readTo: ReadTo, end = said.length): Counts => {
    const counted = new Set(said.slice(0, end));
    const unread = unreadOf(said, readTo, userId).filter((one) => noted.has(one.id) && counted.has(one));
    return { total: unread.length, highlight: unread.filter(({ id }) => noted.get(id) === true).length };
  };
  /** Whoever read or said something that is known has read what is older. */
  const readAt = (said: readonly Said[], readTo: ReadTo): string =>
    said.findLast((one) => one.sender === userId || [...readTo.values()].includes(one.id))?.id ?? '';
  return {
    note: (eventId, isHighlight) => void noted.set(eventId, isHighlight),
    settle: (counts, upTo, said, readTo) => {
      const known = countKnown(said, readTo, said.findLastIndex(({ id }) => id === upTo) + 1);
      now.readAt = readAt(said, readTo);
      now.older = {
        total: Math.max(0, counts.total - known.total),
        highlight: Math.max(0, counts.highlight - known.highlight),
      };
    },
    count: (said, readTo) => {
      const ids = new Set(said.map(({ id }) => id));
      for (const id of noted.keys()) if (!ids.has(id)) noted.delete(id);
      const at = readAt(said, readTo);
      if (at !== '' && at !== now.readAt) now.older = { total: 0, highlight: 0 };
      now.readAt = at;
      const known = countKnown(said, readTo);
      return {
        total: now.older.total + known.total,
        highlight: now.older.highlight + known.highlight,
      };
    },
  };
}
