import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { createHappenings } from '../web/happenings.js';
import type { Session, Shared } from './model.js';
import { tokenOf } from './rest/tokens.js';
import { openLine, sendText, type SocketLine } from './socket-line.js';
import { answerTo, okFor, parseRequest, refusalOf } from './socket-requests.js';

/** What an instance does with websockets. */
export interface Sockets {
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Returns once a client of that person hears what is told; at once when one does. */
  whenListening(userId: string): Promise<void>;
  /** The next event for that person's sockets gets lost on its way. */
  loseNextEvent(userId: string): void;
  /** Forgets all clients, as a process that ends does. */
  forget(): void;
  stop(): void;
}

const PATH = '/api/v4/websocket';
/** A socket whose client never says who it is, is closed after so long. */
const SIGN_IN_MS = 5000;

/** Serves the vendor's websocket to those who are signed in by cookie, header or challenge. */
export function createSockets(shared: Shared): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const lines = new Map<string, SocketLine>();
  const ended = new Set<string>();
  const connected = createHappenings<SocketLine>();
  const unlisten = shared.listen((told) => {
    if (told.kind === 'sessions-ended') return told.tokens.forEach((token) => ended.add(token));
    for (const line of lines.values()) {
      if (told.to.includes(line.session.userId) && !ended.has(line.session.token)) line.send(told);
    }
  });

  const open = (session: Session, socket: WebSocket, version: string): void => {
    const line = openLine(session, socket, version);
    lines.set(line.id, line);
    connected.add(line);
  };
  const connect = async (socket: WebSocket, request: IncomingMessage) => {
    const asked: string[] = [];
    const early = (message: Buffer) => void asked.push(message.toString('utf8'));
    socket.on('message', early);
    const { version, sessions } = await shared.read();
    const { searchParams } = new URL(request.url ?? '/', 'http://x');
    const known = lines.get(searchParams.get('connection_id') ?? '');
    const bySession = sessions[tokenOf(request)?.token ?? ''];
    let session = bySession;
    if (session !== undefined) {
      const isKnown = known?.session.userId === session.userId;
      if (isKnown && known.resume(socket, Number(searchParams.get('sequence_number')))) connected.add(known);
      else open(session, socket, version);
    }
    const waiting = setTimeout(() => session === undefined && socket.terminate(), SIGN_IN_MS);
    socket.on('close', () => clearTimeout(waiting));

    const hear = async (text: string) => {
      const asked = parseRequest(text);
      if (asked === undefined) return socket.terminate();
      if (asked.action === 'authentication_challenge') {
        const { sessions } = await shared.read();
        const given = sessions[String(asked.data['token'])];
        if (given === undefined) return socket.terminate();
        if (session === undefined) open(given, socket, version);
        session = given;
        return sendText(socket, okFor(asked.seq));
      }
      const isSignedIn = session !== undefined && !ended.has(session.token);
      const refusal = refusalOf(asked.seq, 401, 'api.web_socket_router.not_authenticated.app_error');
      sendText(socket, isSignedIn ? answerTo(asked, version) : refusal);
    };
    let hearing = Promise.resolve();
    const enqueue = (text: string) => {
      hearing = hearing.then(() => hear(text));
    };
    socket.off('message', early);
    asked.forEach(enqueue);
    socket.on('message', (message: Buffer) => enqueue(message.toString('utf8')));
  };

  return {
    onUpgrade: (request, socket, head) => {
      const { pathname } = new URL(request.url ?? '/', 'http://x');
      if (pathname !== PATH) return refuse(socket, 404);
      if (!isOwnOrigin(request)) return refuse(socket, 400);
      server.handleUpgrade(request, socket, head, (one) => void connect(one, request));
    },
    whenListening: async (userId) => {
      const isThere = (line: SocketLine) => line.session.userId === userId && line.isOpen();
      if (![...lines.values()].some(isThere))
        await connected.find(isThere, { after: connected.items.length });
    },
    loseNextEvent: (userId) => {
      for (const line of lines.values()) if (line.session.userId === userId) line.loseNext();
    },
    forget: () => lines.clear(),
    stop: () => {
      unlisten();
      for (const line of lines.values()) line.close();
      lines.clear();
    },
  };
}

/** Pages of other sites get no socket; who sends no origin is no page. */
function isOwnOrigin({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || new URL(headers.origin).host === headers.host;
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\n\r\n`);
}
