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

/** What the machine says of who is at it. */
export interface PersonPort {
  /** The screen is locked, or the machine falls asleep. */
  readonly onGone: (listener: () => void) => Stop;
  /** The screen is unlocked, or the machine wakes. */
  readonly onBack: (listener: () => void) => Stop;
  /** How long nobody has touched the machine. */
  readonly idleMs: () => number;
}

/** As the machine itself says it. */
export const person: PersonPort = {
  idleMs: () => powerMonitor.getSystemIdleTime() * 1000,
  onGone: (listener) => onPower(['lock-screen', 'suspend'], listener),
  onBack: (listener) => onPower(['unlock-screen', 'resume'], listener),
};
