import { startXTest } from './x-test.js';

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

const PRESS = 4;
const RELEASE = 5;
const MOTION = 6;
const STEPS = 8;

/** Plugs a mouse in, as `startKeyboard` does a keyboard; it is what the app itself, not one page of it, listens to. */
export async function startPointer(displayName: string): Promise<Pointer> {
  const { fake, done, stop } = await startXTest(displayName);
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
    stop,
  };
}
