// @ts-check
/** Writes the icons under resources/icons that are made by machine: the app's, the tray's, the taskbar overlay's. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeIconFiles } from './make-icons-files.mjs';

const folder = fileURLToPath(new URL('../resources/icons', import.meta.url));
const files = makeIconFiles(folder);
for (const part of ['linux', 'tray', 'overlay']) rmSync(join(folder, part), { recursive: true, force: true });
for (const [path, content] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
const sizeKb = [...files.values()].reduce((sum, content) => sum + content.length, 0) / 1000;
console.log(`${files.size} icons, ${sizeKb.toFixed(0)} kB`);
