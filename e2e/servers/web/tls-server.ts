import { createHash } from 'node:crypto';
import { createServer, type ServerOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { Identity } from '../../support/certificates.js';
import { createHappenings, type Happenings } from './happenings.js';
import { closing } from './web-server.js';

/** A chat of one page behind TLS: the page fetches, opens a socket that stays open, and has a worker. */
export interface TlsServer {
  readonly url: string;
  readonly port: number;
  /** Paths that came through, oldest first, with who the client said it was by its certificate. */
  readonly requests: Happenings<{ readonly path: string; readonly client: string | undefined }>;
  /** Sockets that are open now. */
  readonly openSockets: () => number;
  /** Shows another certificate from the next connection on; those that are there are cut. */
  readonly become: (identity: Pick<Identity, 'key' | 'cert'>) => void;
  readonly stop: () => Promise<void>;
}

/** Starts it on loopback; `page` is what its root shows. */
export async function startTlsServer(
  identity: Pick<Identity, 'key' | 'cert'>,
  options: { readonly page?: string; readonly port?: number; readonly tls?: ServerOptions } = {},
): Promise<TlsServer> {
  const requests = createHappenings<{ readonly path: string; readonly client: string | undefined }>();
  const sockets = new Set<Duplex>();
  const connections = new Set<TLSSocket>();
  const server = createServer({ key: identity.key, cert: identity.cert, ...options.tls });
  const note = (request: IncomingMessage): void => {
    const { subject } = (request.socket as TLSSocket).getPeerCertificate();
    requests.add({ path: request.url ?? '/', client: (subject as { readonly CN?: string } | undefined)?.CN });
  };
  server.on('secureConnection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  server.on('request', (request, response) => {
    note(request);
    if (request.url === '/worker.js')
      return void response.setHeader('content-type', 'text/javascript').end('onfetch = () => {};');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return void response.end(request.url === '/' ? (options.page ?? plainPage) : 'fine');
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.end());
    // What it says is of no interest, but unread its end would not be heard.
    socket.resume();
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  const stop = closing(server);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}/`,
    port,
    requests,
    openSockets: () => sockets.size,
    become: ({ key, cert }) => {
      server.setSecureContext({ ...options.tls, key, cert });
      for (const connection of connections) connection.destroy();
    },
    stop,
  };
}

/** Says in its title what came through: its own fetch, socket and worker. */
const plainPage = `<!doctype html><title>Inside</title><script>
  const said = [];
  const say = (what) => { said.push(what); document.title = 'Inside ' + said.toSorted().join(' '); };
  fetch('/data').then(() => say('fetched'), () => say('not-fetched'));
  globalThis.socket = new WebSocket('wss://' + location.host + '/socket');
  socket.onopen = () => say('connected');
</script>`;
