import type { App, Session, WebFrameMain } from 'electron/main';
import type { Log } from '../log';
import type { PlatformFacts } from '../platform';
import { SHELL_ORIGIN } from './app-protocol';

/** Walls that hold for every page there will ever be, whoever makes it. */
export function lockDown(app: App, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      log.info('webview refused');
    });
    // Pages of services get a guard of their own that allows more; the shell's own page goes nowhere.
    contents.on('will-navigate', (event) => {
      if (contents.getURL().startsWith(`${SHELL_ORIGIN}/`)) event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // Electron would silently drop the reload, and keep a window open, for a page that asks not to be left.
    contents.on('will-prevent-unload', (event) => event.preventDefault());
  });
}

/** True when a command comes from the main frame of the shell's own page, on its own address. */
export function isShellFrame(
  frame: Pick<WebFrameMain, 'url'> | null,
  shellFrame: Pick<WebFrameMain, 'url'>,
  facts: Pick<PlatformFacts, 'devServerUrl'>,
): boolean {
  if (frame === null || frame !== shellFrame) return false;
  return (
    frame.url.startsWith(`${SHELL_ORIGIN}/`) ||
    (facts.devServerUrl !== undefined && frame.url.startsWith(facts.devServerUrl))
  );
}

/** The shell's own page needs no permission of the browser's, so it has none. */
export function denyPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, _name, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
