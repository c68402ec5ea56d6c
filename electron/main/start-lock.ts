import { app, BrowserWindow, systemPreferences } from 'electron/main';
import { startBiometry } from './effects/biometry';
import { startHiding, type ChildWindow } from './effects/hidden-windows';
import { startLock } from './effects/lock';
import type { LockableInbox } from './inbox/lockable-inbox';
import { systemBiometrics } from './lock/biometrics';
import { convertFiles } from './lock/convert-files';
import { deriveElsewhere } from './lock/derive';
import { createHeldKey } from './lock/held-key';
import { createLockDesk, type LockDesk } from './lock/lock-desk';
import { setAsideSealed } from './lock/read-start';
import { openTriesFile } from './lock/tries-file';
import type { Vault } from './lock/vault';
import type { Log } from './log';
import { person } from './on-power';
import { stopAll, type AppStore, type Stop } from './store/app-store';
import { liesOpen, loadPersisted, type LoadedPersisted } from './store/disk';
import type { Translate } from '../core/model/translate';
import { timers } from './timers';

interface LockDeps {
  readonly store: AppStore;
  /** The data folder. */
  readonly folder: string;
  readonly vault: Vault;
  /** The program that derives keys, `lock-process.js`. */
  readonly processFile: string;
  readonly inbox: Pick<LockableInbox, 'lock' | 'unlock'>;
  /** Drops what was seen of pages. */
  readonly dropStills: () => void;
  /** Starts what works on what is kept; once. */
  readonly startRest: (loaded: LoadedPersisted) => void;
  /** Writes the state anew, as the vault says. */
  readonly rewriteState: () => Promise<void>;
  readonly translate: Translate;
  readonly log: Log;
}

/** Joins the lock to the machine, the disk and all that has to be shut with it. */
export function startLocking(deps: LockDeps): { readonly desk: LockDesk; readonly stop: Stop } {
  const { store, folder, vault, inbox, startRest, log } = deps;
  const { nowMs } = timers;
  const rewrite = async (): Promise<void> => {
    await deps.rewriteState();
    await convertFiles(folder, vault);
  };
  /** Setting or removing the passphrase may have been cut short. */
  const sealLeft = async ({ source }: LoadedPersisted): Promise<void> => {
    if (source !== 'main' || liesOpen(folder)) await deps.rewriteState();
    await convertFiles(folder, vault);
  };
  const begin = (loaded: LoadedPersisted): void => {
    const { persisted, notices } = loaded;
    store.dispatch({
      kind: 'kept-opened',
      persisted,
      notices,
      hasPassphrase: vault.isOpen(),
      nowMs: nowMs(),
    });
    startRest(loaded);
    if (vault.isOpen()) sealLeft(loaded).catch((error: unknown) => log.problem('not sealed anew', error));
  };
  const biometrics = systemBiometrics(systemPreferences, () => deps.translate('lock.touchIdReason'));
  const held = createHeldKey({
    ...timers,
    biometrics,
    settings: () => store.getState().persisted.lock,
    onEnded: () => store.dispatch({ kind: 'biometrics-ended' }),
  });
  const desk = createLockDesk({
    store,
    folder,
    vault,
    derive: deriveElsewhere(deps.processFile),
    tries: openTriesFile(folder),
    held,
    nowMs,
    rewrite,
    openKept: () => begin(loadPersisted(folder, nowMs(), vault)),
    startOver: () => {
      setAsideSealed(folder, nowMs());
      begin(loadPersisted(folder, nowMs(), vault));
    },
  });
  const stops = [
    // First of all what is shown goes, then what it was made of.
    store.onAction('locked', () => {
      inbox.lock();
      deps.dropStills();
    }),
    store.onAction('unlocked', inbox.unlock),
    startHiding(store, { windows: () => BrowserWindow.getAllWindows(), onWindow }),
    store.onAction('kept-opened', inbox.unlock),
    startBiometry(store, {
      look: biometrics.look,
      unlock: () => void desk.unlockByBiometrics(),
      onComing,
    }),
    held.drop,
    startLock(store, {
      after: timers.after,
      ...person,
      lock: desk.lock,
    }),
  ];
  return { desk, stop: () => stopAll(stops.toReversed(), (error) => log.problem('bug', error)) };
}

/** macOS alone tells of the app as a whole; elsewhere there is nothing to ask for. */
function onComing(listener: () => void): Stop {
  app.on('did-become-active', listener);
  return () => void app.off('did-become-active', listener);
}

/** The shell's own window is none of these. */
function onWindow(listener: (window: ChildWindow) => void): Stop {
  const heard = (_event: unknown, window: BrowserWindow): void => listener(window);
  app.on('browser-window-created', heard);
  return () => void app.off('browser-window-created', heard);
}
