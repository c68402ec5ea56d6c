import { watch, type FSWatcher } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlaceProblem } from '../../core/model/sync';
import { isNotFound } from '../store/disk-error';
import { readName } from './file-names';
import { answered, SYNC_FILE_BYTES_MAX, type FoundFile, type PlaceAnswer, type SyncPlace } from './place';

/** Drives of the network tell nothing of what others write. */
const LOOK_EVERY_MS = 15_000;

const problems: Readonly<Record<string, PlaceProblem>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

/** A folder that something else carries to the other machines. `machineId` names what is being written. */
export function createFolderPlace(folder: string, machineId: string): SyncPlace {
  const temporary = join(folder, `.foyer-${machineId}.tmp`);
  const found = async (name: string): Promise<FoundFile | undefined> => {
    const it = await stat(join(folder, name)).catch(() => undefined);
    return it?.isFile() === true && it.size <= SYNC_FILE_BYTES_MAX
      ? { name, sizeBytes: it.size, stamp: `${it.size}-${it.mtimeMs}` }
      : undefined;
  };
  return {
    lookEveryMs: LOOK_EVERY_MS,
    list: () =>
      asked(async () => {
        const names = (await readdir(folder)).filter((name) => readName(name) !== undefined);
        return (await Promise.all(names.toSorted().map(found))).filter((file) => file !== undefined);
      }),
    read: (name) =>
      asked(() =>
        readFile(join(folder, name)).catch((error: unknown) => {
          if (isNotFound(error)) return undefined;
          throw error;
        }),
      ),
    write: (name, bytes) =>
      asked(async () => {
        if ((await found(name)) !== undefined) return false;
        const handle = await open(temporary, 'w', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, join(folder, name));
        return true;
      }),
    remove: (name) => asked(() => rm(join(folder, name), { force: true })),
    watch: (changed) => {
      const heard = (_kind: string, name: string | null): void => {
        if (name === null || readName(name) !== undefined) changed();
      };
      const watcher = tryToWatch(folder, heard);
      // It is looked into now and then in any case.
      watcher?.on('error', () => watcher.close());
      return () => watcher?.close();
    },
  };
}

async function asked<T>(run: () => Promise<T>): Promise<PlaceAnswer<T>> {
  try {
    return answered(await run());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { ok: false, reason: problems[code] ?? 'failed' };
  }
}

function tryToWatch(
  folder: string,
  heard: (kind: string, name: string | null) => void,
): FSWatcher | undefined {
  try {
    return watch(folder, { persistent: false }, heard);
  } catch {
    return undefined;
  }
}
