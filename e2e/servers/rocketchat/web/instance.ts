import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { FaultsInForce } from '../../lib/faults.js';
import { answerInstead } from '../../lib/instance.js';
import { LOOPBACK } from '../../lib/net.js';
import { closing } from '../../web/web-server.js';
import type { Happenings } from '../../web/happenings.js';
import type { Chat } from '../chat/chat.js';
import { serveSockets, type Sockets } from '../ddp/sockets.js';
import type { Answer, ServerFacts } from '../rest/endpoint.js';
import { createRest } from '../rest/rest.js';
import type { Limiter } from '../rest/limiter.js';
import type { PageHost } from './page-host.js';

export interface InstanceOptions {
  readonly chat: Chat;
  readonly facts: ServerFacts;
  readonly faults: FaultsInForce;
  readonly pages: PageHost;
  readonly limiter: Limiter | undefined;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  /** `` or `/chat`: what comes before every path. */
  readonly rootPath: string;
  readonly heartbeatMs: number;
  readonly requests: Happenings<string>;
  readonly port: number;
  /** Told how many WebSockets are open, whenever that changes. */
  readonly onSocketCount?: (count: number) => unknown;
}

/** One process of a Rocket.Chat, as a balancer sees it. */
export interface Instance {
  readonly port: number;
  /** Where it can be reached without a balancer, `/` at the end. */
  readonly url: string;
  isUp(): boolean;
  /** Ends it at once, connections and all; its port stays its own. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  dropSockets(): void;
  /** WebSockets open now. */
  socketCount(): number;
}

/** Serves page, REST and DDP on a loopback port of its own. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { port, tls, rootPath } = options;
  const now: { stop: (() => Promise<void>) | undefined; sockets: Sockets | undefined } = {
    stop: undefined,
    sockets: undefined,
  };
  const resume = async (): Promise<void> => {
    if (now.stop !== undefined) return;
    const server: Server = tls === undefined ? createServer() : createTlsServer(tls);
    const stop = closing(server);
    const rest = createRest(options.chat, options.facts, options.limiter);
    server.on('request', (request, response) => void answer(options, rest, request, response));
    const sockets = serveSockets(server, { ...options, path: `${rootPath}/websocket` });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, LOOPBACK, resolve);
    });
    Object.assign(now, { stop, sockets });
  };
  await resume();
  return {
    port,
    url: `${tls === undefined ? 'http' : 'https'}://${LOOPBACK}:${port}${rootPath}/`,
    isUp: () => now.stop !== undefined,
    halt: async () => {
      const { stop } = now;
      Object.assign(now, { stop: undefined, sockets: undefined });
      await stop?.();
    },
    resume,
    dropSockets: () => now.sockets?.drop(),
    socketCount: () => now.sockets?.count() ?? 0,
  };
}

async function answer(
  { faults, pages, rootPath, requests, facts }: InstanceOptions,
  rest: ReturnType<typeof createRest>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', headers } = request;
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://x');
  requests.add(`${method} ${request.url ?? '/'}`);
  const waitMs = faults.delayFor(request);
  if (waitMs > 0) await delay(waitMs);
  const fault = faults.meet(request);
  if (fault !== undefined) return answerInstead(fault, response);
  if (pathname !== rootPath && !pathname.startsWith(`${rootPath}/`)) return send(response, NOT_HERE);
  const path = pathname.slice(rootPath.length);
  if (!path.startsWith('/api/')) return pages.serve(path, response, facts);
  const body = method === 'POST' ? await json(request).catch(() => undefined) : {};
  if (typeof body !== 'object' || body === null)
    return send(response, { status: 400, body: { success: false, error: 'Invalid JSON' } });
  const from = request.socket.remoteAddress ?? '';
  const asked = { method, path: path.slice('/api/'.length), query, headers, from };
  send(response, await rest({ ...asked, body: body as Readonly<Record<string, unknown>> }));
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

const NOT_HERE: Answer = { status: 404, body: { error: 'Not found' } };
