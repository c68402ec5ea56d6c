import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupPort } from '../ipc/backup-handlers';
import type { FileCodec } from '../lock/vault';
import { nameStamp } from '../store/name-stamp';
import { keepFile } from './keep-file';

/** Largest backup that is read, in bytes. */
const BYTES_MAX = 200_000_000;
/** The folder of copies, in the app's data folder. */
const FOLDER = 'backups';

/** Which copy it is. */
interface KeptCopy {
  readonly nowMs: number;
  readonly before: Parameters<BackupPort['keepCopy']>[2];
}

/** Reads a file of the person's, or a copy that was sealed here. Never throws. */
export async function readBackup(file: string, codec: FileCodec): ReturnType<BackupPort['read']> {
  try {
    if ((await stat(file)).size > BYTES_MAX) return { ok: false, reason: 'too-large' };
    const plain = codec.unwrap(await readFile(file));
    if (plain === undefined) return { ok: false, reason: 'foreign' };
    return { ok: true, text: Buffer.from(plain).toString('utf8') };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

/** Writes what was before a restore or a reset, whole or not at all, for this user alone. */
export async function keepCopy(
  folder: string,
  text: string,
  { nowMs, before }: KeptCopy,
  codec: FileCodec,
): Promise<string | undefined> {
  const name = `before-${before}-${nameStamp(nowMs)}.json`;
  return keepFile(join(folder, FOLDER), name, Buffer.from(codec.wrap(Buffer.from(text))));
}
