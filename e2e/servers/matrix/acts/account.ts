import { found } from '../errors.js';
import { newDeviceId, newToken } from '../ids.js';
import {
  type Content,
  nextPosition,
  type RoomRecord,
  type Session,
  type UserRecord,
  type World,
} from '../model.js';

export function userOf({ state }: Pick<World, 'state'>, userId: string): UserRecord {
  return found(state.users[userId], 'User');
}

/** Keeps something for a person; their clients are told. */
export function setAccountData(world: World, userId: string, type: string, content: Content): void {
  userOf(world, userId).accountData[type] = { content, position: nextPosition(world) };
}

/** The same for a person in a room. */
export function setRoomData(
  world: World,
  room: RoomRecord,
  userId: string,
  type: string,
  content: Content,
): void {
  (room.accountData[userId] ??= {})[type] = { content, position: nextPosition(world) };
}

/** Puts a tag on a room, or takes it away. */
export function setTag(
  world: World,
  room: RoomRecord,
  userId: string,
  tag: string,
  content: Content | undefined,
): void {
  const known = room.accountData[userId]?.['m.tag']?.content['tags'] as Record<string, Content> | undefined;
  const { [tag]: _gone, ...others } = known ?? {};
  const tags = content === undefined ? others : { ...others, [tag]: content };
  setRoomData(world, room, userId, 'm.tag', { tags });
}

export function openSession({ state }: World, userId: string, deviceId = newDeviceId()): Session {
  const session: Session = { token: newToken(), userId, deviceId };
  state.sessions[session.token] = session;
  return session;
}

/** Ends all sessions of a person, or that one; what waits of theirs is answered. */
export function endSessions({ state, tell }: World, userId: string, token?: string): void {
  for (const session of Object.values(state.sessions))
    if (session.userId === userId && (token === undefined || session.token === token))
      delete state.sessions[session.token];
  tell({ kind: 'signed-out', userId });
}
