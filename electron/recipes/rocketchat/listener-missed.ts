import type { HeardNotification } from '../listening';
import { saidAfter } from '../listening-memory';
import { encodedPart, listIn, own, ownText } from '../raw';
import type { Rest } from './listener-rest';
import { timeOf, type Room, type Rooms } from './listener-rooms';

interface Search {
  /** Since when, by the server's clock. */
  readonly sinceMs: number;
  readonly rest: Rest;
  readonly rooms: Rooms;
  readonly read: (message: unknown, room: Room) => HeardNotification | undefined;
  readonly tell: (missed: HeardNotification) => void;
}

/**
 * Tells of all that was said since, room after room, as far as it would have been notified of. Gives whether all of it was
 * found; else it has to be looked for again.
 */
export async function tellMissed({
  sinceMs,
  rest,
  rooms,
  read,
  tell,
}: Search): Promise<'all' | 'away' | 'signed-out'> {
  const changed = rooms.all().filter((room) => mayTell(room) && rooms.movedMs(room.rid) > sinceMs);
  for (const { rid } of changed) {
    const since = new Date(sinceMs).toISOString();
    const answer = await rest(
      `chat.syncMessages?roomId=${encodedPart(rid)}&lastUpdate=${encodedPart(since)}`,
    );
    if (answer.kind === 'away' || answer.kind === 'signed-out') return answer.kind;
    // A room that the person may not see any more is answered otherwise, and ever will be.
    const updated = answer.kind === 'ok' ? listIn(own(answer.body, 'result'), 'updated') : [];
    for (const message of saidAfter(sinceMs, updated, (one) => timeOf(one, 'ts'))) {
      // What was read meanwhile is not told.
      const room = rooms.get(rid);
      const missed = room && read(message, room);
      if (missed !== undefined) tell(missed);
    }
  }
  return 'all';
}

/** Where nothing is unread, or nothing is wanted, there is nothing to ask for. */
const mayTell = ({ read, threads }: Room): boolean =>
  (read['alert'] === true || threads.length > 0) &&
  read['disableNotifications'] !== true &&
  ownText(read, 'desktopNotifications') !== 'nothing';
