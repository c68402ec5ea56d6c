import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../store/write-whole';
import { isSealed } from './box';
import type { FileCodec } from './vault';

/** What tells of the person's services, and what was set aside of it; by folder. `foyer.json` is kept by the store itself. */
const PLACES = [
  {
    folder: '.',
    pattern:
      /^(?:inbox\.key|used\.json|sync\.json|(?:foyer|inbox|sync)(?:\.backup)?\.(?:broken|from-version-\d+)-.+\.(?:json|key))$/,
  },
  { folder: 'icons', pattern: /^[a-z0-9-]{1,64}\.png$/ },
  { folder: 'imports', pattern: /\.json$/ },
  { folder: 'backups', pattern: /^before-(?:restore|reset|start-anew)-.+\.json$/ },
] as const;

/**
 * Seals what lies open, or opens what is sealed, as is wanted now; each file whole. What cannot be opened stays as it is.
 * @throws where the disk refuses: the rest is as it was
 */
export async function convertFiles(folder: string, codec: FileCodec): Promise<void> {
  for (const place of PLACES) {
    const names = await readdir(join(folder, place.folder)).catch(() => []);
    for (const name of names.filter((one) => place.pattern.test(one))) {
      const path = join(folder, place.folder, name);
      const kept = await readFile(path).catch(() => undefined);
      if (kept === undefined || isSealed(kept) === codec.seals()) continue;
      const plain = codec.unwrap(kept);
      if (plain !== undefined) writeWhole(path, codec.wrap(plain));
    }
  }
}
