import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import { Server } from 'socket.io';
import { findFreePorts, listening } from '../lib/net.js';
import { groupPage, peoplePage, signInPage, type Session } from './pages.js';

export interface HomegrownOptions {
  /** How the client may talk, in this order; both, beginning with long-polling, when left out. */
  readonly transports?: readonly ('polling' | 'websocket')[];
}

export interface Homegrown {
  readonly url: string;
  /** Somebody says it: all sessions get it, and it is unread where no page shows that group. */
  say(from: string, group: string, text: string): void;
  setOnline(names: readonly string[]): void;
  /** Pages that come are told so late what is unread; 0 from the start. */
  setCountDelay(delayMs: number): void;
  /** How pages talk now. */
  transports(): readonly string[];
  /** An outage: nobody answers, what is in memory stays. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  /** All sessions are gone, and with them what was said. */
  forgetSessions(): void;
  stop(): Promise<void>;
}

const people = ['alice', 'bob', 'carol'];
const groups = ['lunch', 'office'];

/**
 * A home-grown chat of the older kind on loopback: a cookie names a session in memory, each view is a full page load, and
 * Socket.IO (the vendor's at both ends) tells of what comes.
 */
export async function startHomegrown(options: HomegrownOptions = {}): Promise<Homegrown> {
  const transports = options.transports ?? ['polling', 'websocket'];
  const [port = 0] = await findFreePorts(1);
  const sessions = new Map<string, Session>();
  const views = new Map<string, { readonly sessionId: string; readonly group: string }>();
  const now: { online: readonly string[]; delayMs: number; server?: HttpServer; sockets?: Server } = {
    online: people,
    delayMs: 0,
  };
  const tellCounts = (sessionId: string) => {
    const session = sessions.get(sessionId);
    if (session !== undefined) now.sockets?.to(sessionId).emit('counts', Object.fromEntries(session.unread));
  };

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const html = (body: string) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    const goTo = (path: string, headers = {}) =>
      response.writeHead(303, { location: path, ...headers }).end();
    if (pathname === '/transports.js')
      return response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(`window.transports = ${JSON.stringify(transports)};`);
    if (pathname === '/sign-in')
      return void readForm(request).then((form) => {
        const id = randomUUID();
        sessions.set(id, { name: form.get('name') ?? '', messages: new Map(), unread: new Map() });
        goTo('/people', { 'set-cookie': `sid=${id}; Path=/; HttpOnly` });
      });
    const session = sessions.get(sessionIdOf(request));
    if (session === undefined) return pathname === '/' ? html(signInPage()) : goTo('/');
    const group = groups.find((one) => pathname === `/group/${one}`);
    if (group === undefined)
      return pathname === '/people' ? html(peoplePage(people, groups)) : goTo('/people');
    session.unread.delete(group);
    return html(groupPage(group, session));
  };

  const resume = async () => {
    const server = createServer(answer);
    const sockets = new Server(server, { transports: [...transports] });
    sockets.on('connection', (socket) => {
      const sessionId = sessionIdOf(socket.request);
      if (!sessions.has(sessionId)) return void socket.emit('signed-out');
      void socket.join(sessionId);
      socket.on('view', (group: string) => {
        views.set(socket.id, { sessionId, group });
        socket.emit('online', now.online);
        setTimeout(() => tellCounts(sessionId), now.delayMs);
      });
      socket.on('disconnect', () => views.delete(socket.id));
    });
    Object.assign(now, { server: await listening(server, port), sockets });
  };
  const halt = async () => {
    const { server, sockets } = now;
    Object.assign(now, { server: undefined, sockets: undefined });
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (sockets ? sockets.close(() => resolve()) : resolve()));
  };
  await resume();
  return {
    url: `http://homegrown.localhost:${port}/`,
    say: (from, group, text) => {
      for (const [id, { messages, unread }] of sessions) {
        messages.set(group, [...(messages.get(group) ?? []), { from, text }]);
        const isShown = [...views.values()].some((view) => view.sessionId === id && view.group === group);
        if (!isShown) unread.set(group, (unread.get(group) ?? 0) + 1);
        now.sockets?.to(id).emit('message', { from, group, text });
        tellCounts(id);
      }
    },
    setOnline: (names) => {
      now.online = names;
      now.sockets?.emit('online', names);
    },
    setCountDelay: (delayMs) => {
      now.delayMs = delayMs;
    },
    transports: () =>
      [...(now.sockets?.sockets.sockets.values() ?? [])].map((one) => one.conn.transport.name),
    halt,
    resume,
    forgetSessions: () => sessions.clear(),
    stop: halt,
  };
}

const sessionIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string =>
  /(?:^|;\s*)sid=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '';

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}
