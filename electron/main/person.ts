import type { Stop } from './store/app-store';

/** What the machine tells of its screen and its sleep. */
export type PowerEvent = 'lock-screen' | 'unlock-screen' | 'suspend' | 'resume';

/** What the machine says of who is at it. */
export interface PersonPort {
  /** The screen is locked, or the machine falls asleep. */
  readonly onGone: (listener: () => void) => Stop;
  /** Neither is so any more: a machine that wakes with its screen locked has nobody at it. */
  readonly onBack: (listener: () => void) => Stop;
  /** How long nobody has touched the machine. */
  readonly idleMs: () => number;
}

/** Beside it, when timers that slept with the machine are to be looked at. */
export interface Person extends PersonPort {
  /** The screen is unlocked, or the machine wakes, whichever it is: also one that wakes with its screen locked. */
  readonly onUnlockOrWake: (listener: () => void) => Stop;
}

/** Makes it of what the machine tells. */
export function createPerson(
  on: (events: readonly PowerEvent[], listener: () => void) => Stop,
  idleMs: () => number,
): Person {
  return {
    idleMs,
    onGone: (listener) => on(['lock-screen', 'suspend'], listener),
    onUnlockOrWake: (listener) => on(['unlock-screen', 'resume'], listener),
    onBack: (listener) => {
      const shut = new Set<'locked' | 'asleep'>();
      const open = (what: 'locked' | 'asleep') => (): void => {
        shut.delete(what);
        if (shut.size === 0) listener();
      };
      const stops = [
        on(['lock-screen'], () => void shut.add('locked')),
        on(['suspend'], () => void shut.add('asleep')),
        on(['unlock-screen'], open('locked')),
        on(['resume'], open('asleep')),
      ];
      return () => stops.forEach((stop) => stop());
    },
  };
}
