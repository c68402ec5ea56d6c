import { onPlatform, toAccelerator, typesText, type KeyPlatform } from '../commands/combo';
import type { AppState } from '../state/app-state';

/** Decides which key the system is asked for, as Electron writes it; empty for one that cannot be had, as it types. */
export function decideSystemKey({ persisted }: AppState, platform: KeyPlatform): string | undefined {
  const { system } = persisted.keys;
  if (system === null) return undefined;
  const combo = onPlatform(system, platform);
  return combo === undefined || typesText(combo) ? '' : toAccelerator(combo);
}

/** Decides what that key does: away with the window where the person works in it, else bring it up. */
export const decideToggle = ({ session: { window } }: AppState): 'show' | 'hide' =>
  window.visible && window.focused ? 'hide' : 'show';
