import { GRAPHICS_SWITCHES, sparesGraphics } from '../../core/decide/decide-graphics';
import { whenPainted, type AppStore, type Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import { keepGraphicsMemory, readGraphicsMemory } from './graphics-file';

interface GraphicsPort extends TimerPort {
  /** The data folder. */
  readonly folder: string;
  readonly electron: string;
  readonly hasSwitch: (name: string) => boolean;
  /** Has Chromium draw without a card. Before the app is ready. */
  readonly spare: () => void;
  /** How pages are drawn, in Chromium's words; once they are. */
  readonly compositing: () => string;
  readonly onProblem: (error: unknown) => void;
}

/** When pages have been drawn for a while: what was tried is decided by then. */
const LOOK_MS = 5_000;

/**
 * Where no graphics card can be used (a virtual machine, a remote desktop), Chromium starts a process for it, sees it end,
 * and starts one that draws without; only then is anything drawn. What came of it is remembered, so that the next starts draw at once.
 */
export function spareGraphics(port: GraphicsPort): (store: Pick<AppStore, 'getState' | 'onAction'>) => Stop {
  const { folder, electron, nowMs } = port;
  const isSaid = GRAPHICS_SWITCHES.some(port.hasSwitch);
  const memory = readGraphicsMemory(folder);
  const isSpared = sparesGraphics({ memory, electron, nowMs: nowMs(), isSaid });
  if (isSpared) port.spare();
  const look = (): void => {
    try {
      const isInVain = port.compositing() === 'disabled_software';
      if (isInVain) keepGraphicsMemory(folder, { electron, failedAtMs: nowMs() });
      else if (memory !== undefined) keepGraphicsMemory(folder, undefined);
    } catch (error) {
      port.onProblem(error);
    }
  };
  return (store) => {
    // What a switch says is not what the machine can do.
    if (isSaid || isSpared) return () => undefined;
    const timer: { stop: Stop } = { stop: () => undefined };
    const stop = whenPainted(store, () => {
      timer.stop = port.after(LOOK_MS, look);
    });
    return () => {
      stop();
      timer.stop();
    };
  };
}
