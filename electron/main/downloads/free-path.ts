import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toExtension } from '../../core/decide/to-safe-file-name';

/** Gives a path in `folder` that no file has yet: `name (2).txt` and so on. */
export function toFreePath(
  folder: string,
  name: string,
  exists: (path: string) => boolean = existsSync,
): string {
  const extension = toExtension(name);
  const stem = name.slice(0, name.length - extension.length);
  const tries = Array.from({ length: 1000 }, (_, index) =>
    index === 0 ? name : `${stem} (${index + 1})${extension}`,
  );
  const free = tries.map((one) => join(folder, one)).find((path) => !exists(path));
  return free ?? join(folder, `${stem}-${tries.length}${extension}`);
}
