import type { HeardNotification } from '../listening';
import { listIn, own, ownText } from '../raw';
import type { Rest } from './listener-rest';
import { timeOf, type Room, type Rooms } from './listener-rooms';

/** Older than that nothing is told late. */
const OLDEST_MS = 7 * 86_400_000;
/** Most that is told of one room. */
const MESSAGES_MAX = 200;

interface Search {
  /** Since when, by the server's clock. */
  readonly sinceMs: number;
  readonly nowMs: number;
  readonly rest: Rest;
  readonly rooms: Rooms;
  readonly read: (message: unknown, room: Room) => HeardNotification | undefined;
  readonly tell: (missed: HeardNotification) => void;
}

/**
 * Tells of all that was said since, room after room, as far as it would have been notified of. Gives whether all of it was
 * found; else it has to be looked for again.
 */
export async function tellMissed({ rooms, ...search }: Search): Promise<'all' | 'away' | 'signed-out'> {
  const sinceMs = Math.max(search.sinceMs, search.nowMs - OLDEST_MS);
  const changed = rooms.all().filter((room) => mayTell(room) && rooms.movedMs(room.rid) > sinceMs);
  for (const { rid } of changed) {
    const since = new Date(sinceMs).toISOString();
    const answer = await search.rest(
      `chat.syncMessages?roomId=${encodeURIComponent(rid)}&lastUpdate=${encodeURIComponent(since)}`,
    );
    if (answer.kind === 'away' || answer.kind === 'signed-out') return answer.kind;
    // A room that the person may not see any more is answered otherwise, and ever will be.
    const messages = answer.kind === 'ok' ? laterThan(sinceMs, answer.body) : [];
    for (const message of messages) {
      // What was read meanwhile is not told.
      const room = rooms.get(rid);
      const missed = room && search.read(message, room);
      if (missed !== undefined) search.tell(missed);
    }
  }
  return 'all';
}

/** Where nothing is unread, or nothing is wanted, there is nothing to ask for. */
const mayTell = ({ read, threads }: Room): boolean =>
  (read['alert'] === true || threads.length > 0) &&
  read['disableNotifications'] !== true &&
  ownText(read, 'desktopNotifications') !== 'nothing';

/** What was said since, in order; what was only changed since is in the answer too. */
function laterThan(sinceMs: number, body: unknown): readonly unknown[] {
  const later = listIn(own(body, 'result'), 'updated').filter((one) => timeOf(one, 'ts') > sinceMs);
  return later.toSorted((one, other) => timeOf(one, 'ts') - timeOf(other, 'ts')).slice(-MESSAGES_MAX);
}
