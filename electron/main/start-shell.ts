import { setTimeout as delay } from 'node:timers/promises';
import { app, session } from 'electron/main';
import type { PlatformFacts } from './platform';
import { type FirstFiles, serveAppProtocol, type ServicePictures } from './security/app-protocol';
import { denyPermissions } from './security/lock-down';
import type { AppStore, Stop } from './store/app-store';
import { startCloseOrQuit } from './windows/close-or-quit';
import { openShellWindow, type ShellWindow } from './windows/shell-window';

interface StartedShell {
  readonly shell: ShellWindow;
  readonly isLoaded: Promise<void>;
  readonly stopClosing: Stop;
}

interface StartShellDeps {
  readonly store: AppStore;
  readonly facts: PlatformFacts;
  readonly preloadFile: string;
  readonly rendererFolder: string;
  readonly firstFiles: FirstFiles;
  readonly find: ServicePictures;
}

/** Longest that the start waits for the shell's page to ask for its files: where that cannot, all else goes on. */
const SERVED_MAX_MS = 500;

/**
 * Opens the window, and comes back once its page has got what it asks for first. It comes through this thread, which is busy
 * from then on: while the page reads what it got, the rest is built.
 */
export async function startShell({
  store,
  facts,
  preloadFile,
  rendererFolder,
  firstFiles,
  find,
}: StartShellDeps): Promise<StartedShell> {
  // Electron makes it in any case; one of our own would cost memory for nothing.
  const shellSession = session.defaultSession;
  denyPermissions(shellSession);
  const isServed = serveAppProtocol(shellSession.protocol, rendererFolder, firstFiles, find);
  const shell = openShellWindow({ store, facts, session: shellSession, preloadFile });
  const { window } = shell;
  // It is there to be closed from now on, and nothing else ends the app.
  const stopClosing = startCloseOrQuit(
    store,
    {
      onClose: (listener) => window.on('close', listener),
      onBeforeQuit: (listener) => app.on('before-quit', listener),
      hide: () => window.hide(),
      // At once it would end all listeners before they have heard that the app ends.
      quit: () => setImmediate(() => app.quit()),
    },
    facts.platform,
  );
  const isLoaded = new Promise<void>((resolve) =>
    shell.shellView.webContents.once('did-finish-load', resolve),
  );
  if (facts.devServerUrl === undefined) await Promise.race([isServed, delay(SERVED_MAX_MS)]);
  return { shell, isLoaded, stopClosing };
}
