import type { ServiceId } from '../model/service';
import type { AppState } from '../state/app-state';
import { selectOwnFullScreen } from '../state/select-own-windows';
import { selectFullScreen } from '../state/selectors';

/** Shortest time from one revival of a page of the shell's to the next. */
export const REVIVAL_PAUSE_MS = 1_000;

/** Gives how long a page of the shell's that ended waits until it is loaded anew: not at all, unless it was just before. */
export const toRevivalDelayMs = (nowMs: number, lastMs: number | undefined): number =>
  lastMs === undefined ? 0 : Math.min(REVIVAL_PAUSE_MS, Math.max(0, lastMs + REVIVAL_PAUSE_MS - nowMs));

/** True where a page of the shell's says whose page fills the screen: that in a service's own window, or its window's where none is named. */
export const isSigning = (state: AppState, ownId: ServiceId | undefined): boolean =>
  (ownId === undefined ? selectFullScreen(state) : selectOwnFullScreen(state, ownId))?.isSigned === true;
