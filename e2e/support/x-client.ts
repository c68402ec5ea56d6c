import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A client of an X display that speaks the protocol itself, for the little the tests need of it. */
export interface XClient {
  readonly root: number;
  send(request: Uint8Array): void;
  /** Sends a request and gives its answer of 32 bytes. */
  ask(request: Uint8Array): Promise<Buffer>;
  /** Events that came so far, 32 bytes each. */
  readonly events: readonly Buffer[];
  stop(): void;
}

const FIRST_EVENT = 2;
const PACKET = 32;

/** Connects to a display without access control, as those that the tests start are. */
export async function connectDisplay(displayName: string): Promise<XClient> {
  const socket = connect(`/tmp/.X11-unix/X${displayName.replace(':', '')}`);
  await once(socket, 'connect');
  socket.pause();
  socket.write(Uint8Array.of(0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  const head = await read(socket, 8);
  if (head[0] !== 1) throw new Error('The display refused the connection.');
  const setup = await read(socket, head.readUInt16LE(6) * 4);
  const root = setup.readUInt32LE(PACKET + padded(setup.readUInt16LE(16)) + setup.readUInt8(21) * 8);

  const events: Buffer[] = [];
  const waiting: ((answer: Buffer) => void)[] = [];
  socket.on('readable', () => {
    for (let packet = take(); packet !== null; packet = take()) {
      if (packet.readUInt8(0) >= FIRST_EVENT) events.push(packet);
      else waiting.shift()?.(packet);
    }
  });
  const take = () => socket.read(PACKET) as Buffer | null;
  return {
    root,
    send: (request) => void socket.write(request),
    ask: (request) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        socket.write(request);
      }),
    events,
    stop: () => void socket.destroy(),
  };
}

/** A request that ends in a name: of an extension, of an atom. */
export function namedRequest(opcode: number, name: string): Uint8Array {
  const request = Buffer.alloc(8 + padded(name.length));
  request.writeUInt8(opcode, 0);
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt16LE(name.length, 4);
  request.write(name, 8, 'latin1');
  return request;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

async function read(socket: Socket, length: number): Promise<Buffer> {
  for (;;) {
    const chunk = socket.read(length) as Buffer | null;
    if (chunk !== null) return chunk;
    await once(socket, 'readable');
  }
}
