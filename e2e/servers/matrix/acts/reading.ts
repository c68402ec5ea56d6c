import {
  nextPosition,
  nextTimeMs,
  type Push,
  type Receipt,
  type RoomEvent,
  type RoomRecord,
  type World,
} from '../model.js';

export interface Counts {
  readonly notifications: number;
  readonly highlights: number;
}

/**
 * What a person read there ends at that event: of a thread, of what is in none (`main`), or of all.
 * `implied` is what one's own message says.
 */
export function markRead(
  world: World,
  room: RoomRecord,
  userId: string,
  event: RoomEvent,
  threadId: string | undefined,
  kind: Receipt['kind'] | 'implied',
): void {
  const isOf = (one: Receipt): boolean =>
    one.userId === userId && one.threadId === threadId && one.kind === (kind === 'implied' ? 'm.read' : kind);
  const known = room.receipts.findIndex((one) => isOf(one));
  if ((room.receipts[known]?.readTo ?? -1) >= event.position) return;
  if (known !== -1) room.receipts.splice(known, 1);
  room.receipts.push({
    userId,
    kind: kind === 'implied' ? 'm.read' : kind,
    threadId,
    eventId: event.event_id,
    readTo: event.position,
    timeMs: nextTimeMs(world.state),
    position: kind === 'implied' ? event.position : nextPosition(world),
    isImplied: kind === 'implied',
  });
}

/** How much of what was to be notified is unread: of one thread, of `main`, or in all. */
export function countsOf(room: RoomRecord, userId: string, threadId?: string): Counts {
  const unread = unreadOf(room, userId).filter(
    (push) => threadId === undefined || (push.threadId ?? 'main') === threadId,
  );
  return {
    notifications: unread.length,
    highlights: unread.filter(({ isHighlight }) => isHighlight).length,
  };
}

/** The threads of which something is unread, and those that were notified of before. */
export const threadsOf = (room: RoomRecord, userId: string): readonly string[] => [
  ...new Set(
    (room.pushes[userId] ?? []).flatMap(({ threadId }) => (threadId === undefined ? [] : [threadId])),
  ),
];

function unreadOf(room: RoomRecord, userId: string): readonly Push[] {
  const own = room.receipts.filter((one) => one.userId === userId);
  return (room.pushes[userId] ?? []).filter(
    ({ position, threadId = 'main' }) =>
      !own.some((one) => one.readTo >= position && (one.threadId === undefined || one.threadId === threadId)),
  );
}
