import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Server as NetServer, Socket } from 'node:net';
import { basename, extname, join } from 'node:path';
import { createHappenings, type Happenings } from './happenings.js';

/** What a page told the server, by `/report`; none of it passes Playwright or Foyer. */
export interface Report {
  readonly from: string;
  readonly what: string;
}

export interface Web {
  readonly port: number;
  /** `http://127.0.0.1:<port>`, and the same server as another site: `http://127.0.0.2:<port>`. */
  readonly own: string;
  readonly foreign: string;
  readonly reports: Happenings<Report>;
  /** Paths asked for, with their queries, oldest first. */
  readonly requests: Happenings<string>;
  /** Tells all `calm` pages of that name something, as a chat would. */
  readonly tell: (name: string, text: string) => void;
  /** Has somebody on the way answer in the server's place; undefined: nobody does any more. */
  readonly comeBetween: (answer: RequestListener | undefined) => void;
  /** Whether a page of that name would hear it. */
  readonly isHeardBy: (name: string) => boolean;
  readonly stop: () => Promise<void>;
}

export type Routes = Readonly<Record<string, RequestListener>>;

const folder = join(import.meta.dirname, 'pages');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Serves the pages of this folder on loopback, and `routes` before them; `port` 0 picks a free one. */
export async function startWeb(routes: Routes = {}, port = 0): Promise<Web> {
  const reports = createHappenings<Report>();
  const requests = createHappenings<string>();
  const listeners = new Set<{ readonly name: string; readonly response: ServerResponse }>();
  const own: Routes = {
    '/report': (request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://x');
      reports.add({ from: searchParams.get('from') ?? '', what: searchParams.get('what') ?? '' });
      response.setHeader('access-control-allow-origin', '*');
      response.end();
    },
    '/events': (request, response) => {
      const name = new URL(request.url ?? '/', 'http://x').searchParams.get('name') ?? '';
      const listener = { name, response };
      listeners.add(listener);
      response.on('close', () => listeners.delete(listener));
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 250\n\n');
    },
  };
  const between: { answer: RequestListener | undefined } = { answer: undefined };
  const server = createServer((request, response) => {
    requests.add(request.url ?? '/');
    if (between.answer !== undefined) return between.answer(request, response);
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const route = routes[pathname] ?? own[pathname];
    if (route === undefined) void servePage(pathname, response);
    else route(request, response);
  });
  const close = closing(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '0.0.0.0', resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  return {
    port: given,
    own: `http://127.0.0.1:${given}`,
    foreign: `http://127.0.0.2:${given}`,
    reports,
    requests,
    tell: (name, text) => {
      for (const one of listeners)
        if (one.name === name) one.response.write(`data: ${JSON.stringify(text)}\n\n`);
    },
    comeBetween: (answer) => {
      between.answer = answer;
      for (const { response } of listeners) response.destroy();
    },
    isHeardBy: (name) => [...listeners].some((one) => one.name === name),
    stop: close,
  };
}

async function servePage(pathname: string, response: ServerResponse): Promise<void> {
  const name = basename(pathname);
  const body = await readFile(join(folder, name)).catch(() => undefined);
  response.setHeader('content-type', types[extname(name)] ?? 'text/plain');
  response.writeHead(body === undefined ? 404 : 200).end(body ?? 'Not found');
}

/** Gives what ends a server at once, whoever is still connected. */
export function closing(server: Server | NetServer): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}

/** Gives a route that asks for a name and password, and knows one pair. */
export const basicAuth =
  (realm: string, user: string, password: string): RequestListener =>
  (request: IncomingMessage, response) => {
    const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const isRight = request.headers.authorization === wanted;
    response.setHeader('content-type', 'text/html');
    if (!isRight) response.setHeader('www-authenticate', `Basic realm="${realm}"`);
    response.writeHead(isRight ? 200 : 401).end(`<title>${isRight ? 'Inside' : 'Outside'}</title>`);
  };
