// @ts-check
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { rootDir } from './paths.mjs';

/**
 * A short text that changes whenever a file under the given paths is added, removed or written.
 * @param {readonly string[]} paths files or folders; missing ones count as empty
 */
export async function fingerprint(paths) {
  /** @type {string[]} */
  const lines = [];
  for (const path of paths) await collect(path, lines);
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}

/** @param {string} path @param {string[]} lines */
async function collect(path, lines) {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) return;
  if (!info.isDirectory()) {
    lines.push(`${relative(rootDir, path)} ${info.size} ${info.mtimeMs}`);
    return;
  }
  for (const name of await readdir(path)) {
    if (!/\.test\.tsx?$/.test(name) && name !== 'node_modules') await collect(join(path, name), lines);
  }
}
