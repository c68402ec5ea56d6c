import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedForeign } from '../../core/import/foreign';
import { parseFerdium } from '../../core/import/parse-ferdium';
import type { OwnProcess } from '../fork-process';
import type { FromDatabase } from './database-process';

/** Longest time that reading may take. */
const READ_MS = 20_000;

/** What reading a database needs of its surroundings. */
export interface DatabasePort {
  /** Where a copy may lie for a moment. */
  readonly tempFolder: string;
  readonly start: () => OwnProcess<string, FromDatabase>;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** Reads Ferdium's own database: a copy of it, so that nothing of Ferdium's is touched, in a process of its own. */
export async function readDatabase(file: string, port: DatabasePort): Promise<ParsedForeign> {
  const folder = await mkdtemp(join(port.tempFolder, 'foyer-import-'));
  try {
    const copy = join(folder, 'server.sqlite');
    await copyFile(file, copy);
    // What was written last may not be in the file yet. They are only there at times.
    for (const ending of ['-wal', '-journal'])
      await copyFile(file + ending, copy + ending).catch(() => undefined);
    const told = await ask(copy, port);
    if (!told.ok) return { ok: false, reason: 'database' };
    const parsed = parseFerdium(told.rows);
    return !parsed.ok && parsed.reason === 'unknown' ? { ok: false, reason: 'database' } : parsed;
  } catch {
    return { ok: false, reason: 'unreadable' };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** One that ends without a word, or says none in time, could not read it. */
const ask = (copy: string, { start, after }: DatabasePort): Promise<FromDatabase> =>
  new Promise((resolve) => {
    const child = start();
    const stop = after(READ_MS, () => child.kill());
    child.onExit(() => {
      stop();
      resolve({ ok: false });
    });
    child.onMessage((told) => {
      resolve(told);
      child.kill();
    });
    child.post(copy);
  });
