import { WebSocket } from 'ws';
import type { ListenSocket, SocketEvents } from '../../recipes/listening';
import type { Stop } from '../store/app-store';
import type { Line } from './line';
import type { Pulse } from './pulse';

/** Longest message of a server. */
const MESSAGE_MAX_BYTES = 4 * 1024 * 1024;
const HANDSHAKE_MAX_MS = 30_000;
/** Closed without a word. */
const CODE_LOST = 1006;

/** What it takes to open a socket. */
export interface SocketPort {
  readonly openLine: () => Promise<{
    readonly line: Line;
    readonly headers: Readonly<Record<string, string>>;
  }>;
  readonly pulse: Pulse;
  readonly onHeard: () => void;
}

/** A socket that a listener opened. */
export interface OpenedSocket extends ListenSocket {
  /** Asks for a sign of life; false where it is not open. */
  readonly ping: () => boolean;
  /** Ends it at once; nothing is told after. */
  readonly cut: Stop;
}

/** Opens a WebSocket. One that gives no sign of life between two beats of the pulse is cut, and told as closed. */
export function openSocket(url: string, hear: SocketEvents, port: SocketPort): OpenedSocket {
  const now: { socket: WebSocket | undefined; isOver: boolean; isAsked: boolean; stopPulse: Stop } = {
    socket: undefined,
    isOver: false,
    isAsked: false,
    stopPulse: () => undefined,
  };
  const leave = (): boolean => {
    if (now.isOver) return false;
    now.isOver = true;
    now.stopPulse();
    return true;
  };
  const close = (why: Parameters<SocketEvents['onClose']>[0]): void => {
    if (leave()) hear.onClose(why);
  };
  const heard = (): void => {
    now.isAsked = false;
    port.onHeard();
  };
  const beat = (): void => {
    if (now.socket?.readyState !== WebSocket.OPEN) return;
    if (now.isAsked) return now.socket.terminate();
    now.isAsked = true;
    now.socket.ping();
  };
  const join = (socket: WebSocket): void => {
    now.socket = socket;
    now.stopPulse = port.pulse.add(beat);
    socket.on('open', () => {
      heard();
      if (!now.isOver) hear.onOpen();
    });
    socket.on('message', (data: Buffer, isBinary) => {
      heard();
      if (!now.isOver && !isBinary) hear.onText(data.toString('utf8'));
    });
    socket.on('pong', heard);
    socket.on('ping', heard);
    socket.on('unexpected-response', (request, { statusCode: status = 0 }) => {
      request.destroy();
      close({ code: CODE_LOST, status });
    });
    // The end of it is told by `close`.
    socket.on('error', () => undefined);
    socket.on('close', (code) => close({ code }));
  };

  const open = async (): Promise<void> => {
    const { line, headers } = await port.openLine();
    if (now.isOver) return void line.stream.destroy();
    join(
      new WebSocket(url, {
        headers,
        createConnection: () => line.stream,
        handshakeTimeout: HANDSHAKE_MAX_MS,
        maxPayload: MESSAGE_MAX_BYTES,
        // Each would keep a window of its own in memory.
        perMessageDeflate: false,
      }),
    );
  };
  open().catch(() => close({ code: CODE_LOST }));
  return {
    send: (text) => {
      if (now.socket?.readyState === WebSocket.OPEN) now.socket.send(text);
    },
    close: () => {
      if (now.socket === undefined) close({ code: CODE_LOST });
      else now.socket.close();
    },
    ping: () => {
      if (now.socket?.readyState !== WebSocket.OPEN) return false;
      now.socket.ping();
      return true;
    },
    cut: () => {
      leave();
      now.socket?.terminate();
    },
  };
}
