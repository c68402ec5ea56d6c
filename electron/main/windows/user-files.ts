import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFile } from 'atomically';
import { app, dialog, type BaseWindow } from 'electron/main';
import type { FileProblem } from '../../core/ipc/answers';
import type { UserFiles } from '../ipc/policy-handlers';

/** Largest file read, in bytes: an export of 20,000 rules is far smaller. */
const BYTES_MAX = 50_000_000;
const FILTERS = [{ name: 'JSON', extensions: ['json'] }];

const problems: Readonly<Record<string, FileProblem>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
};

/** Gives the files that the person chooses in the system's own dialogs, on top of the window. */
export const createUserFiles = (window: BaseWindow): UserFiles => ({
  chooseToSave: async (suggestedName) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), suggestedName),
      filters: FILTERS,
    });
    return canceled || filePath === '' ? null : filePath;
  },
  chooseToOpen: async () => {
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: FILTERS });
    return filePaths[0] ?? null;
  },
  write: async (file, text) => {
    try {
      await writeFile(file, text, { mode: 0o600 });
      return undefined;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      return problems[code] ?? 'other';
    }
  },
  read: async (file) => {
    try {
      if ((await stat(file)).size > BYTES_MAX) return { ok: false, reason: 'not-ours' };
      return { ok: true, text: await readFile(file, 'utf8') };
    } catch {
      return { ok: false, reason: 'unreadable' };
    }
  },
});
