import { setTimeout as delay } from 'node:timers/promises';
import { session } from 'electron/main';
import type { PlatformFacts } from './platform';
import { type FirstFiles, serveAppProtocol, type ServicePictures } from './security/app-protocol';
import { denyPermissions } from './security/lock-down';
import type { AppStore } from './store/app-store';
import { openShellWindow, type ShellWindow } from './windows/shell-window';

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
}: StartShellDeps): Promise<{ readonly shell: ShellWindow; readonly isLoaded: Promise<void> }> {
  // Electron makes it in any case; one of our own would cost memory for nothing.
  const shellSession = session.defaultSession;
  denyPermissions(shellSession);
  const isServed = serveAppProtocol(shellSession.protocol, rendererFolder, firstFiles, find);
  const shell = openShellWindow({ store, facts, session: shellSession, preloadFile });
  const isLoaded = new Promise<void>((resolve) =>
    shell.shellView.webContents.once('did-finish-load', resolve),
  );
  if (facts.devServerUrl === undefined) await Promise.race([isServed, delay(SERVED_MAX_MS)]);
  return { shell, isLoaded };
}
