import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { closing } from '../web/web-server.js';
import type { Fault, FaultsInForce } from './faults.js';
import { findFreePorts, listening, LOOPBACK } from './net.js';

export interface InstanceOptions {
  readonly onRequest: RequestListener;
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Faults of this instance, and those of the whole server: the first that meets a request counts. */
  readonly faults: readonly FaultsInForce[];
  /** Serves https with that certificate. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
}

/** One process of a server, so to say: a port that can go away and come back. */
export interface Instance {
  readonly port: number;
  /** Where it can be reached without a balancer: `http://127.0.0.1:<port>`, or https. */
  readonly url: string;
  /** The same under a name of its own, which is an origin of its own: `http://<host>.localhost:<port>`. */
  urlFor(host: string): string;
  isUp(): boolean;
  /** Cuts all WebSockets without a word; gives how many there were. */
  dropSockets(): number;
  /** How many WebSockets are open. */
  socketCount(): number;
  /** Ends it at once with all connections: an outage. */
  halt(): Promise<void>;
  /** Brings it back on the same port. */
  resume(): Promise<void>;
}

/** Listens on a free loopback port, with faults in the way of requests. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { faults, tls } = options;
  const [port = 0] = await findFreePorts(1);
  const sockets = createSocketSet(() => faults.some((one) => one.isDeaf()));
  for (const one of faults) one.onDeafness(sockets.update);
  const open = async () => closing(await listening(createInstance(options, sockets.add), port));
  let close: (() => Promise<void>) | undefined = await open();
  const scheme = tls === undefined ? 'http' : 'https';
  return {
    port,
    url: `${scheme}://${LOOPBACK}:${port}`,
    urlFor: (host) => `${scheme}://${host}.localhost:${port}`,
    isUp: () => close !== undefined,
    dropSockets: sockets.drop,
    socketCount: sockets.count,
    halt: async () => {
      const closing = close;
      close = undefined;
      await closing?.();
    },
    resume: async () => {
      close ??= await open();
    },
  };
}

function createInstance(
  { faults, onRequest, onUpgrade, tls }: InstanceOptions,
  add: (socket: Duplex) => void,
) {
  const server = tls === undefined ? createServer() : createTlsServer(tls);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const waitMs = Math.max(...faults.map((one) => one.delayFor(request)));
    void (waitMs > 0 ? delay(waitMs) : Promise.resolve()).then(() => {
      const fault = faults.reduce<Fault | undefined>((met, one) => met ?? one.meet(request), undefined);
      if (fault === undefined) onRequest(request, response);
      else answerInstead(fault, response);
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (faults.some((one) => one.refusesSockets())) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\n\r\n');
    } else {
      onUpgrade(request, socket, head);
      add(socket);
    }
  });
  return server;
}

/** Answers a request as the fault says. */
export function answerInstead(fault: Fault, response: ServerResponse): void {
  if (fault.kind === 'answer') response.writeHead(fault.status, { ...fault.headers }).end(fault.body ?? '');
  else if (fault.kind === 'cut') response.socket?.destroy();
}

/** The open WebSockets; deaf ones keep what passes until they hear again. */
function createSocketSet(isDeaf: () => boolean) {
  const open = new Set<Duplex>();
  const deaf = new Set<Duplex>();
  const update = () => {
    for (const socket of open) {
      if (isDeaf() === deaf.has(socket)) continue;
      if (deaf.delete(socket)) socket.resume().uncork();
      else deaf.add(socket.pause());
      if (deaf.has(socket)) socket.cork();
    }
  };
  return {
    add: (socket: Duplex) => {
      open.add(socket);
      socket.on('close', () => {
        open.delete(socket);
        deaf.delete(socket);
      });
      update();
    },
    update,
    count: () => open.size,
    drop: () => {
      const count = open.size;
      for (const socket of open) socket.destroy();
      return count;
    },
  };
}
