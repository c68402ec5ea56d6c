import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { INBOX_EXPORT, type InboxFilter } from '../../../core/model/inbox';
import { idsInTurn, type Pause } from './ids-in-turn';
import { readAllSessions, readEntries } from './read';
import type { Sql } from './sql';

const AT_ONCE = 500;

/** What an export is asked for with. */
export interface ExportOrder {
  readonly file: string;
  readonly filter: InboxFilter;
  readonly nowMs: number;
}

/**
 * Writes what fits as JSON, the newest first, some at a time. The file appears whole or not at all, for this user alone.
 * Gives how many entries it has.
 */
export async function exportEntries(
  sql: Sql,
  { file, filter, nowMs }: ExportOrder,
  pause: Pause,
): Promise<number> {
  const temporary = `${file}.tmp-${process.pid}`;
  try {
    const count = await writeWhole(temporary, async (handle) => {
      const head = { ...INBOX_EXPORT, exportedAtMs: nowMs, sessions: readAllSessions(sql) };
      writeAll(handle, `${JSON.stringify(head).slice(0, -1)},"entries":[`);
      const written = await writeEntries(sql, handle, filter, pause);
      writeAll(handle, '\n]}\n');
      return written;
    });
    renameSync(temporary, file);
    syncFolder(dirname(file));
    return count;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a new file through to the disk, and lets go of it whatever comes. */
async function writeWhole<T>(file: string, write: (handle: number) => Promise<T>): Promise<T> {
  const handle = openSync(file, 'w', 0o600);
  try {
    const result = await write(handle);
    fsyncSync(handle);
    return result;
  } finally {
    closeSync(handle);
  }
}

async function writeEntries(sql: Sql, handle: number, filter: InboxFilter, pause: Pause): Promise<number> {
  let count = 0;
  for await (const ids of idsInTurn(sql, filter, AT_ONCE, pause)) {
    const lines = readEntries(sql, ids).map((entry) => `\n${JSON.stringify(entry)}`);
    writeAll(handle, `${count === 0 ? '' : ','}${lines.join(',')}`);
    count += lines.length;
  }
  return count;
}

/** A full disk takes less than all of a write without an error, until the next. */
function writeAll(handle: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
}

function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows has no such call; the file is in place either way.
  }
}
