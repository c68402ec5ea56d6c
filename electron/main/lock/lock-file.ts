import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isNotFound } from '../store/disk-error';
import { syncFolder, writeWhole, type WholePort } from '../store/write-whole';
import { lockFileSchema, type LockFile } from './wrap';
import { safeParse } from '../../core/model/safe-parse';

/** The wrapped key, twice: nothing else opens what is sealed. */
export const LOCK_FILES = { main: 'lock.json', backup: 'lock.backup.json' } as const;

/**
 * What is there of the lock: the file and its copy, as far as they can be read and differ. `isPaired`: both are there, and
 * the same.
 */
export type FoundLock =
  | { readonly kind: 'none' | 'broken' }
  | { readonly kind: 'good'; readonly files: readonly LockFile[]; readonly isPaired: boolean };

/** Reads the lock's file and its copy; never throws. */
export function readLock(folder: string): FoundLock {
  const main = read(join(folder, LOCK_FILES.main));
  const backup = read(join(folder, LOCK_FILES.backup));
  const isPaired = main.text === backup.text;
  const files = [main, ...(isPaired ? [] : [backup])].flatMap(({ file }) => file ?? []);
  if (files.length > 0) return { kind: 'good', files, isPaired };
  return { kind: main.isThere || backup.isThere ? 'broken' : 'none' };
}

/**
 * Writes the file, then its copy; at every instant one of the two is whole.
 * @throws where the disk refuses: then the old or the new passphrase opens each
 */
export function writeLock(folder: string, file: LockFile, port?: WholePort): void {
  const bytes = Buffer.from(`${JSON.stringify(file, undefined, 2)}\n`);
  writeWhole(join(folder, LOCK_FILES.main), bytes, port);
  writeWhole(join(folder, LOCK_FILES.backup), bytes, port);
}

/** Removes both; only once nothing is sealed any more. */
export function removeLock(folder: string): void {
  rmSync(join(folder, LOCK_FILES.backup), { force: true });
  rmSync(join(folder, LOCK_FILES.main), { force: true });
  syncFolder(folder);
}

interface Read {
  readonly isThere: boolean;
  readonly text: string | undefined;
  readonly file: LockFile | undefined;
}

function read(path: string): Read {
  try {
    const text = readFileSync(path, 'utf8');
    try {
      const parsed = safeParse(lockFileSchema, JSON.parse(text));
      return { isThere: true, text, file: parsed.success ? parsed.data : undefined };
    } catch {
      return { isThere: true, text, file: undefined };
    }
  } catch (error) {
    return { isThere: !isNotFound(error), text: undefined, file: undefined };
  }
}
