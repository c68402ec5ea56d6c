import type { TimerPort } from '../timers';

/** Timers that have names. */
export interface NamedTimers {
  readonly has: (name: string) => boolean;
  readonly set: (name: string, delayMs: number, run: () => void) => void;
  readonly clear: (...names: readonly string[]) => void;
}

/** Timers by name; setting one anew calls off the former. */
export function createNamedTimers(port: Pick<TimerPort, 'after'>): NamedTimers {
  const running = new Map<string, () => void>();
  const clear = (...names: readonly string[]): void => {
    for (const name of names) {
      running.get(name)?.();
      running.delete(name);
    }
  };
  return {
    has: (name) => running.has(name),
    clear,
    set: (name, delayMs, run) => {
      clear(name);
      const cancel = port.after(delayMs, () => {
        running.delete(name);
        run();
      });
      running.set(name, cancel);
    },
  };
}
