import { startConverse } from '../converse.js';
import { startIrcd } from '../ircd.js';
import { startLounge } from '../lounge.js';
import { startProsody } from '../prosody.js';
import { startFront } from './front.js';
import { startPeople } from './people.js';
import { CLIENT_ROOMS, type Line, PROJECT_PEOPLE, PROJECT_ROOMS, TEAM_ROOMS } from './script.js';
import { createTalk } from './talk.js';

export interface DemoService {
  readonly recipeId: string;
  readonly name: string;
  /** Opens signed in as Alice. */
  readonly url: string;
}

export interface Demo {
  readonly services: readonly DemoService[];
  /** Lets one of the people say something now. */
  say(line: Line): Promise<void>;
  stop(): Promise<void>;
}

export interface DemoOptions {
  /**
   * "when-heard": people begin to talk when the first page is there to hear them. "never": only what was said before.
   * "when-heard" when left out.
   */
  readonly talk?: 'when-heard' | 'never';
  /** 1 is for people; smaller makes all pauses shorter. */
  readonly pace?: number;
}

/** A small company's chats on loopback, real servers with accounts and people, as `npm run demo` shows them. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    return await build(options, undo, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(
  options: DemoOptions,
  undo: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<Demo> {
  const team = await startIrcd({ rooms: TEAM_ROOMS });
  undo.push(() => team.stop());
  const clients = await startIrcd({ rooms: CLIENT_ROOMS });
  undo.push(() => clients.stop());
  const projects = await startProsody({
    users: [{ name: 'alice', password: 'alice-pw', fullName: 'Alice' }, ...PROJECT_PEOPLE],
  });
  undo.push(() => projects.stop());
  const teamRooms = TEAM_ROOMS.map(({ name }) => name);
  const lounge = await startLounge({
    ircd: team,
    users: [
      { name: 'alice', password: 'alice-pw', channels: teamRooms, networkName: 'Halden & Roe' },
      { name: 'bob', password: 'bob-pw', channels: teamRooms, networkName: 'Halden & Roe' },
      {
        name: 'studio',
        nick: 'alice',
        password: 'studio-pw',
        channels: CLIENT_ROOMS.map(({ name }) => name),
        networkName: 'Clients',
        ircd: clients,
      },
    ],
  });
  undo.push(() => lounge.stop());
  const converse = await startConverse({ prosody: projects, rooms: PROJECT_ROOMS, title: 'Project rooms' });
  undo.push(() => converse.stop());
  const people = await startPeople({ team, clients, projects });
  undo.push(() => people.leave());
  const talk = createTalk({ say: (line) => people.say(line), random: Math.random }, options.pace);
  undo.push(() => talk.stop());
  await lounge.whenJoined();
  await talk.sayBefore();
  const front = await startFront({
    targetPort: lounge.port,
    startPath: '/#/chan-2', // the first room; number one is the network's own page
    storageFor: (name) =>
      lounge.users.some((user) => user.name === name) ? withoutComings(lounge.storageFor(name)) : undefined,
    onLive: () => (options.talk === 'never' ? undefined : talk.begin()),
  });
  undo.push(() => front.stop());
  return {
    services: [
      { recipeId: 'thelounge', name: 'Team chat', url: front.signInUrl('team.localhost', 'alice') },
      { recipeId: 'thelounge', name: 'Client chat', url: front.signInUrl('clients.localhost', 'studio') },
      { recipeId: 'converse', name: 'Project rooms', url: converse.signedInUrl('alice', 'projects') },
    ],
    say: (line) => people.say(line),
    stop,
  };
}

/** Who came and went is of no interest in a demo. */
function withoutComings(storage: Readonly<Record<'user' | 'token' | 'settings', string>>) {
  const settings = { ...(JSON.parse(storage.settings) as object), statusMessages: 'hidden' };
  return { ...storage, settings: JSON.stringify(settings) };
}
