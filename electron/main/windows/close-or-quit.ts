import type { Platform } from '../platform';
import type { AppStore, Stop } from '../store/app-store';

/** The window and app, as far as closing goes. */
export interface ClosePort {
  readonly onClose: (listener: (event: { preventDefault: () => void }) => void) => void;
  readonly hide: () => void;
  readonly onBeforeQuit: (listener: () => void) => void;
  readonly quit: () => void;
}

/** Closing the window hides it where the person can get it back (tray, dock) and wants that; else the app ends. */
export function startCloseOrQuit(store: AppStore, port: ClosePort, platform: Platform): Stop {
  port.onBeforeQuit(() => store.dispatch({ kind: 'quit-requested' }));
  port.onClose((event) => {
    if (!canHide(store, platform)) {
      store.dispatch({ kind: 'quit-requested' });
      return;
    }
    event.preventDefault();
    port.hide();
  });
  return store.onAction('quit-requested', (_action, _after, before) => {
    if (!before.session.quitting) port.quit();
  });
}

function canHide(store: AppStore, platform: Platform): boolean {
  const { session, persisted } = store.getState();
  if (session.quitting) return false;
  return platform === 'darwin' || (session.trayAvailable && persisted.settings.closeToTray);
}
