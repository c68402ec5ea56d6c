import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitForPresence } from './lib/irc-presence.js';
import { createFolder, type Managed, ready, startManaged } from './lib/managed.js';
import { findFreePorts, isAccepting, LOOPBACK } from './lib/net.js';
import { startProcess, waitUntilReady } from './lib/process.js';

export interface IrcRoom {
  /** With its "#". */
  readonly name: string;
  readonly topic?: string;
  /** The word one has to know to join. */
  readonly key?: string;
}

export interface IrcdOptions {
  readonly rooms?: readonly IrcRoom[];
}

export interface Ircd extends Managed {
  readonly host: string;
  readonly port: number;
  readonly rooms: readonly IrcRoom[];
  /** Returns when that nick is in every one of those rooms. */
  whenPresent(nick: string, rooms: readonly string[]): Promise<void>;
}

const DEFAULT_ROOMS: readonly IrcRoom[] = [
  { name: '#general', topic: 'General talk' },
  { name: '#busy' },
  { name: '#private', key: 'sesame' },
];

/** A real IRC daemon (Debian's ngircd) on a free loopback port, with its rooms made and no flood limits. */
export async function startIrcd(options: IrcdOptions = {}): Promise<Ircd> {
  const rooms = options.rooms ?? DEFAULT_ROOMS;
  const folder = await createFolder('ircd');
  const [port = 0] = await findFreePorts(1);
  const file = join(folder, 'ngircd.conf');
  await mkdir(join(folder, 'empty'));
  await writeFile(file, configuration(port, join(folder, 'empty'), rooms));
  await chmod(file, 0o644);
  const managed = await startManaged(folder, () =>
    ready(
      startProcess('/usr/sbin/ngircd', ['-n', '-f', file], {
        name: 'ngircd',
        runAs: { user: 'nobody', group: 'nogroup' },
      }),
      (process) => waitUntilReady(process, () => isAccepting(port)),
    ),
  );
  return {
    ...managed,
    host: LOOPBACK,
    port,
    rooms,
    whenPresent: (nick, names) => waitForPresence(port, nick, names),
  };
}

function configuration(port: number, emptyFolder: string, rooms: readonly IrcRoom[]): string {
  const sections: [string, Record<string, string | number>][] = [
    [
      'Global',
      { Name: 'irc.foyer.test', Info: 'loopback', Listen: LOOPBACK, Ports: port, MotdPhrase: 'welcome' },
    ],
    [
      'Limits', // zero lifts each limit; the penalty is what would slow bursts down
      {
        MaxConnections: 0,
        MaxConnectionsIP: 0,
        MaxJoins: 0,
        MaxNickLength: 31,
        MaxPenaltyTime: 0,
        PingTimeout: 600,
      },
    ],
    ['Options', { DNS: 'no', Ident: 'no', PAM: 'no', IncludeDir: emptyFolder }],
    ...rooms.map((room): [string, Record<string, string>] => [
      'Channel',
      {
        Name: room.name,
        ...(room.topic ? { Topic: room.topic } : {}),
        Modes: room.key ? `tnk ${room.key}` : 'tn',
      },
    ]),
  ];
  return sections
    .map(([name, values]) =>
      [`[${name}]`, ...Object.entries(values).map(([key, value]) => `${key}=${value}`), ''].join('\n'),
    )
    .join('\n');
}
