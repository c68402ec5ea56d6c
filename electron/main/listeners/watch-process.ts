import type { Stop } from '../store/app-store';

/** Between two times that the process is asked whether it is there. */
const ASK_MS = 60_000;

/** Sees whether a process still hears. */
export interface ProcessWatch {
  /** It said something. */
  readonly heard: () => void;
  readonly stop: Stop;
}

/** Asks a process every minute whether it is there; one that says nothing for a minute hangs, and is told as silent, once. */
export function watchProcess(
  after: (delayMs: number, run: () => void) => Stop,
  ask: () => void,
  onSilent: () => void,
): ProcessWatch {
  const now = { isHeard: true, stop: (): void => undefined };
  const look = (): void => {
    if (!now.isHeard) return onSilent();
    now.isHeard = false;
    ask();
    now.stop = after(ASK_MS, look);
  };
  now.stop = after(ASK_MS, look);
  return {
    heard: () => {
      now.isHeard = true;
    },
    stop: () => now.stop(),
  };
}
