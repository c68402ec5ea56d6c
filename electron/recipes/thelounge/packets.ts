import { own, ownCount, ownText, parsedJson } from '../raw';

/** What comes over a line of Engine.IO 4 with Socket.IO 5 in it, as far as it is used. */
export type Packet =
  /** The line is up; it has said nothing for too long after `quietMs`. */
  | { readonly kind: 'open'; readonly sid: string; readonly quietMs: number }
  /** To be answered by {@link PONG}. */
  | { readonly kind: 'ping' }
  /** The server takes what is sent. */
  | { readonly kind: 'connected' }
  | { readonly kind: 'event'; readonly name: string; readonly args: readonly unknown[] }
  /** The server ends it, or will not have it. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'other' };

export const CONNECT = '40';
export const PONG = '3';

/** Between packets that come as one answer. */
const SEPARATOR = '\u{1e}';
const PING_MS = 25_000;
const PATIENCE_MS = 20_000;

/** Reads one packet; whatever is no such is of kind `other`. */
export function readPacket(text: string): Packet {
  switch (text.charAt(0)) {
    case '0': {
      const said = parsedJson(text.slice(1));
      const sid = ownText(said, 'sid');
      const pingMs = ownCount(said, 'pingInterval') || PING_MS;
      const patienceMs = ownCount(said, 'pingTimeout') || PATIENCE_MS;
      return sid === '' ? { kind: 'other' } : { kind: 'open', sid, quietMs: pingMs + patienceMs };
    }
    case '1':
      return { kind: 'closed' };
    case '2':
      return { kind: 'ping' };
    case '4':
      return readMessage(text.slice(1));
    default:
      return { kind: 'other' };
  }
}

/** Without a namespace of its own; a number before the list would ask for an answer. */
function readMessage(text: string): Packet {
  if (text.startsWith('0')) return { kind: 'connected' };
  if (text.startsWith('1') || text.startsWith('4')) return { kind: 'closed' };
  // By its start alone: over a text of megabytes an expression may run out of stack.
  const [start] = /^2\d{0,20}(?=\[)/.exec(text) ?? [];
  const said = start === undefined ? undefined : parsedJson(text.slice(start.length));
  const name = own(said, '0');
  return Array.isArray(said) && typeof name === 'string'
    ? { kind: 'event', name, args: said.slice(1) as readonly unknown[] }
    : { kind: 'other' };
}

/** Reads all packets of one answer. */
export const readPackets = (text: string): readonly Packet[] => text.split(SEPARATOR).map(readPacket);

/** Writes packets as one body. */
export const toBody = (packets: readonly string[]): string => packets.join(SEPARATOR);

/** Writes what is said to the server. */
export const toEvent = (name: string, ...args: readonly unknown[]): string =>
  `42${JSON.stringify([name, ...args])}`;
