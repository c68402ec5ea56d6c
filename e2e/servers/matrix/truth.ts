import { countsOf } from './acts/reading.js';
import { roomLevelOf, type RoomLevel } from './acts/push-rules.js';
import { contentOf, membersOf, membershipOf, shownNameOf } from './acts/room-state.js';
import type { RoomRecord, ServerState, UserRecord } from './model.js';

/** A room as the server holds it for a person. */
export interface TrueRoom {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct' | 'group';
  /** What others said and was not read, and what was notified in threads; an invitation is one. */
  readonly unread: number;
  /** Of these the ones that mean the person; of a direct conversation all, of what is silenced none. */
  readonly mentions: number;
  readonly level: RoomLevel;
  readonly favourite: boolean;
}

/** By the name of the person. */
export type Truth = Readonly<Record<string, readonly TrueRoom[]>>;

/** What the server holds for each person: the rooms they are in or invited to, spaces left out. */
export const truthOf = (state: ServerState): Truth =>
  Object.fromEntries(
    Object.values(state.users).map((user) => [
      user.name,
      Object.values(state.rooms).flatMap((room) => roomOf(state, room, user)),
    ]),
  );

function roomOf(state: ServerState, room: RoomRecord, user: UserRecord): readonly TrueRoom[] {
  const { userId } = user;
  const membership = membershipOf(room, userId);
  if (membership !== 'join' && membership !== 'invite') return [];
  if (contentOf(room, 'm.room.create')['type'] === 'm.space') return [];
  const { notifications, highlights } = countsOf(room, userId);
  const kind = kindOf(room, user);
  const isInvite = membership === 'invite';
  const level = isInvite
    ? 'all'
    : roomLevelOf(user.pushRules, room.roomId, membersOf(room, 'join', 'invite').length);
  const unread = isInvite ? 1 : Math.max(notifications, unreadMessages(room, userId));
  const isDirect = isInvite || kind === 'direct' || kind === 'group';
  return [
    {
      id: room.roomId,
      name: shownNameOf(state, room, userId),
      kind,
      unread,
      mentions: level === 'none' ? 0 : isDirect ? unread : highlights,
      level,
      favourite: !isInvite && 'm.favourite' in tagsOf(room, userId),
    },
  ];
}

/** What others said outside of threads and was not read, notified or not. */
function unreadMessages(room: RoomRecord, userId: string): number {
  const read = room.receipts.filter((one) => one.userId === userId && (one.threadId ?? 'main') === 'main');
  const readTo = Math.max(-1, ...read.map((one) => one.readTo));
  return room.events.filter(
    ({ type, sender, position, threadId, content, redactedBy }) =>
      type === 'm.room.message' &&
      sender !== userId &&
      position > readTo &&
      threadId === undefined &&
      redactedBy === undefined &&
      (content['m.relates_to'] as { readonly rel_type?: string } | undefined)?.rel_type !== 'm.replace',
  ).length;
}

const tagsOf = (room: RoomRecord, userId: string): object =>
  room.accountData[userId]?.['m.tag']?.content['tags'] ?? {};

function kindOf(room: RoomRecord, { userId, accountData }: UserRecord): TrueRoom['kind'] {
  const listed = Object.values(accountData['m.direct']?.content ?? {}).flat();
  const invite = contentOf(room, 'm.room.member', userId);
  if (listed.includes(room.roomId) || (invite['membership'] === 'invite' && invite['is_direct'] === true))
    return membersOf(room, 'join', 'invite').length > 2 ? 'group' : 'direct';
  return contentOf(room, 'm.room.join_rules')['join_rule'] === 'public' ? 'public' : 'private';
}
