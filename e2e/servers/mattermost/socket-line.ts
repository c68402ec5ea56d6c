import type { WebSocket } from 'ws';
import { newId } from './ids.js';
import type { Delivery, Session } from './model.js';
import { NOBODY_LEFT_OUT } from './tell.js';

/** How many events a line keeps for a client that comes back: what the vendor has sent and has still to send. */
const KEPT_EVENTS = 128 + 256;

/** One client's stream of events. It outlives its socket, so that a client that comes back misses nothing. */
export interface SocketLine {
  readonly id: string;
  readonly session: Session;
  /** Numbers the event and sends it, or keeps it while no socket is there. */
  send(delivery: Delivery): void;
  /** Carries on over this socket from that number on; false when what is missing is no longer kept. */
  resume(socket: WebSocket, sequence: number): boolean;
  isOpen(): boolean;
  /** The next event is numbered and kept, but gets lost on its way. */
  loseNext(): void;
  close(): void;
}

/** A new stream over that socket; the first event says hello. */
export function openLine(session: Session, socket: WebSocket, version: string): SocketLine {
  const id = newId();
  const kept: string[] = [];
  let firstKept = 0;
  let current = socket;
  let isLosing = false;
  const push = (event: string, data: unknown, broadcast: Delivery['broadcast']) => {
    const seq = firstKept + kept.length;
    const text = JSON.stringify({ event, data, broadcast, seq });
    kept.push(text);
    if (kept.length > KEPT_EVENTS) {
      kept.shift();
      firstKept += 1;
    }
    if (!isLosing) sendText(current, text);
    isLosing = false;
  };
  push(
    'hello',
    {
      server_version: `${version}.${version}.stand-in.false`,
      connection_id: id,
      server_hostname: 'stand-in',
    },
    { ...NOBODY_LEFT_OUT, user_id: session.userId },
  );
  return {
    id,
    session,
    send: (delivery) => push(delivery.event, dataFor(delivery, session.userId), delivery.broadcast),
    resume: (socket, sequence) => {
      if (sequence < firstKept || sequence > firstKept + kept.length) return false;
      if (current !== socket) current.terminate();
      current = socket;
      for (const text of kept.slice(sequence - firstKept)) sendText(socket, text);
      return true;
    },
    isOpen: () => current.readyState === current.OPEN,
    loseNext: () => {
      isLosing = true;
    },
    close: () => current.terminate(),
  };
}

/** Sends when somebody is there to hear it. */
export function sendText(socket: WebSocket, text: string): void {
  if (socket.readyState === socket.OPEN) socket.send(text);
}

/** Of those mentioned, and of those who follow, a receiver is told only about themselves. */
function dataFor({ data, mentionedIds, followerIds }: Delivery, userId: string): unknown {
  const me = JSON.stringify([userId]);
  return {
    ...data,
    ...(mentionedIds?.includes(userId) ? { mentions: me } : {}),
    ...(followerIds?.includes(userId) ? { followers: me } : {}),
  };
}
