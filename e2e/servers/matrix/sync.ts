import { countsOf, threadsOf } from './acts/reading.js';
import { membersOf, membershipOf, stateBefore, stateEvent } from './acts/room-state.js';
import type { Content, Receipt, RoomEvent, RoomRecord, ServerState, Session } from './model.js';
import { eventView } from './views.js';

export interface SyncAsk {
  readonly session: Session;
  /** Where the client is; undefined for its first sync. */
  readonly since: number | undefined;
  readonly filter: Content;
}

interface Rooms {
  readonly join: Record<string, Content>;
  readonly invite: Record<string, Content>;
  readonly leave: Record<string, Content>;
}

const LIMIT = 10;
const INVITE_STATE: ReadonlySet<string> = new Set([
  'm.room.create',
  'm.room.name',
  'm.room.join_rules',
  'm.room.encryption',
  'm.room.canonical_alias',
]);

/** What came since a client synced last; `isEmpty` when nothing did. */
export function syncOf(
  state: ServerState,
  ask: SyncAsk,
): { readonly body: Content; readonly isEmpty: boolean } {
  const since = ask.since ?? -1;
  const rooms: Rooms = { join: {}, invite: {}, leave: {} };
  for (const room of Object.values(state.rooms)) putRoom(rooms, room, ask, since);
  const accountData = newer(state.users[ask.session.userId]?.accountData ?? {}, since);
  const isEmpty =
    accountData.length === 0 && Object.values(rooms).every((kind) => Object.keys(kind).length === 0);
  const body = {
    next_batch: `s${state.position}`,
    account_data: { events: accountData },
    presence: { events: [] },
    to_device: { events: [] },
    device_lists: { changed: [], left: [] },
    device_one_time_keys_count: {},
    rooms,
  };
  return { body, isEmpty };
}

function putRoom(rooms: Rooms, room: RoomRecord, ask: SyncAsk, since: number): void {
  const { userId } = ask.session;
  const now = membershipOf(room, userId);
  const changedAt = stateEvent(room, 'm.room.member', userId)?.position ?? -1;
  if (now === 'invite' && changedAt > since)
    rooms.invite[room.roomId] = { invite_state: { events: strippedState(room, userId) } };
  if (now === 'join') {
    const joined = joinedRoom(room, ask, since);
    if (joined !== undefined) rooms.join[room.roomId] = joined;
  }
  if ((now === 'leave' || now === 'ban') && ask.since !== undefined && changedAt > since) {
    const events = room.events.filter(({ position }) => position > since && position <= changedAt);
    rooms.leave[room.roomId] = {
      state: { events: [] },
      timeline: { events: viewsOf(room, events, ask), limited: false, prev_batch: `t${since}` },
    };
  }
}

function joinedRoom(room: RoomRecord, ask: SyncAsk, since: number): Content | undefined {
  const { userId } = ask.session;
  const wasThere = membershipOf(room, userId, since + 1) === 'join';
  const from = wasThere ? since : -1;
  const fresh = room.events.filter(({ position }) => position > from);
  const receipts = room.receipts.filter((one) => one.position > from && isTold(one, userId));
  const accountData = newer(room.accountData[userId] ?? {}, from);
  if (fresh.length === 0 && receipts.length === 0 && accountData.length === 0) return undefined;
  const timeline = fresh.slice(-limitOf(ask.filter));
  const startsAt = timeline[0]?.position ?? Infinity;
  const isLimited = timeline.length < fresh.length;
  const state = isLimited || !wasThere ? stateBefore(room, startsAt) : [];
  return {
    summary: summaryOf(room, userId),
    state: {
      events: viewsOf(
        room,
        state.filter(({ position }) => position > from),
        ask,
      ),
    },
    timeline: {
      events: viewsOf(room, timeline, ask),
      limited: isLimited,
      prev_batch: `t${startsAt === Infinity ? from + 1 : startsAt}`,
    },
    ephemeral: { events: receipts.length === 0 ? [] : [receiptEvent(receipts)] },
    account_data: { events: accountData },
    ...unreadOf(room, ask),
  };
}

/** With threads apart where the client asks for that. */
function unreadOf(room: RoomRecord, { session: { userId }, filter }: SyncAsk): Content {
  const view = (threadId?: string): Content => {
    const { notifications, highlights } = countsOf(room, userId, threadId);
    return { notification_count: notifications, highlight_count: highlights };
  };
  if (timelineFilter(filter)['unread_thread_notifications'] !== true) return { unread_notifications: view() };
  const threads = threadsOf(room, userId).map((id) => [id, view(id)] as const);
  return {
    unread_notifications: view('main'),
    // Threads of which all is read are not told.
    unread_thread_notifications: Object.fromEntries(
      threads.filter(([, counts]) => counts['notification_count'] !== 0),
    ),
  };
}

const viewsOf = (room: RoomRecord, events: readonly RoomEvent[], { session }: SyncAsk): readonly Content[] =>
  events.map((event) => eventView(room, event, session, true));

export const newer = (
  data: Readonly<Record<string, { readonly content: Content; readonly position: number }>>,
  since: number,
): readonly Content[] =>
  Object.entries(data)
    .filter(([, { position }]) => position > since)
    .map(([type, { content }]) => ({ type, content }));

function summaryOf(room: RoomRecord, userId: string): Content {
  const heroes = membersOf(room, 'join', 'invite').filter((one) => one !== userId);
  return {
    'm.heroes': heroes.slice(0, 5),
    'm.joined_member_count': membersOf(room, 'join').length,
    'm.invited_member_count': membersOf(room, 'invite').length,
  };
}

/** What one who is invited may know. */
export function strippedState(room: RoomRecord, userId: string): readonly Content[] {
  const inviter = stateEvent(room, 'm.room.member', userId)?.sender;
  return stateBefore(room, Infinity)
    .filter(
      ({ type, state_key: key }) =>
        INVITE_STATE.has(type) || (type === 'm.room.member' && (key === userId || key === inviter)),
    )
    .map(({ type, state_key, sender, content }) => ({ type, state_key, sender, content }));
}

/** Private ones are told only to whose they are. */
export const isTold = ({ kind, userId, isImplied }: Receipt, to: string): boolean =>
  !isImplied && (kind === 'm.read' || userId === to);

export function receiptEvent(receipts: readonly Receipt[]): Content {
  const content: Record<string, Record<string, Record<string, Content>>> = {};
  for (const { eventId, kind, userId, threadId, timeMs } of receipts) {
    const ofKind = ((content[eventId] ??= {})[kind] ??= {});
    ofKind[userId] = { ts: timeMs, ...(threadId === undefined ? {} : { thread_id: threadId }) };
  }
  return { type: 'm.receipt', content };
}

function timelineFilter(filter: Content): Content {
  const { timeline } = (filter['room'] ?? {}) as { readonly timeline?: Content };
  return timeline ?? {};
}

function limitOf(filter: Content): number {
  const limit = timelineFilter(filter)['limit'];
  return typeof limit === 'number' && limit > 0 ? Math.min(limit, 100) : LIMIT;
}
