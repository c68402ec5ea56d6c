import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { conversePage, contentPolicy } from './lib/converse-page.js';
import { findFreePorts, listening } from './lib/net.js';
import { packageFolder } from './lib/packages.js';
import type { Prosody } from './prosody.js';

export interface ConverseOptions {
  readonly prosody: Prosody;
  /** Names without the domain, joined at sign-in; `general`, `busy`, `private` when left out. */
  readonly rooms?: readonly string[];
  /** The page's title, which Converse itself never changes. */
  readonly title?: string;
}

export interface Converse {
  readonly port: number;
  /** Shows the sign-in form. */
  readonly url: string;
  /** Signs that user in by itself, on an origin of its own when `host` is given. */
  signedInUrl(userName: string, host?: string): string;
  roomJid(room: string): string;
  halt(): Promise<void>;
  resume(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** The real Converse web client, served from its package, as a page for that XMPP server. */
export async function startConverse(options: ConverseOptions): Promise<Converse> {
  const { prosody } = options;
  const rooms = options.rooms ?? ['general', 'busy', 'private'];
  const title = options.title ?? 'Team chat';
  const dist = join(packageFolder('converse.js'), 'dist');
  const [port = 0] = await findFreePorts(1);
  const policy = contentPolicy(prosody);
  const answer = async (path: string, userName: string | null) => {
    if (path === '/') return conversePage({ prosody, rooms, title, user: findUser(prosody, userName) });
    return readFile(join(dist, normalize(path)));
  };
  const create = () =>
    createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const type =
        pathname === '/'
          ? 'text/html; charset=utf-8'
          : (TYPES[extname(pathname)] ?? 'application/octet-stream');
      answer(pathname, searchParams.get('user')).then(
        (body) =>
          response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body),
        () => response.writeHead(404).end(),
      );
    });
  let server: Server | undefined = await listening(create(), port);
  const halt = async () => {
    const ending = server;
    server = undefined;
    ending?.closeAllConnections();
    await new Promise<void>((resolve) => (ending ? ending.close(() => resolve()) : resolve()));
  };
  const resume = async () => {
    server ??= await listening(create(), port);
  };
  return {
    port,
    url: `http://converse.localhost:${port}/`,
    signedInUrl: (userName, host = 'converse') => `http://${host}.localhost:${port}/?user=${userName}`,
    roomJid: (room) => `${room}@${prosody.roomsDomain}`,
    halt,
    resume,
    restart: () => halt().then(resume),
    stop: halt,
  };
}

function findUser(prosody: Prosody, name: string | null) {
  if (name === null) return undefined;
  const user = prosody.users.find((candidate) => candidate.name === name);
  if (!user) throw new Error(`Prosody has no user called ${name}.`);
  return user;
}
