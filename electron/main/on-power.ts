import { powerMonitor } from 'electron/main';
import type { Stop } from './store/app-store';

type PowerEvent = 'lock-screen' | 'unlock-screen' | 'suspend' | 'resume';

/** Calls `listener` at each of these; gives what ends that. */
export function onPower(events: readonly PowerEvent[], listener: () => void): Stop {
  // Electron's overloads take one name each.
  const monitor = powerMonitor as unknown as {
    readonly on: (event: PowerEvent, heard: () => void) => void;
    readonly off: (event: PowerEvent, heard: () => void) => void;
  };
  for (const event of events) monitor.on(event, listener);
  return () => {
    for (const event of events) monitor.off(event, listener);
  };
}
