import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';

/** A key press, as Electron's `before-input-event` tells it. */
export interface KeyPress {
  readonly type: string;
  readonly key: string;
  /** Physical key, e.g. `Digit1`. */
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly isAutoRepeat: boolean;
}

/** Decides what a key of the app's does, wherever the keyboard is; `undefined` leaves it to the page. */
export function decideKey(
  press: KeyPress,
  state: AppState,
  platform: 'darwin' | 'linux' | 'win32',
): Action | undefined {
  if (press.type !== 'keyDown') return undefined;
  if (!press.control && !press.alt && !press.meta && /^F[689]$/.test(press.key))
    return press.shift && press.key !== 'F6' ? undefined : functionKey(press, state);
  const main = platform === 'darwin' ? press.meta && !press.control : press.control && !press.meta;
  if (press.control && press.key === 'Tab' && !press.alt && !press.meta)
    return stepService(state, press.shift ? -1 : 1);
  // AltGr reports control and alt together and types a character.
  if (!main || press.alt) return undefined;
  if (!press.shift) {
    const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
    if (digit !== undefined) return nthService(state, Number(digit));
  }
  switch (press.shift ? `shift+${press.key.toLowerCase()}` : press.key.toLowerCase()) {
    case 'n':
      return { kind: 'page-shown', page: 'add-service' };
    case ',':
      return { kind: 'page-shown', page: 'settings' };
    case 'r':
      return reloadActive(state, false);
    case 'shift+r':
      return reloadActive(state, true);
    case 'q':
      return { kind: 'quit-requested' };
    default:
      return undefined;
  }
}

/** Function keys, since chats have no use for them: with Ctrl and Shift nearly every letter is taken by one. */
function functionKey(press: KeyPress, state: AppState): Action | undefined {
  switch (press.key) {
    case 'F8':
      return { kind: 'page-shown', page: state.session.page === 'inbox' ? 'service' : 'inbox' };
    case 'F9':
      return press.isAutoRepeat ? undefined : { kind: 'focus-toggle-requested' };
    default:
      return { kind: 'keyboard-move-requested', to: 'other' };
  }
}

/** The nth service as numbered on the bar; a disabled one keeps its number. */
function nthService(state: AppState, place: number): Action | undefined {
  const service = state.persisted.services[place - 1];
  return service === undefined ? undefined : { kind: 'service-activated', serviceId: service.id };
}

function stepService(state: AppState, step: 1 | -1): Action | undefined {
  const enabled = state.persisted.services.filter((service) => service.enabled);
  const at = enabled.findIndex((service) => service.id === state.persisted.activeServiceId);
  const next =
    enabled[(at === -1 && step === -1 ? 0 : at + step + enabled.length) % Math.max(1, enabled.length)];
  return next === undefined ? undefined : { kind: 'service-activated', serviceId: next.id };
}

function reloadActive(state: AppState, fromStartPage: boolean): Action | undefined {
  const serviceId = state.persisted.activeServiceId;
  return serviceId === null ? undefined : { kind: 'reload-requested', serviceId, fromStartPage };
}
