import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFile } from 'atomically';

/** Writes a file, whole or not at all, for this user alone. Gives where it is; `undefined` where that fails. */
export async function keepFile(
  folder: string,
  name: string,
  content: string | Buffer,
): Promise<string | undefined> {
  const file = join(folder, name);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, content, { mode: 0o600 });
    return file;
  } catch {
    return undefined;
  }
}
