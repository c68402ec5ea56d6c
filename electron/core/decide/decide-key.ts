import { commandById } from '../commands/command-list';
import { asFromOwnWindow } from '../commands/own-window-here';
import { combosOf, type KeyPlatform, type KeyPress } from '../commands/combo';
import { keyMapOf } from '../commands/key-map';
import type { ServiceId } from '../model/service';
import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';
import { goTo } from '../state/places';
import { selectService } from '../state/selectors';
import { isLocked } from '../state/veil';

export type { KeyPress } from '../commands/combo';

/** Where the keyboard is: in a page of a service, or in the shell. */
export type KeyboardAt = { readonly serviceId: ServiceId } | 'shell';

/**
 * Decides what a key of the app's does, wherever the keyboard is; `undefined` leaves it to the page, also where its
 * command has nothing to do now, and where the service keeps the key to itself.
 */
export function decideKey(
  press: KeyPress,
  state: AppState,
  platform: KeyPlatform,
  at: KeyboardAt = 'shell',
): Action | undefined {
  if (state.session.switching !== undefined) {
    const ended = endSwitching(press, state);
    if (ended !== undefined) return ended;
  }
  if (isLeavingFullScreen(press, state, at)) return { kind: 'full-screen-left' };
  // What is pressed next is to be a key of its own.
  if (state.session.recordingKeys && at === 'shell') return undefined;
  const map = keyMapOf(state.persisted.keys, platform);
  const kept = at === 'shell' ? [] : (selectService(state, at.serviceId)?.ownKeys ?? []);
  for (const combo of combosOf(press, platform)) {
    const command = commandById(map.get(combo) ?? '');
    if (command === undefined) continue;
    if (kept.includes(combo) || (press.isAutoRepeat && !command.repeats)) return undefined;
    if (isLocked(state) && !command.isHeardLocked) return undefined;
    return command.toAction(at === 'shell' ? state : asFromOwnWindow(state, at.serviceId));
  }
  return undefined;
}

/** Whatever the page does with its keys, Escape leaves the full screen. */
const isLeavingFullScreen = (press: KeyPress, { session }: AppState, at: KeyboardAt): boolean =>
  press.type === 'keyDown' &&
  press.key === 'Escape' &&
  at !== 'shell' &&
  at.serviceId === session.fullScreen?.serviceId;

/** Where one goes is decided when what was held is let go; Escape gives it up. */
function endSwitching(press: KeyPress, { session: { switching } }: AppState): Action | undefined {
  if (press.type === 'keyDown') return press.key === 'Escape' ? { kind: 'switching-ended' } : undefined;
  if (press.type !== 'keyUp' || !/^(?:Control|Meta|Alt)$/.test(press.key)) return undefined;
  const place = switching?.places[switching.at];
  return place === undefined ? { kind: 'switching-ended' } : goTo(place);
}
