import { membersOf, membershipOf, nameOf, stateBefore, stateEvent } from './acts/room-state.js';
import type { Content, RoomEvent, RoomRecord, ServerState, Session } from './model.js';
import { isTold, newer, receiptEvent, strippedState } from './sync.js';
import { eventView } from './views.js';

export interface SlidingAsk {
  readonly session: Session;
  /** Where the connection is; undefined at its beginning. */
  readonly since: number | undefined;
  readonly wanted: Content;
}

interface List {
  readonly ranges?: readonly (readonly [number, number])[];
  readonly timeline_limit?: number;
  readonly required_state?: readonly (readonly [string, string])[];
}

/**
 * What is new by simplified sliding sync (MSC4186) as Synapse has it, of one list of all rooms. Nothing is counted, and what is
 * sent to devices stays where it is.
 */
export function slidingOf(
  state: ServerState,
  ask: SlidingAsk,
): { readonly body: Content; readonly isEmpty: boolean } {
  const { lists = {} } = ask.wanted as { readonly lists?: Readonly<Record<string, List>> };
  const [[name, list] = ['', {}]] = Object.entries(lists);
  const { userId } = ask.session;
  const all = Object.values(state.rooms).filter((room) => isListed(room, ask));
  const [[first, last] = [0, -1]] = list.ranges ?? [];
  const shown = all.slice(first, last + 1);
  const rooms = Object.fromEntries(
    shown.flatMap((room) => {
      const view = roomView(room, list, ask);
      return view === undefined ? [] : [[room.roomId, view]];
    }),
  );
  const since = ask.since ?? -1;
  const global = newer(state.users[userId]?.accountData ?? {}, since);
  const joined = shown.filter((room) => membershipOf(room, userId) === 'join');
  const accountData = entriesOf(joined, (room) => newer(room.accountData[userId] ?? {}, sinceOf(room, ask)));
  const receipts = entriesOf(joined, (room) => {
    const told = room.receipts.filter((one) => one.position > sinceOf(room, ask) && isTold(one, userId));
    return told.length === 0 ? [] : [{ ...receiptEvent(told), room_id: room.roomId }];
  });
  const isEmpty = [rooms, global, accountData, receipts].every((part) => Object.keys(part).length === 0);
  const body = {
    pos: `p${state.position}`,
    lists: { [name]: { count: all.length } },
    rooms,
    extensions: {
      account_data: { global, rooms: accountData },
      receipts: {
        rooms: Object.fromEntries(Object.entries(receipts).map(([id, [receipt]]) => [id, receipt])),
      },
    },
  };
  return { body, isEmpty };
}

/** Rooms one is in or invited to, and those one has left since. */
function isListed(room: RoomRecord, { session: { userId }, since }: SlidingAsk): boolean {
  const now = membershipOf(room, userId);
  const changedAt = stateEvent(room, 'm.room.member', userId)?.position ?? -1;
  return (
    now === 'join' || now === 'invite' || (now !== undefined && since !== undefined && changedAt > since)
  );
}

/** Of a room that one came into meanwhile all is new. */
function sinceOf(room: RoomRecord, { session: { userId }, since = -1 }: SlidingAsk): number {
  return membershipOf(room, userId, since + 1) === 'join' ? since : -1;
}

function roomView(room: RoomRecord, list: List, ask: SlidingAsk): Content | undefined {
  const { userId } = ask.session;
  const since = sinceOf(room, ask);
  const isInitial = since === -1;
  const now = membershipOf(room, userId);
  const changedAt = stateEvent(room, 'm.room.member', userId)?.position ?? -1;
  if (now === 'invite')
    return changedAt > (ask.since ?? -1)
      ? { initial: true, invite_state: strippedState(room, userId), bump_stamp: changedAt }
      : undefined;
  const fresh = room.events.filter(
    ({ position }) => position > since && (now === 'join' || position <= changedAt),
  );
  if (fresh.length === 0 && !isInitial) return undefined;
  const timeline = fresh.slice(-(list.timeline_limit ?? 1));
  const view = (event: RoomEvent): Content => eventView(room, event, ask.session, true);
  const startsAt = timeline[0]?.position ?? since + 1;
  const others = membersOf(room, 'join', 'invite').filter((one) => one !== userId);
  return {
    ...(nameOf(room) === ''
      ? { heroes: others.slice(0, 5).map((one) => ({ user_id: one })) }
      : { name: nameOf(room) }),
    ...(isInitial ? { initial: true } : {}),
    required_state: stateFor(room, list, { userId, isInitial, since, timeline }).map(view),
    timeline: timeline.map(view),
    prev_batch: `t${startsAt}`,
    limited: timeline.length < fresh.length,
    num_live:
      ask.since === undefined ? 0 : timeline.filter(({ position }) => position > (ask.since ?? 0)).length,
    joined_count: membersOf(room, 'join').length,
    invited_count: membersOf(room, 'invite').length,
    notification_count: 0,
    highlight_count: 0,
    bump_stamp: timeline.at(-1)?.position ?? 0,
  };
}

/** The state that was asked for: all of it at first, then what changed, with the members that say something. */
function stateFor(
  room: RoomRecord,
  { required_state: required = [] }: List,
  {
    userId,
    isInitial,
    since,
    timeline,
  }: {
    readonly userId: string;
    readonly isInitial: boolean;
    readonly since: number;
    readonly timeline: readonly RoomEvent[];
  },
): readonly RoomEvent[] {
  const senders = new Set(timeline.map(({ sender }) => sender));
  const isWanted = ({ type, state_key: key = '' }: RoomEvent): boolean =>
    required.some(
      ([wantedType, wantedKey]) =>
        (wantedType === '*' || wantedType === type) &&
        (wantedKey === '*' ||
          wantedKey === key ||
          (wantedKey === '$ME' && key === userId) ||
          (wantedKey === '$LAZY' && senders.has(key))),
    );
  return stateBefore(room, Infinity).filter(
    (event) => isWanted(event) && (isInitial || event.position > since || senders.has(event.state_key ?? '')),
  );
}

const entriesOf = (
  rooms: readonly RoomRecord[],
  of: (room: RoomRecord) => readonly Content[],
): Readonly<Record<string, readonly Content[]>> =>
  Object.fromEntries(
    rooms.map((room) => [room.roomId, of(room)] as const).filter(([, list]) => list.length > 0),
  );
