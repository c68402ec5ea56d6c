import { endSessions, openSession, setRoomData, setTag } from './acts/account.js';
import { redact, sendEvent } from './acts/events.js';
import { changeRule, type RoomLevel, setRoomLevel } from './acts/push-rules.js';
import { markRead } from './acts/reading.js';
import { invite, join, leave, reachDirect } from './acts/rooms.js';
import { nameOf } from './acts/room-state.js';
import { found } from './errors.js';
import type { Content, RoomEvent, RoomRecord, Session, Shared, World } from './model.js';
import { step } from './model.js';

/** A room by its name, or `alice,bob` for the conversation of exactly these. */
export type RoomRef = string;

/**
 * What people do on other devices than the one under test. They are named by name.
 * @throws when there is no such person, room or message, or the server would not allow it.
 */
export interface Verbs {
  /** Names after `@` are mentions, `@room` means all. A conversation of two or a few comes into being by it. */
  say(room: RoomRef, user: string, text: string): Promise<RoomEvent>;
  reply(rootId: string, user: string, text: string): Promise<RoomEvent>;
  edit(eventId: string, user: string, text: string): Promise<RoomEvent>;
  react(eventId: string, user: string, key: string): Promise<RoomEvent>;
  remove(eventId: string, user: string): Promise<void>;
  /** All that was said there, threads too. */
  readElsewhere(room: RoomRef, user: string): Promise<void>;
  readThreadElsewhere(rootId: string, user: string): Promise<void>;
  markUnreadElsewhere(room: RoomRef, user: string, isUnread?: boolean): Promise<void>;
  setLevelElsewhere(room: RoomRef, user: string, level: RoomLevel): Promise<void>;
  /** Of rooms of many only mentions are to be notified, wherever nothing else is said. */
  notifyMentionsOnly(user: string): Promise<void>;
  favourite(room: RoomRef, user: string, is?: boolean): Promise<void>;
  join(room: RoomRef, user: string): Promise<void>;
  leave(room: RoomRef, user: string, by?: string): Promise<void>;
  invite(room: RoomRef, by: string, user: string): Promise<void>;
  rename(room: RoomRef, user: string, name: string): Promise<void>;
  signIn(user: string): Promise<Session>;
  /** All devices of that person tell keys of their own, as pages do that can read what is encrypted. */
  giveKeys(user: string): Promise<void>;
  /** Ends all sessions of that person. */
  signOut(user: string): Promise<void>;
  roomId(room: RoomRef): Promise<string>;
  userId(user: string): Promise<string>;
}

