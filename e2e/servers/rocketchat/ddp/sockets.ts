import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FaultsInForce } from '../../lib/faults.js';
import type { Chat } from '../chat/chat.js';
import { load } from '../package.js';
import type { ServerFacts } from '../rest/endpoint.js';
import { openDdpSession } from './session.js';

/** What of `ws` is used here. */
interface Socket {
  send(frame: string): void;
  close(): void;
  terminate(): void;
  on(event: 'message', listener: (data: Buffer) => void): void;
  on(event: 'close', listener: () => void): void;
}

interface SocketServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, use: (socket: Socket) => void): void;
}

export interface Sockets {
  count(): number;
  /** Cuts all of them without a word, as a lost connection does. */
  drop(): void;
}

export interface SocketOptions {
  readonly chat: Chat;
  readonly facts: ServerFacts;
  readonly faults: FaultsInForce;
  /** `/websocket`, below the root. */
  readonly path: string;
  readonly heartbeatMs: number;
  /** Told how many there are, whenever that changes. */
  readonly onSocketCount?: (count: number) => unknown;
}

/** Speaks DDP on the WebSockets of a server. */
export function serveSockets(server: Server, options: SocketOptions): Sockets {
  const { chat, facts, faults, path, heartbeatMs, onSocketCount } = options;
  const { WebSocketServer } = load('ws') as {
    readonly WebSocketServer: new (options: { readonly noServer: true }) => SocketServer;
  };
  const upgrader = new WebSocketServer({ noServer: true });
  const sockets = new Set<Socket>();
  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    raw.on('error', () => raw.destroy());
    if (faults.refusesSockets() || request.url?.split('?')[0] !== path) {
      raw.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      return;
    }
    upgrader.handleUpgrade(request, raw, head, (socket) => {
      sockets.add(socket);
      onSocketCount?.(sockets.size);
      const session = openDdpSession(
        chat,
        facts,
        {
          send: (frame) => {
            if (!faults.isDeaf()) socket.send(frame);
          },
          close: () => socket.close(),
        },
        heartbeatMs,
      );
      socket.on('message', (data) => {
        if (!faults.isDeaf()) session.receive(data.toString());
      });
      socket.on('close', () => {
        sockets.delete(socket);
        onSocketCount?.(sockets.size);
        session.end();
      });
    });
  });
  return {
    count: () => sockets.size,
    drop: () => sockets.forEach((socket) => socket.terminate()),
  };
}
