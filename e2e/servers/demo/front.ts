import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { listening, LOOPBACK } from '../lib/net.js';
import { signInPage } from './sign-in-page.js';

export interface FrontOptions {
  readonly targetPort: number;
  /** What the page keeps once that user has signed in; undefined for somebody unknown. */
  readonly storageFor: (userName: string) => Readonly<Record<string, string>> | undefined;
  /** Where the sign-in page goes afterwards. */
  readonly startPath: string;
  /** Called for each page that opens its live connection, with the host name it used. */
  readonly onLive: (host: string) => void;
}

export interface Front {
  readonly port: number;
  /** The page that signs that user in on the origin of `host`. */
  signInUrl(host: string, userName: string): string;
  stop(): Promise<void>;
}

/** A door in front of a chat server: all of it as it is, and one page more that signs in without typing. */
export async function startFront(options: FrontOptions): Promise<Front> {
  const sockets = new Set<Duplex>();
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    if (url.pathname === '/demo-sign-in') greet(response, url, options);
    else pass(incoming, response, options.targetPort);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    options.onLive((incoming.headers.host ?? '').split(':')[0] ?? '');
    passUpgrade(incoming, socket, head, options.targetPort);
  });
  await listening(server);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    signInUrl: (host, userName) => `http://${host}:${port}/demo-sign-in?user=${userName}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function greet(response: ServerResponse, url: URL, options: FrontOptions): void {
  const storage = options.storageFor(url.searchParams.get('user') ?? '');
  if (!storage) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such user here.');
    return;
  }
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(signInPage(storage, options.startPath));
}

function pass(incoming: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ host: LOOPBACK, port, method, path, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.once('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  response.once('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}

function passUpgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
  const target = connect(port, LOOPBACK);
  const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`);
  }
  target.write(`${lines.join('\r\n')}\r\n\r\n`);
  target.write(head);
  target.pipe(socket).pipe(target);
  target.on('error', () => socket.destroy());
  socket.on('error', () => target.destroy());
  socket.once('close', () => target.destroy());
}
