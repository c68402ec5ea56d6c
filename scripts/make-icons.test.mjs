import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeIconFiles } from './make-icons-files.mjs';

const folder = fileURLToPath(new URL('../resources/icons', import.meta.url));
const files = makeIconFiles(folder);

it('makes the icons that are kept, byte for byte', () => {
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.svg'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  expect(kept.toSorted()).toEqual([...files.keys()].toSorted());
  expect(kept.filter((path) => !files.get(path)?.equals(readFileSync(join(folder, path))))).toEqual([]);
});

it('keeps them small', () => {
  const sizeBytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  expect(sizeBytes).toBeLessThan(400_000);
});

it('gives each PNG the size its name says', () => {
  for (const [path, content] of files) {
    const said = /(\d+)(?:x\d+)?\.png$/.exec(path)?.[1];
    if (said === undefined || path.startsWith('overlay/')) continue;
    expect([path, content.readUInt32BE(16), content.readUInt32BE(20)]).toEqual([
      path,
      Number(said),
      Number(said),
    ]);
  }
});
