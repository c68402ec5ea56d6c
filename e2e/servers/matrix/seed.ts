import { setTag } from './acts/account.js';
import { defaultRules } from './acts/default-rules.js';
import { createRoom, join } from './acts/rooms.js';
import { setRoomLevel, type RoomLevel } from './acts/push-rules.js';
import { roomIdOf } from './ids.js';
import type { ServerFacts, ServerState, World } from './model.js';

/** What a server holds at its start. */
export interface MatrixSeed {
  readonly users: readonly SeedUser[];
  readonly rooms: readonly SeedRoom[];
}

export interface SeedUser {
  readonly name: string;
  /** `<name>-pw` when left out. */
  readonly password?: string;
  /** The name with a capital when left out. */
  readonly displayName?: string;
}

/** A room with a name; conversations of two or a few come into being by `say`. */
export interface SeedRoom {
  readonly name: string;
  readonly isPublic?: boolean;
  readonly isSpace?: boolean;
  readonly isEncrypted?: boolean;
  /** All users when left out; the first made it. */
  readonly members?: readonly string[];
  readonly invited?: readonly string[];
  /** Whose favourite it is. */
  readonly favouriteOf?: readonly string[];
  /** How much of it those want to hear who do not want all. */
  readonly levels?: Readonly<Record<string, RoomLevel>>;
}

/** Three people; open and closed rooms, a space, one that somebody is invited to. */
export const defaultSeed: MatrixSeed = {
  users: [{ name: 'alice', displayName: 'Alice Adams' }, { name: 'bob' }, { name: 'carol' }],
  rooms: [
    { name: 'General', isPublic: true },
    { name: 'Builds', isPublic: true },
    { name: 'Leads', members: ['bob', 'alice'], favouriteOf: ['alice'] },
    { name: 'Garden', isSpace: true },
    { name: 'Surprise', members: ['bob'], invited: ['alice'] },
  ],
};

/** Makes the state a server starts with; the same seed gives the same ids of rooms. */
export function seedState(seed: MatrixSeed, facts: Partial<ServerFacts> = {}): ServerState {
  const {
    serverName = 'chat.test',
    software = { name: 'Synapse', version: '1.140.0' },
    slides = true,
  } = facts;
  const state: ServerState = {
    serverName,
    software,
    slides,
    users: {},
    rooms: {},
    sessions: {},
    filters: {},
    position: 0,
    lastTimeMs: 0,
  };
  const world: World = { state, tell: () => undefined };
  const idOf = (name: string): string => `@${name}:${serverName}`;
  for (const { name, password = `${name}-pw`, displayName = capital(name) } of seed.users) {
    const pushRules = defaultRules(idOf(name));
    state.users[idOf(name)] = {
      userId: idOf(name),
      name,
      password,
      displayName,
      accountData: { 'm.push_rules': { content: { global: pushRules }, position: 0 } },
      pushRules,
    };
  }
  for (const [index, room] of seed.rooms.entries()) {
    const roomId = roomIdOf(serverName, String(index), room.name);
    seedRoom(world, roomId, room, seed.users, idOf);
  }
  return state;
}

function seedRoom(
  world: World,
  roomId: string,
  { name, isPublic = false, isSpace = false, isEncrypted = false, ...room }: SeedRoom,
  users: readonly SeedUser[],
  idOf: (name: string) => string,
): void {
  const [creator = '', ...others] = (room.members ?? users.map((user) => user.name)).map((one) => idOf(one));
  const made = createRoom(world, {
    roomId,
    creator,
    name,
    isPublic,
    isEncrypted,
    type: isSpace ? 'm.space' : undefined,
    invited: [...(isPublic ? [] : others), ...(room.invited ?? []).map((one) => idOf(one))],
  });
  for (const userId of others) join(world, made.roomId, userId);
  for (const user of room.favouriteOf ?? []) setTag(world, made, idOf(user), 'm.favourite', { order: 0.5 });
  for (const [user, level] of Object.entries(room.levels ?? {}))
    setRoomLevel(world, idOf(user), made.roomId, level);
  // All of this is of yesterday: nobody has it unread.
  for (const userId of [creator, ...others]) made.pushes[userId] = [];
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
