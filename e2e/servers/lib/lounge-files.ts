import { createHash, randomUUID } from 'node:crypto';
import type { Ircd } from '../ircd.js';
import type { LoungeUser } from '../lounge.js';
import { LOOPBACK } from './net.js';
import { loadFrom } from './packages.js';

/** A cheaper hash would be replaced at the first sign-in, and the file rewritten with it. */
const HASH_ROUNDS = 11;

interface Bcrypt {
  readonly hashSync: (text: string, rounds: number) => string;
}

/** How the server lets itself be talked to. */
export type LoungeTransport = 'polling' | 'websocket';

/** The server's own configuration file. */
export function loungeConfig(
  port: number,
  ircPort: number,
  transports: readonly LoungeTransport[] = ['polling', 'websocket'],
): string {
  return `module.exports = ${JSON.stringify({
    public: false,
    host: LOOPBACK,
    port,
    bind: LOOPBACK,
    theme: 'default',
    prefetch: false,
    transports,
    leaveMessage: 'bye',
    lockNetwork: false,
    messageStorage: [],
    defaults: {
      ...network(ircPort),
      name: 'Loopback',
      nick: 'guest%%',
      username: 'guest',
      realname: '',
      join: '',
    },
  })};\n`;
}

/** The file of one account, with one session open that a page may use by its token. */
export function loungeUserFile(user: LoungeUser, token: string, ircd: Ircd): string {
  const { hashSync } = loadFrom('thelounge', 'bcryptjs') as Bcrypt;
  const nick = user.nick ?? user.name;
  const keys = new Map(ircd.rooms.map((room) => [room.name, room.key ?? '']));
  const channels = user.channels.map((name) => ({ type: 'channel', name, key: keys.get(name) ?? '' }));
  return JSON.stringify({
    password: hashSync(user.password, HASH_ROUNDS),
    log: false,
    clientSettings: {},
    sessions: {
      [createHash('sha512').update(token).digest('hex')]: {
        lastUse: Date.now(),
        ip: LOOPBACK,
        agent: 'Foyer',
      },
    },
    networks: [
      {
        ...network(ircd.port),
        uuid: randomUUID(),
        name: user.networkName ?? 'Loopback',
        nick,
        username: nick.toLowerCase(),
        realname: user.realName ?? user.name,
        // On its own it joins one room a second; told by command it joins all of them in one go.
        commands: [
          `/join ${channels.map(({ name }) => name).join(',')} ${channels.map(({ key }) => key || 'x').join(',')}`,
        ],
        ignoreList: [],
        channels,
      },
    ],
  });
}

function network(port: number) {
  return { host: LOOPBACK, port, password: '', tls: false, rejectUnauthorized: false, leaveMessage: '' };
}
