import { isLocked } from '../../core/state/veil';
import type { AppStore, Stop } from '../store/app-store';

/** What is used of a window that a page opened. */
export interface ChildWindow {
  readonly isDestroyed: () => boolean;
  readonly isVisible: () => boolean;
  readonly hide: () => void;
  readonly showInactive: () => void;
  readonly on: (event: 'show', listener: () => void) => unknown;
  readonly off: (event: 'show', listener: () => void) => unknown;
}

export interface HiddenWindowsPort {
  /** The windows that pages opened, now. */
  readonly windows: () => readonly ChildWindow[];
  /** Tells of each other as it comes. */
  readonly onWindow: (listener: (window: ChildWindow) => void) => Stop;
}

/** Hides the windows that pages opened while it is locked, also those that come or want to be seen meanwhile. */
export function startHiding(store: AppStore, port: HiddenWindowsPort): Stop {
  const hidden = new Map<ChildWindow, () => void>();
  const hide = (window: ChildWindow): void => {
    if (window.isDestroyed() || hidden.has(window)) return;
    const again = (): void => window.hide();
    hidden.set(window, again);
    window.on('show', again);
    window.hide();
  };
  const showAll = (): void => {
    for (const [window, again] of hidden) {
      if (window.isDestroyed()) continue;
      window.off('show', again);
      window.showInactive();
    }
    hidden.clear();
  };
  const stops = [
    store.watch(isLocked, (isShut) => {
      if (!isShut) return showAll();
      for (const window of port.windows()) if (window.isVisible()) hide(window);
    }),
    port.onWindow((window) => {
      if (isLocked(store.getState())) hide(window);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
