import { dialog, type BaseWindow } from 'electron/main';
import type { BackupPort } from '../ipc/backup-handlers';
import { deriveElsewhere } from '../lock/derive';
import type { FileCodec } from '../lock/vault';
import { keepCopy, readBackup } from './backup-files';
import { createUserFiles } from '../windows/user-files';

/** What backups are made of. */
export interface AppBackupsOptions {
  readonly window: BaseWindow;
  /** The app's data folder. */
  readonly folder: string;
  /** While there is a passphrase, copies of what was are sealed as all that is kept. */
  readonly codec: FileCodec;
  /** The program that derives keys, `lock-process.js`. */
  readonly lockFile: string;
}

/** Gives what backups reach outside. */
export function createAppBackups({ window, folder, codec, lockFile }: AppBackupsOptions): BackupPort {
  const { chooseToSave, write } = createUserFiles(window);
  return {
    chooseToSave,
    write,
    chooseToOpen: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [
          { name: 'JSON', extensions: ['json'] },
          { name: '*', extensions: ['*'] },
        ],
      });
      return filePaths[0] ?? null;
    },
    read: (file) => readBackup(file, codec),
    keepCopy: (text, nowMs, before) => keepCopy(folder, text, { nowMs, before }, codec),
    derive: deriveElsewhere(lockFile),
  };
}
