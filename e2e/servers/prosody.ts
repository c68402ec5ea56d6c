import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder, type Managed, ready, startManaged } from './lib/managed.js';
import { findFreePorts, isAccepting, isAnswering, LOOPBACK } from './lib/net.js';
import { startProcess, waitUntilReady } from './lib/process.js';
import { prosodyConfig, prosodyLogin } from './lib/prosody-files.js';

export interface XmppUser {
  /** The part before the "@". */
  readonly name: string;
  readonly password: string;
  /** What the others' contact lists call them. */
  readonly fullName?: string;
}

export interface ProsodyOptions {
  /** alice and bob, with passwords `alice-pw` and `bob-pw`, when left out. */
  readonly users?: readonly XmppUser[];
}

export interface Prosody extends Managed {
  readonly domain: string;
  readonly roomsDomain: string;
  readonly users: readonly XmppUser[];
  /** For clients over plain TCP. */
  readonly clientPort: number;
  readonly httpPort: number;
  readonly websocketUrl: string;
  readonly boshUrl: string;
}

const DEFAULT_USERS: readonly XmppUser[] = [
  { name: 'alice', password: 'alice-pw', fullName: 'Alice Adams' },
  { name: 'bob', password: 'bob-pw', fullName: 'Bob Brown' },
];

/** A real XMPP server (Debian's prosody) on free loopback ports; everybody is in everybody's contacts. */
export async function startProsody(options: ProsodyOptions = {}): Promise<Prosody> {
  const users = options.users ?? DEFAULT_USERS;
  const folder = await createFolder('prosody');
  const [clientPort = 0, httpPort = 0] = await findFreePorts(2);
  const domain = 'chat.test';
  const roomsDomain = `rooms.${domain}`;
  const accounts = join(folder, 'data', domain.replace('.', '%2e'), 'accounts');
  const file = join(folder, 'prosody.cfg.lua');
  await mkdir(accounts, { recursive: true });
  await mkdir(join(folder, 'certs'));
  await writeFile(file, prosodyConfig({ folder, clientPort, httpPort, domain, roomsDomain }));
  await writeFile(
    join(folder, 'groups.txt'),
    ['[Team]', ...users.map((user) => `${user.name}@${domain}=${user.fullName ?? user.name}`), ''].join('\n'),
  );
  for (const user of users) await writeFile(join(accounts, `${user.name}.dat`), prosodyLogin(user.password));
  const managed = await startManaged(folder, () =>
    ready(startProcess('/usr/bin/prosody', ['--config', file, '-F'], { name: 'Prosody' }), (running) =>
      waitUntilReady(
        running,
        async () => (await isAccepting(clientPort)) && (await isAnswering(httpPort, '/http-bind')),
      ),
    ),
  );
  return {
    ...managed,
    domain,
    roomsDomain,
    users,
    clientPort,
    httpPort,
    websocketUrl: `ws://${LOOPBACK}:${httpPort}/xmpp-websocket`,
    boshUrl: `http://${LOOPBACK}:${httpPort}/http-bind`,
  };
}
