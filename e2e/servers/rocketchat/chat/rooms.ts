import type { Book } from './book.js';
import { idOf, newId } from './ids.js';
import { whoIs } from './mentions.js';
import { toRoom } from './messages.js';
import type { Message, Person, Room, RoomType, Subscription, User } from './records.js';
import { given, Refusal } from './refusal.js';

/** A room to make. */
export interface NewRoom {
  readonly _id?: string;
  readonly t: RoomType;
  /** Of a direct room: none. */
  readonly name?: string;
  /** What is shown in its place: for discussions, and where names may have any signs. */
  readonly fname?: string;
  readonly members: readonly User[];
  readonly by: Person;
  /** The room that a discussion belongs to. */
  readonly prid?: string;
  readonly teamId?: string;
  readonly teamMain?: boolean;
  readonly encrypted?: boolean;
  /** The visitor of an omnichannel room. */
  readonly v?: NonNullable<Room['v']>;
}

export interface Rooms {
  create(room: NewRoom): Promise<Room>;
  join(user: User, rid: string): Promise<void>;
  leave(uid: string, rid: string): Promise<void>;
  hide(uid: string, rid: string): Promise<void>;
  open(uid: string, rid: string): Promise<void>;
  rename(by: Person, rid: string, name: string): Promise<void>;
  favourite(uid: string, rid: string, is: boolean): Promise<void>;
  archive(rid: string, is: boolean): Promise<void>;
  /** By type and name, or by id in place of the name; a direct room by the other's username as well. */
  find(uid: string, type: RoomType, nameOrId: string): Promise<Room>;
}

export function createRooms(book: Book): Rooms {
  const { keeper } = book;
  const note = async (by: Person, rid: string, t: string, msg: string): Promise<void> => {
    const at = book.now();
    const empty = { mentions: [], channels: [], urls: [] };
    const message: Message = { _id: newId(), rid, t, msg, ts: at, u: whoIs(by), ...empty, _updatedAt: at };
    await keeper.change('messages', message._id, () => ({ keep: message, tell: toRoom(message) }));
  };
  const changeAll = async (rid: string, change: (now: Subscription) => Subscription) => {
    for (const { u } of await book.membersOf(rid)) await book.changeSubscription(u._id, rid, change);
  };
  return {
    create: async ({ members, by, ...asked }) => {
      const at = book.now();
      const isDirect = asked.t === 'd';
      const fname = asked.fname ?? asked.name;
      const room: Room = {
        _id: asked._id ?? newId(),
        ...asked,
        ...(fname === undefined ? {} : { fname }),
        u: whoIs(by),
        ts: at,
        msgs: 0,
        usersCount: members.length,
        ...(isDirect ? withPeople(members) : {}),
        ...(asked.t === 'l' ? { open: true } : {}),
        _updatedAt: at,
      };
      await keeper.change('rooms', room._id, () => ({ keep: room }));
      for (const member of members) await book.addSubscription(subscriptionFor(room, member, members));
      return room;
    },
    join: async (user, rid) => {
      const room = await book.room(rid);
      if ((await book.subscription(user._id, rid)) !== undefined) return;
      const at = book.now();
      await book.addSubscription({ ...subscriptionFor(room, user, [user]), ts: at, _updatedAt: at });
      await book.changeRoom(rid, (now) => ({ ...now, usersCount: now.usersCount + 1 }));
      await note(user, rid, 'uj', user.username);
    },
    leave: async (uid, rid) => {
      const room = await book.room(rid);
      if (room.t === 'd') throw new Refusal('error-not-allowed', 'Not allowed');
      const user = await book.user(uid);
      await book.removeSubscription(uid, rid);
      await book.changeRoom(rid, (now) => ({ ...now, usersCount: now.usersCount - 1 }));
      await note(user, rid, 'ul', user.username);
    },
    hide: async (uid, rid) => {
      await book.changeSubscription(uid, rid, (now) =>
        now.open ? { ...now, open: false, alert: false } : now,
      );
    },
    open: async (uid, rid) => {
      await book.changeSubscription(uid, rid, (now) => (now.open ? now : { ...now, open: true }));
    },
    rename: async (by, rid, name) => {
      await book.changeRoom(rid, (now) => ({
        ...now,
        ...(now.prid ? { fname: name } : { name, fname: name }),
      }));
      await changeAll(rid, (now) =>
        now.prid ? { ...now, fname: name } : { ...now, name, fname: name, alert: true },
      );
      await note(by, rid, 'r', name);
    },
    favourite: async (uid, rid, is) => {
      await book.changeSubscription(uid, rid, (now) => ({ ...now, f: is }));
    },
    archive: async (rid, is) => {
      await book.changeRoom(rid, (now) => ({ ...now, archived: is }));
      await changeAll(rid, (now) => ({ ...now, alert: false, open: !is, archived: is }));
    },
    find: async (uid, type, nameOrId) => {
      const mine = type === 'd' ? await book.subscriptionsOf(uid) : [];
      const between = mine.find((one) => one.t === 'd' && one.name === nameOrId)?.rid;
      const all = await keeper.all('rooms');
      const found =
        all.find((one) => one.t === type && (one._id === nameOrId || one._id === between)) ??
        all.find((one) => one.t === type && one.name === nameOrId);
      const room = given(found, 'error-no-permission', 'No permission');
      return book.accessible(uid, room._id);
    },
  };
}

const withPeople = (members: readonly User[]) => ({
  uids: members.map(({ _id }) => _id),
  usernames: members.map(({ username }) => username),
});

/** What a member has of a room at first; a direct room is called by the others in it. */
function subscriptionFor(room: Room, member: User, members: readonly User[]): Subscription {
  const others = members.filter(({ _id }) => _id !== member._id);
  const named =
    room.t === 'd'
      ? {
          name: others.map(({ username }) => username).join(', '),
          fname: others.map(({ name }) => name).join(', '),
        }
      : { name: room.name ?? room._id, ...(room.fname === undefined ? {} : { fname: room.fname }) };
  const wish = member.settings.preferences['desktopNotifications'];
  return {
    _id: idOf('subscription', room._id, member._id),
    rid: room._id,
    t: room.t,
    ...named,
    u: whoIs(member),
    ts: room.ts,
    ls: room.ts,
    open: true,
    alert: false,
    unread: 0,
    userMentions: 0,
    groupMentions: 0,
    ...(room.u._id === member._id && room.t !== 'd' ? { roles: ['owner'] } : {}),
    ...(room.prid === undefined ? {} : { prid: room.prid }),
    ...(room.teamId === undefined ? {} : { teamId: room.teamId }),
    ...(room.teamMain === undefined ? {} : { teamMain: room.teamMain }),
    ...(room.encrypted === undefined ? {} : { encrypted: room.encrypted }),
    ...(room.v === undefined ? {} : { v: { _id: room.v._id, username: room.v.username } }),
    ...(wish === 'all' || wish === 'mentions' || wish === 'nothing'
      ? { desktopNotifications: wish, desktopPrefOrigin: 'user' }
      : {}),
    _updatedAt: room.ts,
  };
}
