import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ircd } from './ircd.js';
import { loungeConfig, loungeUserFile, type LoungeTransport } from './lib/lounge-files.js';
import { createFolder, type Managed, ready, startManaged } from './lib/managed.js';
import { findFreePorts, isAnswering } from './lib/net.js';
import { packageFolder, SERVERS_FOLDER } from './lib/packages.js';
import { startProcess, waitUntilReady } from './lib/process.js';

export interface LoungeUser {
  readonly name: string;
  readonly password: string;
  /** Rooms in the order in which the page lists them; `#/chan-2` is the first. */
  readonly channels: readonly string[];
  /** The name on IRC; the user's name when left out. */
  readonly nick?: string;
  readonly realName?: string;
  /** What the page calls the IRC network. */
  readonly networkName?: string;
  /** Another daemon than that of the options. */
  readonly ircd?: Ircd;
}

export interface LoungeOptions {
  readonly ircd: Ircd;
  /** alice and bob, with passwords `alice-pw` and `bob-pw`, in all rooms of the daemon, when left out. */
  readonly users?: readonly LoungeUser[];
  /** Both when left out. */
  readonly transports?: readonly LoungeTransport[];
}

export interface Lounge extends Managed {
  readonly port: number;
  readonly users: readonly LoungeUser[];
  /** Under this name the page makes its notifications itself. */
  readonly pageUrl: string;
  /** Under this name the page leaves its notifications to its service worker. */
  readonly workerUrl: string;
  /** `http://<host>.localhost:<port>/`: each host is an origin of its own with cookies of its own. */
  urlFor(host: string): string;
  /** What to put into localStorage before the page loads, to be signed in with notifications on. */
  storageFor(userName: string): Readonly<Record<'user' | 'token' | 'settings', string>>;
  /** Returns when every user is in every one of their rooms; only then are messages delivered to them. */
  whenJoined(): Promise<void>;
}

/** The real The Lounge on a free loopback port, its accounts made and connected to that IRC daemon. */
export async function startLounge(options: LoungeOptions): Promise<Lounge> {
  const { ircd } = options;
  const users = options.users ?? defaultUsers(ircd);
  const entry = join(SERVERS_FOLDER, 'lounge-on-any-node.cjs');
  packageFolder('thelounge');
  const folder = await createFolder('lounge');
  const [port = 0] = await findFreePorts(1);
  const tokens = new Map(users.map((user) => [user.name, randomBytes(32).toString('hex')]));
  await mkdir(join(folder, 'users'));
  await writeFile(join(folder, 'config.js'), loungeConfig(port, ircd.port, options.transports));
  for (const user of users) {
    const file = loungeUserFile(user, tokens.get(user.name) ?? '', user.ircd ?? ircd);
    await writeFile(join(folder, 'users', `${user.name}.json`), file);
  }
  const managed = await startManaged(folder, () =>
    ready(
      startProcess(process.execPath, [entry, 'start'], {
        name: 'The Lounge',
        env: { ...process.env, THELOUNGE_HOME: folder, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1' },
      }),
      (running) => waitUntilReady(running, () => isAnswering(port, '/')),
    ),
  );
  return {
    ...managed,
    port,
    users,
    pageUrl: `http://lounge.localhost:${port}/`,
    workerUrl: `http://127.0.0.1:${port}/`,
    urlFor: (host) => `http://${host}.localhost:${port}/`,
    storageFor: (userName) => {
      const token = tokens.get(userName);
      if (!token) throw new Error(`The Lounge has no user called ${userName}.`);
      return { user: userName, token, settings: PAGE_SETTINGS };
    },
    whenJoined: async () => {
      await Promise.all(
        users.map((user) => (user.ircd ?? ircd).whenPresent(user.nick ?? user.name, user.channels)),
      );
    },
  };
}

const PAGE_SETTINGS = JSON.stringify({
  desktopNotifications: true,
  notification: false,
  syncSettings: false,
});

function defaultUsers(ircd: Ircd): LoungeUser[] {
  return ['alice', 'bob'].map((name) => ({
    name,
    password: `${name}-pw`,
    channels: ircd.rooms.map((room) => room.name),
  }));
}
