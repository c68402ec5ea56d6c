import type { GraphicsMemory } from '../model/graphics';

/** How long a card is not tried again, in ms: three days. */
export const SPARED_MS = 3 * 24 * 60 * 60_000;

/** What is known at a start. */
interface GraphicsFacts {
  readonly memory: GraphicsMemory | undefined;
  readonly electron: string;
  readonly nowMs: number;
  /** Whoever started it said by a switch what shall become of the card. */
  readonly isSaid: boolean;
}

/** True where Chromium need not try a graphics card that could not be used the last time. */
export const sparesGraphics = ({ memory, electron, nowMs, isSaid }: GraphicsFacts): boolean =>
  !isSaid &&
  memory !== undefined &&
  memory.electron === electron &&
  memory.failedAtMs <= nowMs &&
  nowMs - memory.failedAtMs < SPARED_MS;

/** Switches of Chromium's by which a person says it themselves. */
export const GRAPHICS_SWITCHES: readonly string[] = [
  'disable-gpu',
  'disable-gpu-compositing',
  'ignore-gpu-blocklist',
  'ignore-gpu-blacklist',
  'use-gl',
  'use-angle',
  'in-process-gpu',
];
