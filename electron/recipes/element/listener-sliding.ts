import { listIn, listOf, own, ownText } from '../raw';
import type { MatrixAsks } from './listener-asks';
import { countOf, entriesOf, type Batch, type RoomPart } from './listener-batch';
import type { MatrixStream } from './listener-stream';

/** Streams simplified sliding sync from `from`; undefined for a connection of its own. Counts do not come with it. */
export function createSlidingStream(
  asks: MatrixAsks,
  userId: string,
  from: string | undefined,
): MatrixStream {
  const now = { pos: from };
  return {
    next: async (waitMs) => {
      const batch = readSliding(await asks.slide(now.pos, waitMs), userId);
      if (batch.next !== '') now.pos = batch.next;
      return batch;
    },
    heardTo: () => undefined,
    resume: () => (now.pos === undefined ? {} : { pos: now.pos }),
  };
}

/** Reads an answer of sliding sync. */
export function readSliding(answer: unknown, userId: string): Batch {
  const extensions = own(answer, 'extensions');
  const data = own(extensions, 'account_data');
  const receipts = new Map(entriesOf(own(own(extensions, 'receipts'), 'rooms')));
  const roomData = new Map(entriesOf(own(data, 'rooms')));
  const rooms = new Map(entriesOf(own(answer, 'rooms')));
  const ids = [...new Set([...rooms.keys(), ...receipts.keys(), ...roomData.keys()])];
  const parts = ids.map((id) => toPart(id, rooms.get(id), receipts.get(id), roomData.get(id)));
  const isInvite = ({ id }: RoomPart): boolean => Array.isArray(own(rooms.get(id), 'invite_state'));
  const hasLeft = (part: RoomPart): boolean => {
    const last = [...part.state, ...part.timeline].findLast(
      (event) => ownText(event, 'type') === 'm.room.member' && ownText(event, 'state_key') === userId,
    );
    return last !== undefined && ownText(own(last, 'content'), 'membership') !== 'join';
  };
  return {
    next: ownText(answer, 'pos'),
    accountData: listIn(data, 'global'),
    joined: parts.filter((part) => !isInvite(part) && !hasLeft(part)),
    invited: parts
      .filter((part) => isInvite(part))
      .map(({ id }) => ({ id, state: listIn(rooms.get(id), 'invite_state') })),
    left: parts.filter((part) => !isInvite(part) && hasLeft(part)).map(({ id }) => id),
  };
}

function toPart(id: string, room: unknown, receipt: unknown, data: unknown): RoomPart {
  const heroes = own(room, 'heroes');
  return {
    id,
    isIn: room !== undefined,
    state: listIn(room, 'required_state'),
    timeline: listIn(room, 'timeline'),
    isLimited: own(room, 'limited') === true,
    before: ownText(room, 'prev_batch'),
    receipts: receipt === undefined ? [] : [own(receipt, 'content')],
    accountData: listOf(data),
    heroes: Array.isArray(heroes) ? heroes.map((hero) => ownText(hero, 'user_id')) : undefined,
    joinedCount: countOf(room, 'joined_count'),
    invitedCount: countOf(room, 'invited_count'),
    // Servers of today send nothing but 0.
    counts: undefined,
  };
}
