import { forbidden, found } from '../errors.js';
import { newRoomId } from '../ids.js';
import type { Content, RoomEvent, RoomRecord, World } from '../model.js';
import { setAccountData } from './account.js';
import { addEvent, roomFor } from './events.js';
import { contentOf, type Membership, membersOf, membershipOf } from './room-state.js';

export interface NewRoom {
  readonly roomId?: string;
  readonly creator: string;
  readonly name?: string | undefined;
  readonly isPublic?: boolean;
  readonly isDirect?: boolean;
  /** `m.space` for a space. */
  readonly type?: string | undefined;
  readonly invited?: readonly string[];
  readonly isEncrypted?: boolean;
}

/** Makes a room with its maker in it. */
export function createRoom(world: World, given: NewRoom): RoomRecord {
  const { creator, name, isPublic = false, isDirect = false, type, invited = [], isEncrypted } = given;
  const roomId = given.roomId ?? newRoomId(world.state.serverName);
  const room: RoomRecord = { roomId, events: [], receipts: [], accountData: {}, pushes: {} };
  world.state.rooms[roomId] = room;
  const set = (type: string, content: Content, stateKey = ''): RoomEvent =>
    addEvent(world, room, { type, sender: creator, content, stateKey });
  set('m.room.create', { creator, room_version: '10', ...(type === undefined ? {} : { type }) });
  setMembership(world, room, creator, creator, 'join');
  set('m.room.power_levels', { users: { [creator]: 100 }, notifications: { room: 0 } });
  set('m.room.join_rules', { join_rule: isPublic ? 'public' : 'invite' });
  set('m.room.history_visibility', { history_visibility: 'shared' });
  if (isEncrypted === true) set('m.room.encryption', { algorithm: 'm.megolm.v1.aes-sha2' });
  if (name !== undefined) set('m.room.name', { name });
  for (const userId of invited) invite(world, room, creator, userId, isDirect);
  return room;
}

/** @throws when one who invites is not there. */
export function invite(world: World, room: RoomRecord, by: string, userId: string, isDirect = false): void {
  found(world.state.users[userId], 'User');
  if (membershipOf(room, by) !== 'join') throw forbidden('You are not in this room');
  setMembership(world, room, by, userId, 'invite', isDirect ? { is_direct: true } : {});
}

/** @throws when the room is closed to them. */
export function join(world: World, roomId: string, userId: string): RoomRecord {
  const room = found(world.state.rooms[roomId], 'Room');
  const now = membershipOf(room, userId);
  const isOpen = contentOf(room, 'm.room.join_rules')['join_rule'] === 'public';
  if (!isOpen && now !== 'invite' && now !== 'join') throw forbidden('You are not invited to this room.');
  if (now !== 'join') setMembership(world, room, userId, userId, 'join');
  return room;
}

/** By themselves, or put out by another. */
export function leave(world: World, roomId: string, userId: string, by = userId): void {
  const room = roomFor(world, roomId, userId);
  if (membershipOf(room, userId) === 'leave') return;
  setMembership(world, room, by, userId, 'leave');
  delete room.pushes[userId];
}

/** The room of exactly these people, made and entered when there is none; each knows it as direct. */
export function reachDirect(world: World, userIds: readonly string[]): RoomRecord {
  const wanted = userIds.toSorted().join();
  const known = Object.values(world.state.rooms).find(
    (room) => isDirect(world, room, userIds) && membersOf(room, 'join').toSorted().join() === wanted,
  );
  if (known !== undefined) return known;
  const [creator = '', ...others] = userIds;
  const room = createRoom(world, { creator, invited: others, isDirect: true });
  for (const userId of others) setMembership(world, room, userId, userId, 'join');
  for (const userId of userIds)
    markDirect(
      world,
      userId,
      userIds.filter((one) => one !== userId),
      room.roomId,
    );
  return room;
}

/** Writes down for a person that a room is for talking with these. */
export function markDirect(world: World, userId: string, withIds: readonly string[], roomId: string): void {
  const user = found(world.state.users[userId], 'User');
  const direct = { ...user.accountData['m.direct']?.content } as Record<string, readonly string[]>;
  for (const other of withIds) direct[other] = [...(direct[other] ?? []), roomId];
  setAccountData(world, userId, 'm.direct', direct);
}

const isDirect = ({ state }: World, { roomId }: RoomRecord, userIds: readonly string[]): boolean =>
  userIds.some((userId) =>
    Object.values(state.users[userId]?.accountData['m.direct']?.content ?? {}).some(
      (ids) => Array.isArray(ids) && ids.includes(roomId),
    ),
  );

function setMembership(
  world: World,
  room: RoomRecord,
  by: string,
  userId: string,
  membership: Membership,
  more: Content = {},
): void {
  const { displayName } = found(world.state.users[userId], 'User');
  addEvent(world, room, {
    type: 'm.room.member',
    sender: by,
    stateKey: userId,
    content: { membership, displayname: displayName, ...more },
  });
}
