import { open, readFile, stat } from 'node:fs/promises';
import type { ParsedForeign } from '../../core/import/foreign';
import { parseImport } from '../../core/import/parse-import';

/** Largest file that is read, in bytes: an export of a thousand services is far smaller. */
const BYTES_MAX = 50_000_000;
/** How a database begins. */
const DATABASE_HEAD = 'SQLite format 3\0';

/** Reads a file that the person chose: an export, or the database itself. Never throws. */
export async function readForeign(
  file: string,
  readDatabase: (file: string) => Promise<ParsedForeign>,
): Promise<ParsedForeign> {
  try {
    const { size } = await stat(file);
    if (size > BYTES_MAX) return { ok: false, reason: 'too-large' };
    if ((await headOf(file)) === DATABASE_HEAD) return await readDatabase(file);
    return parseImport(await readFile(file, 'utf8'));
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(DATABASE_HEAD.length),
      0,
      DATABASE_HEAD.length,
      0,
    );
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await handle.close();
  }
}
