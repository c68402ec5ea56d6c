import type { Stop } from '../store/app-store';

/** Between two signs of life that are asked for. */
const BEAT_MS = 30_000;

/** One beat for all sockets, so that the process wakes once for all of them. */
export interface Pulse {
  readonly add: (beat: () => void) => Stop;
}

/** Creates the pulse; it stands still while nobody is there. */
export function createPulse(after: (delayMs: number, act: () => void) => Stop): Pulse {
  const beats = new Set<() => void>();
  const now: { stop: Stop | undefined } = { stop: undefined };
  const beat = (): void => {
    now.stop = after(BEAT_MS, beat);
    for (const one of beats) one();
  };
  return {
    add: (one) => {
      beats.add(one);
      now.stop ??= after(BEAT_MS, beat);
      return () => {
        beats.delete(one);
        if (beats.size > 0) return;
        now.stop?.();
        now.stop = undefined;
      };
    },
  };
}
