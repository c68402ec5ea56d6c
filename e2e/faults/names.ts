import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** The domain name server that the machine asks, as far as a test lets it answer. */
export interface Names {
  /** Addresses by name; of a name that is not there it says so. */
  readonly known: Map<string, { readonly v4?: readonly number[]; readonly v6?: readonly number[] }>;
  readonly stop: () => void;
}

const TYPES = { 1: 'v4', 28: 'v6' } as const;
const NO_SUCH_NAME = 3;
const HEADER_BYTES = 12;

/** Starts it at loopback's port 53, where `npm run faults` has the machine ask. */
export async function startNames(): Promise<Names> {
  const known: Names['known'] = new Map();
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) =>
    socket.send(answerTo(question, known), port, address),
  );
  socket.bind(53, '127.0.0.1');
  await once(socket, 'listening');
  return { known, stop: () => socket.close() };
}

/** The answer to one question, without caching. */
function answerTo(question: Buffer, known: Names['known']): Buffer {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  const end = at + 5;
  const addresses = known.get(labels.join('.').toLowerCase());
  const type = TYPES[question.readUInt16BE(at + 1) as keyof typeof TYPES] as 'v4' | 'v6' | undefined;
  const address = type === undefined ? undefined : addresses?.[type];
  const header = Buffer.alloc(HEADER_BYTES);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (addresses === undefined ? NO_SUCH_NAME : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(address === undefined ? 0 : 1, 6);
  const parts = [header, question.subarray(HEADER_BYTES, end)];
  if (address !== undefined) {
    // The name is that of the question; class IN, good for no time at all.
    const record = Buffer.from([
      0xc0,
      HEADER_BYTES,
      0,
      type === 'v4' ? 1 : 28,
      0,
      1,
      0,
      0,
      0,
      0,
      0,
      address.length,
    ]);
    parts.push(record, Buffer.from(address));
  }
  return Buffer.concat(parts);
}
