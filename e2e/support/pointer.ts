import { connectDisplay, namedRequest } from './x-client.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A mouse plugged into a display: its presses go wherever the X server sends those of a person. */
export interface Pointer {
  readonly click: (at: Point) => Promise<void>;
  /** Presses, moves there in steps, lets go. */
  readonly drag: (from: Point, to: Point) => Promise<void>;
  readonly stop: () => void;
}

const QUERY_EXTENSION = 98;
const GET_INPUT_FOCUS = 43;
const FAKE_INPUT = 2;
const PRESS = 4;
const RELEASE = 5;
const MOTION = 6;
const STEPS = 8;

/** Plugs a mouse in, as `startKeyboard` does a keyboard; it is what the app itself, not one page of it, listens to. */
export async function startPointer(displayName: string): Promise<Pointer> {
  const client = await connectDisplay(displayName);
  const extension = await client.ask(namedRequest(QUERY_EXTENSION, 'XTEST'));
  const opcode = extension.readUInt8(9);
  const fake = (kind: number, button: number, { x, y }: Point): void => {
    const request = Buffer.alloc(36);
    request.set([opcode, FAKE_INPUT, 9, 0, kind, button]);
    request.writeUInt32LE(client.root, 12);
    request.writeInt16LE(Math.round(x), 24);
    request.writeInt16LE(Math.round(y), 26);
    client.send(request);
  };
  const done = async (): Promise<void> => void (await client.ask(Uint8Array.of(GET_INPUT_FOCUS, 0, 1, 0)));
  const move = async (to: Point): Promise<void> => {
    fake(MOTION, 0, to);
    await done();
  };
  const button = async (kind: number, at: Point): Promise<void> => {
    fake(kind, 1, at);
    await done();
  };
  return {
    click: async (at) => {
      await move(at);
      await button(PRESS, at);
      await button(RELEASE, at);
    },
    drag: async (from, to) => {
      await move(from);
      await button(PRESS, from);
      for (let step = 1; step <= STEPS; step += 1) {
        const share = step / STEPS;
        await move({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      }
      await button(RELEASE, to);
    },
    stop: client.stop,
  };
}
