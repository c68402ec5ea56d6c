import { hostname } from 'node:os';
import type { BaseWindow } from 'electron/main';
import { toBackedUp } from '../../core/model/backup';
import type { SyncPlaceName } from '../../core/model/sync';
import type { CertificateJudge } from '../discovery/certificates';
import type { RecallProxy } from '../discovery/receive';
import { deriveElsewhere } from '../lock/derive';
import type { FileCodec } from '../lock/vault';
import type { Log } from '../log';
import { keepCopy } from '../moving/backup-files';
import { openBackupText } from '../moving/backup-text';
import type { Platform } from '../platform';
import { sealPort } from '../seal';
import type { AppStore } from '../store/app-store';
import { timers } from '../timers';
import { createDialogs } from '../windows/dialogs';
import { createAskDav } from './ask-dav';
import { createBookFile } from './book';
import { createDavPlace, toDavUrl } from './dav-place';
import { createSyncDesk, type SyncDesk } from './desk';
import { createFolderPlace } from './folder-place';
import type { SyncPlace } from './place';
import { runBook } from './run-book';

export interface AppSyncDeps {
  readonly store: AppStore;
  /** The data folder. */
  readonly folder: string;
  readonly codec: FileCodec;
  readonly platform: Platform;
  readonly certificates: CertificateJudge;
  readonly recallProxy: RecallProxy;
  readonly window: BaseWindow;
  /** The program that derives keys of passphrases. */
  readonly lockFile: string;
  /** Resolves when what was changed is on the disk. */
  readonly keep: () => Promise<void>;
  readonly log: Log;
}

/** Joins the desk of several machines to the disk, the network and the key ring. */
export function createAppSync({ store, folder, codec, platform, log, keep, ...deps }: AppSyncDeps): SyncDesk {
  const file = createBookFile(folder, codec, timers.nowMs);
  const seal = sealPort(platform);
  const ask = createAskDav({ ...deps, trusted: () => store.getState().persisted.certificates });
  const toDav = (name: Extract<SyncPlaceName, { kind: 'webdav' }>, password: string) =>
    createDavPlace(name.url, { user: name.user, password }, ask);
  const openPlace = (name: SyncPlaceName, password: string, machineId: string): SyncPlace =>
    name.kind === 'folder' ? createFolderPlace(name.folder, machineId) : toDav(name, password);
  const onProblem = (error: unknown): void => log.problem('several machines', error);
  return createSyncDesk({
    ...{ store, file, seal, openPlace, toDavUrl },
    derive: deriveElsewhere(deps.lockFile),
    chooseFolder: createDialogs(deps.window).chooseFolder,
    makeFolder: async (name, password) => {
      if (name.kind === 'webdav') await toDav(name, password).make();
    },
    keepCopy: () => {
      const madeAtMs = timers.nowMs();
      const text = openBackupText({ kept: toBackedUp(store.getState().persisted) }, madeAtMs);
      return keepCopy(folder, text, { nowMs: madeAtMs, before: 'restore' }, codec);
    },
    machineName: hostname(),
    onProblem,
    run: (book, isComplete) =>
      runBook(book, { ...timers, store, file, seal, openPlace, keep, onProblem }, isComplete),
  });
}
