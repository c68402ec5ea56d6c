import { powerMonitor } from 'electron/main';
import { createPerson, type PowerEvent } from './person';
import type { Stop } from './store/app-store';

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

/** Who is at it, as the machine itself says it. */
export const person = createPerson(onPower, () => powerMonitor.getSystemIdleTime() * 1000);
