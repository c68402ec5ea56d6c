import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import {
  connect,
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net';
import { afterEach } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { makeIdentity, type Identity } from '../../../e2e/support/certificates';
import { timers, type TimerPort } from '../timers';
import type { Hop, Route, TrustQuestion } from './protocol';
import { createTransport } from './transport';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** Listens on loopback until the test is over; gives the port. */
async function listenHere(server: TcpServer | Server): Promise<number> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  );
  return (server.address() as AddressInfo).port;
}

/** A key and certificate for 127.0.0.1 and localhost that nobody vouches for. */
export const newIdentity = (): Identity => makeIdentity({ name: 'test', hosts: ['127.0.0.1', 'localhost'] });

/** A chat server: answers as told, echoes what comes by socket. */
export async function startServer({
  identity,
  answer,
  asksCertificate = false,
}: {
  readonly identity?: Identity;
  readonly answer?: RequestListener;
  readonly asksCertificate?: boolean;
} = {}) {
  const asked: IncomingMessage[] = [];
  const sockets: WebSocket[] = [];
  const hear: RequestListener = (request, response) => {
    asked.push(request);
    if (answer === undefined) response.end(`${request.method} ${request.url}`);
    else answer(request, response);
  };
  const server =
    identity === undefined
      ? createServer(hear)
      : createSecureServer(
          {
            key: identity.key,
            cert: identity.cert,
            requestCert: asksCertificate,
            rejectUnauthorized: asksCertificate,
          },
          hear,
        );
  new WebSocketServer({ server, path: '/socket' }).on('connection', (socket, request) => {
    asked.push(request);
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  const port = await listenHere(server);
  const counted = { lines: 0, refused: 0 };
  server.on('tlsClientError', () => (counted.refused += 1));
  server.on(identity === undefined ? 'connection' : 'secureConnection', () => (counted.lines += 1));
  const protocol = identity === undefined ? 'http' : 'https';
  return {
    port,
    asked,
    sockets,
    counted,
    url: (path = '/') => `${protocol}://127.0.0.1:${port}${path}`,
    socketUrl: `${protocol.replace('http', 'ws')}://127.0.0.1:${port}/socket`,
  };
}

/** A server that takes connections and says nothing. */
export const startMuteServer = (): Promise<number> => listenHere(createTcpServer());

/** A proxy as companies have them; wants `authorization` where that is given. */
export async function startProxy({
  authorization,
  identity,
}: { readonly authorization?: string; readonly identity?: Identity } = {}) {
  const asked: string[] = [];
  const isWelcome = (request: IncomingMessage): boolean =>
    authorization === undefined || request.headers['proxy-authorization'] === authorization;
  const passOn: RequestListener = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.statusCode = isWelcome(request) ? 200 : 407;
    response.end('by proxy');
  };
  const server =
    identity === undefined
      ? createServer(passOn)
      : createSecureServer({ key: identity.key, cert: identity.cert }, passOn);
  server.on('connect', (request: IncomingMessage, stream: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    if (!isWelcome(request)) return void stream.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    join(stream, Number(request.url?.split(':').at(-1)), () => stream.write('HTTP/1.1 200 Fine\r\n\r\n'));
  });
  return { port: await listenHere(server), asked };
}

/** A SOCKS5 proxy that wants no name. */
export async function startSocks() {
  const asked: string[] = [];
  const server = createTcpServer((stream) => {
    stream.once('data', () => {
      stream.write(Buffer.from([5, 0]));
      stream.once('data', (data: Buffer) => {
        const isName = data[3] === 3;
        const end = isName ? 5 + (data[4] ?? 0) : 8;
        const host = isName ? data.subarray(5, end).toString() : [...data.subarray(4, end)].join('.');
        const port = data.readUInt16BE(end);
        asked.push(`${host}:${port}`);
        join(stream, port, () => stream.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])));
      });
    });
  });
  return { port: await listenHere(server), asked };
}

function join(stream: Socket, port: number, onOpen: () => void): void {
  const far = connect(port, '127.0.0.1', () => {
    onOpen();
    stream.pipe(far).pipe(stream);
  });
  far.on('error', () => stream.destroy());
  stream.on('error', () => far.destroy());
  stream.on('close', () => far.destroy());
}

export const hopTo = (kind: Hop['kind'], port: number, login?: Hop['login']): Hop => ({
  kind,
  host: '127.0.0.1',
  port,
  login,
});
const direct: Hop = { kind: 'direct', host: '', port: 0 };

/** A wire whose questions the test answers: by default the direct way, trusting everything. */
export function openWire({
  route = { hops: [direct] },
  trusts = () => true,
  timer = timers,
}: {
  readonly route?: Route | undefined;
  readonly trusts?: (question: TrustQuestion) => boolean | Promise<boolean>;
  readonly timer?: TimerPort;
} = {}) {
  const routes: string[] = [];
  const questions: TrustQuestion[] = [];
  const unfit: string[] = [];
  const open = createTransport({
    ...timer,
    routeOf: (_serviceId, url) => {
      routes.push(url);
      return Promise.resolve(route);
    },
    isTrusted: (question) => {
      questions.push(question);
      return Promise.resolve(trusts(question));
    },
  });
  const wire = open('one', (reason) => unfit.push(reason));
  closing.push(() => Promise.resolve(wire.close()));
  /** Opens a socket, and gives what is heard by it in order. */
  const connect = (url: string, headers: Readonly<Record<string, string>> = {}) => {
    const heard: string[] = [];
    const waiting = new Set<() => void>();
    const hear = (text: string): void => {
      heard.push(text);
      for (const look of waiting) look();
    };
    const socket = wire.connect(
      { url, headers },
      {
        onOpen: () => hear('open'),
        onText: (text) => hear(text.slice(0, 20)),
        onClose: ({ code, status }) => hear(`close ${code} ${status ?? ''}`.trim()),
      },
    );
    const hears = (text: string): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!heard.includes(text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    return { socket, heard, hears };
  };
  return { wire, connect, routes, questions, unfit };
}
