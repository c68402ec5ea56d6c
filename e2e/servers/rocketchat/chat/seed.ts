import type { Chat } from './chat.js';
import { digestOf, idOf } from './ids.js';
import type { Person, Room, RoomType, User } from './records.js';
import { given } from './refusal.js';

export interface SeedUser {
  readonly username: string;
  /** `<username>-pw` when left out. */
  readonly password?: string;
  readonly name?: string;
  readonly roles?: readonly string[];
  readonly status?: User['status'];
  readonly preferences?: Readonly<Record<string, unknown>>;
}

export interface SeedRoom {
  readonly kind: RoomType;
  /** Of a direct room: none, it is called by who is in it (`alice, bob`). */
  readonly name?: string;
  readonly fname?: string;
  readonly members: readonly string[];
  /** The name of the room a discussion belongs to. */
  readonly discussionIn?: string;
  /** `main` is a team's own room, `channel` one in it; both by the team's name. */
  readonly team?: { readonly name: string; readonly as: 'main' | 'channel' };
  readonly encrypted?: boolean;
  /** The visitor's username, of an omnichannel room. */
  readonly visitor?: string;
}

export interface Seed {
  readonly users: readonly SeedUser[];
  readonly rooms: readonly SeedRoom[];
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A room of each kind; alice is in all of them. */
export const defaultSeed: Seed = {
  users: [
    { username: 'alice', name: 'Alice Adams', roles: ['user', 'admin'] },
    { username: 'bob', name: 'Bob Brown' },
    { username: 'carol', name: 'Carol Clark' },
  ],
  rooms: [
    { kind: 'c', name: 'general', members: ['alice', 'bob', 'carol'] },
    { kind: 'c', name: 'busy', members: ['alice', 'bob', 'carol'] },
    { kind: 'p', name: 'private', members: ['alice', 'bob'] },
    { kind: 'p', name: 'sealed', members: ['alice', 'bob'], encrypted: true },
    { kind: 'd', members: ['alice', 'bob'] },
    { kind: 'd', members: ['alice', 'bob', 'carol'] },
    {
      kind: 'p',
      name: 'Xq3tLunch',
      fname: 'Lunch, where?',
      members: ['alice', 'bob'],
      discussionIn: 'general',
    },
    { kind: 'p', name: 'studio', members: ['alice', 'carol'], team: { name: 'studio', as: 'main' } },
    { kind: 'c', name: 'studio-news', members: ['alice', 'carol'], team: { name: 'studio', as: 'channel' } },
    { kind: 'l', name: 'Dana Visitor', members: ['alice'], visitor: 'guest-1' },
  ],
  settings: {},
};

/** Puts users, rooms and settings there, unless another instance did; ids follow from names, so they outlast restarts. */
export async function plant(chat: Chat, seed: Seed): Promise<void> {
  const { keeper } = chat.book;
  for (const [_id, value] of Object.entries(seed.settings))
    await keeper.change('settings', _id, () => ({ keep: { _id, value } }));
  for (const one of seed.users) {
    const user = userFrom(one, chat.book.now());
    await keeper.change('users', user._id, (now) => (now === undefined ? { keep: user } : {}));
  }
  for (const room of seed.rooms)
    if ((await keeper.get('rooms', roomIdOf(room))) === undefined) await plantRoom(chat, room);
}

async function plantRoom(chat: Chat, room: SeedRoom): Promise<Room> {
  const members = await Promise.all(
    room.members.map(async (name) => given(await chat.book.userNamed(name), 'seed', `no user ${name}`)),
  );
  const { visitor } = room;
  const by: Person =
    visitor === undefined ? given(members[0], 'seed', 'a room without members') : visitorOf(visitor);
  return chat.rooms.create({
    _id: roomIdOf(room),
    t: room.kind,
    members,
    by,
    ...(room.name === undefined ? {} : { name: room.name }),
    ...(room.fname === undefined ? {} : { fname: room.fname }),
    ...(room.discussionIn === undefined ? {} : { prid: idOf('room', room.discussionIn) }),
    ...(room.team === undefined ? {} : { teamId: idOf('team', room.team.name) }),
    ...(room.team?.as === 'main' ? { teamMain: true } : {}),
    ...(room.encrypted === undefined ? {} : { encrypted: room.encrypted }),
    ...(visitor === undefined ? {} : { v: { ...visitorOf(visitor), token: idOf('token', visitor) } }),
  });
}

/** A room's id; that of two people's room follows from their ids, as on a real server. */
const roomIdOf = ({ kind, name, members }: SeedRoom): string => {
  if (kind !== 'd') return idOf('room', name ?? '');
  return members.length === 2
    ? members
        .map((one) => idOf('user', one))
        .toSorted()
        .join('')
    : idOf('room', ...members.toSorted());
};

export const visitorOf = (username: string): Person => ({
  _id: idOf('visitor', username),
  username,
  name: username,
});

function userFrom(seed: SeedUser, at: string): User {
  const {
    username,
    password = `${username}-pw`,
    name = username,
    roles = ['user'],
    status = 'online',
  } = seed;
  return {
    _id: idOf('user', username),
    username,
    name,
    type: 'user',
    active: true,
    roles,
    status,
    statusConnection: status,
    createdAt: at,
    _updatedAt: at,
    emails: [{ address: `${username}@chat.test`, verified: true }],
    settings: { preferences: seed.preferences ?? {} },
    digest: digestOf(password),
  };
}
