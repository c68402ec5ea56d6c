import { listIn, ownCount, ownText } from '../raw';
import type { MatrixAsks } from './listener-asks';
import type { Batch, RoomPart } from './listener-batch';
import { isJoining, type Heard, type RoomBook } from './listener-book';

/** Most pages that are asked for of what was missed in a room, 100 messages each. */
const PAGES_MAX = 10;
/** Messages of other servers may come late. */
const LATE_MS = 600_000;

/** Where what was missed begins. */
export interface MissedPlace {
  readonly book: RoomBook;
  readonly userId: string;
  /** Up to where all was heard; undefined where the server names no such place. */
  readonly heardTo: string | undefined;
  /** What the book knows of a room was heard before. */
  readonly endsAtKnown: boolean;
  /** What another connection heard; long before that is none of it. */
  readonly heard: Heard;
}

/** Asks for what an answer left out of rooms that one was in, oldest first by room. */
export async function fetchMissed(
  batch: Batch,
  asks: MatrixAsks,
  place: MissedPlace,
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const missed = new Map<string, readonly unknown[]>();
  for (const part of batch.joined) {
    if (!part.isLimited || part.before === '') continue;
    if (part.timeline.some((event) => isJoining(event, place.userId))) continue;
    missed.set(part.id, await missedOf(part, asks, place));
  }
  return missed;
}

async function missedOf(
  part: RoomPart,
  asks: MatrixAsks,
  { book, userId, heardTo, endsAtKnown, heard }: MissedPlace,
): Promise<readonly unknown[]> {
  const room = book.roomOf(part.id);
  const found: unknown[] = [];
  const lastId = heard.lastOf(part.id);
  const isOld = (event: unknown): boolean =>
    ownCount(event, 'origin_server_ts') < heard.atMs - LATE_MS ||
    ownText(event, 'event_id') === lastId ||
    (endsAtKnown && room?.isKnown(ownText(event, 'event_id')) === true);
  let from = part.before;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await asks.messages(part.id, from, heardTo);
    const events = listIn(answer, 'chunk');
    if (events.length === 0) break;
    room?.meet(listIn(answer, 'state'));
    const end = events.findIndex((event) => isOld(event) || isJoining(event, userId));
    found.push(...(end === -1 ? events : events.slice(0, end)));
    const next = ownText(answer, 'end');
    if (end !== -1 || next === '' || next === from) break;
    from = next;
  }
  return found.toReversed();
}
