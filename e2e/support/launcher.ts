import { type Message, MessageType } from 'dbus-next';
import { opened } from './desktop-bus.js';
import { createFeed, type Feed } from './desktop-feed.js';

export interface LauncherState {
  /** "application://" and the name of the desktop file. */
  readonly appUri: string;
  readonly count: number;
  readonly isCountVisible: boolean;
  readonly isUrgent: boolean;
  /** From 0 to 1; undefined where none is shown. */
  readonly progress: number | undefined;
  /** When the signal reached the bus: epoch milliseconds with a fraction. */
  readonly receivedAtMs: number;
}

export interface Launcher {
  /** What a dock would show now; undefined before the first word of any app. */
  last(): LauncherState | undefined;
  /** All states since the start, oldest first. */
  updates(): readonly LauncherState[];
  /** The present state if it fits, else the next one that does. */
  nextLauncher(fits: (state: LauncherState) => boolean, timeoutMs?: number): Promise<LauncherState>;
}

export const LAUNCHER_RULE = "type='signal',interface='com.canonical.Unity.LauncherEntry'";

/** Hears what a dock hears (Unity's LauncherEntry signal). `hear` has to be given the bus traffic. */
export function createLauncher(): Launcher & {
  readonly hear: (message: Message, receivedAtMs: number) => void;
} {
  const states: Feed<LauncherState> = createFeed('launcher state');
  return {
    last: () => states.items.at(-1),
    updates: () => states.items,
    nextLauncher: async (fits, timeoutMs) => {
      const present = states.items.at(-1);
      return present && fits(present) ? present : states.next(fits, timeoutMs);
    },
    hear: (message, receivedAtMs) => {
      if (message.type !== MessageType.SIGNAL || message.interface !== 'com.canonical.Unity.LauncherEntry')
        return;
      if (message.member !== 'Update') return;
      const [uri, changes] = opened(message.body) as [string, Record<string, unknown>];
      // A signal names only what changed; a dock keeps the rest.
      const before = states.items.findLast((state) => state.appUri === uri);
      states.add({
        appUri: uri,
        count: Number(changes['count'] ?? before?.count ?? 0),
        isCountVisible: Boolean(changes['count-visible'] ?? before?.isCountVisible ?? false),
        isUrgent: Boolean(changes['urgent'] ?? before?.isUrgent ?? false),
        progress: changes['progress-visible'] === true ? Number(changes['progress']) : undefined,
        receivedAtMs,
      });
    },
  };
}