/** Does what people do directly on the state, as their other devices would by REST. */
export function createVerbs(shared: Shared): Verbs {
  const act = <Result>(user: string, apply: (world: World, userId: string) => Result) =>
    step(shared, (world) => apply(world, userIdOf(world, user)));
  const on = <Result>(
    ref: RoomRef,
    user: string,
    apply: (world: World, userId: string, room: RoomRecord) => Result,
  ) => act(user, (world, userId) => apply(world, userId, roomOf(world, ref)));
  const send = (world: World, room: RoomRecord, sender: string, content: Content, type = 'm.room.message') =>
    sendEvent(world, room, { type, sender, content });
  const about = (
    eventId: string,
    user: string,
    contentFor: (world: World, room: RoomRecord) => Content,
    type?: string,
  ) =>
    act(user, (world, userId) => {
      const room = holderOf(world, eventId);
      return send(world, room, userId, contentFor(world, room), type);
    });
  return {
    say: (ref, user, text) =>
      on(ref, user, (world, userId, room) => send(world, room, userId, textOf(world, text))),
    reply: (rootId, user, text) =>
      about(rootId, user, (world, room) => ({
        ...textOf(world, text),
        'm.relates_to': {
          rel_type: 'm.thread',
          event_id: rootId,
          is_falling_back: true,
          'm.in_reply_to': {
            event_id: room.events.findLast(({ threadId }) => threadId === rootId)?.event_id ?? rootId,
          },
        },
      })),
    edit: (eventId, user, text) =>
      about(eventId, user, (world) => ({
        ...textOf(world, `* ${text}`),
        'm.mentions': {},
        'm.new_content': textOf(world, text),
        'm.relates_to': { rel_type: 'm.replace', event_id: eventId },
      })),
    react: (eventId, user, key) =>
      about(
        eventId,
        user,
        () => ({ 'm.relates_to': { rel_type: 'm.annotation', event_id: eventId, key } }),
        'm.reaction',
      ),
    remove: (eventId, user) =>
      act(user, (world, sender) => void redact(world, holderOf(world, eventId), { sender, eventId })),
    readElsewhere: (ref, user) =>
      on(ref, user, (world, userId, room) => {
        const last = found(room.events.at(-1), 'Event');
        markRead(world, room, userId, last, undefined, 'm.read');
        setRoomData(world, room, userId, 'm.fully_read', { event_id: last.event_id });
      }),
    readThreadElsewhere: (rootId, user) =>
      act(user, (world, userId) => {
        const room = holderOf(world, rootId);
        const last = found(
          room.events.findLast(({ threadId }) => threadId === rootId),
          'Thread',
        );
        markRead(world, room, userId, last, rootId, 'm.read');
      }),
    markUnreadElsewhere: (ref, user, isUnread = true) =>
      on(ref, user, (world, userId, room) =>
        setRoomData(world, room, userId, 'm.marked_unread', { unread: isUnread }),
      ),
    setLevelElsewhere: (ref, user, level) =>
      on(ref, user, (world, userId, room) => setRoomLevel(world, userId, room.roomId, level)),
    notifyMentionsOnly: (user) =>
      act(user, (world, userId) => {
        for (const id of ['.m.rule.message', '.m.rule.encrypted'])
          changeRule(world, userId, 'underride', id, { actions: [] });
      }),
    favourite: (ref, user, is = true) =>
      on(ref, user, (world, userId, room) =>
        setTag(world, room, userId, 'm.favourite', is ? { order: 0.5 } : undefined),
      ),
    join: (ref, user) => on(ref, user, (world, userId, { roomId }) => void join(world, roomId, userId)),
    leave: (ref, user, by = user) =>
      on(ref, user, (world, userId, { roomId }) => leave(world, roomId, userId, userIdOf(world, by))),
    invite: (ref, by, user) =>
      on(ref, by, (world, byId, room) => invite(world, room, byId, userIdOf(world, user))),
    rename: (ref, user, name) =>
      on(ref, user, (world, sender, room) => {
        sendEvent(world, room, { type: 'm.room.name', sender, content: { name }, stateKey: '' });
      }),
    giveKeys: (user) =>
      act(user, ({ state }, userId) => {
        for (const one of Object.values(state.sessions)) if (one.userId === userId) one.hasKeys = true;
      }),
    signIn: (user) => act(user, (world, userId) => openSession(world, userId)),
    signOut: (user) => act(user, (world, userId) => endSessions(world, userId)),
    roomId: async (ref) => roomOf({ state: await shared.read(), tell: () => undefined }, ref).roomId,
    userId: async (user) => userIdOf({ state: await shared.read() }, user),
  };
}

export function userIdOf({ state }: Pick<World, 'state'>, name: string): string {
  return found(state.users[`@${name}:${state.serverName}`], 'User').userId;
}

function roomOf(world: World, ref: RoomRef): RoomRecord {
  if (ref.startsWith('!')) return found(world.state.rooms[ref], 'Room');
  if (/^\w+(,\w+)+$/.test(ref))
    return reachDirect(
      world,
      ref.split(',').map((name) => userIdOf(world, name)),
    );
  return found(
    Object.values(world.state.rooms).find((room) => nameOf(room) === ref),
    'Room',
  );
}

const holderOf = ({ state }: World, eventId: string): RoomRecord =>
  found(
    Object.values(state.rooms).find(({ events }) => events.some(({ event_id: id }) => id === eventId)),
    'Event',
  );

/** As Element writes it: whom it means is said apart from the text. */
function textOf(world: World, body: string): Content {
  const names = [...body.matchAll(/@(\w+)/g)].map(([, name = '']) => `@${name}:${world.state.serverName}`);
  const userIds = names.filter((id) => id in world.state.users);
  return {
    msgtype: 'm.text',
    body,
    'm.mentions': {
      ...(userIds.length === 0 ? {} : { user_ids: userIds }),
      ...(/@room\b/.test(body) ? { room: true } : {}),
    },
  };
}
