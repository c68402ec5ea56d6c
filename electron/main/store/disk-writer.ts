import { accessSync, constants, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, type FileRole } from './disk';
import { toKeptText } from './kept-text';
import { syncFolder } from './write-whole';

/** Writes the kept files, and waits for the disk meanwhile: in a thread of its own (`writer-thread.ts`). */
export interface DiskWriter {
  /**
   * Replaces one file whole; it holds the old or the new contents at every instant.
   * @throws when it could not be written, or does not read back as written
   */
  readonly write: (role: FileRole, value: object) => void;
}

const LEFTOVER = /^foyer(?:\.backup)?\.json\.tmp-/;

/**
 * Opens the writer for a folder. Loads electron-store, which is slow to load: not for the time before the window is
 * seen. Rules K6 to K9 of `docs/spec/storage.md`.
 */
export async function openDiskWriter(folder: string): Promise<DiskWriter> {
  const { default: ElectronStore } = await import('electron-store');
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder);
  const open = (role: FileRole) =>
    new ElectronStore<Record<string, unknown>>({
      cwd: folder,
      name: FILES[role].replace(/\.json$/, ''),
      configFileMode: 0o600,
      // Its constructor reads the file; a broken backup must not keep it from being replaced.
      clearInvalidConfig: true,
      serialize: toKeptText,
    });
  const stores = { main: open('main'), backup: open('backup') };
  return {
    write: (role, value) => {
      // Without this check the library below retries a refused folder for a whole second, and what is written next waits.
      accessSync(folder, constants.W_OK);
      stores[role].store = { ...value };
      // It does not look at how much of a write arrived; a full disk can leave it short.
      if (readFileSync(join(folder, FILES[role]), 'utf8') !== toKeptText(value)) {
        throw new Error(`${FILES[role]} is not what was written`);
      }
      syncFolder(folder);
    },
  };
}

/** A process killed in the middle of a write leaves its temporary file behind. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (LEFTOVER.test(name)) rmSync(join(folder, name), { force: true });
  }
}
