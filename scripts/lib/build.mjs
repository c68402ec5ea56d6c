// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { fail, step } from './output.mjs';
import { cacheDir, inRoot } from './paths.mjs';
import { run } from './run.mjs';

const sources = [
  'electron',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
];
const stamp = inRoot('out', '.foyer-stamp');

/** Where an installed package's command line program is. @param {string} packageName @param {string} file */
export const binOf = (packageName, file) => inRoot('node_modules', packageName, file);

/** Builds the app when what is in `out/` is not made of the present sources. */
export async function ensureBuilt() {
  await withLock(join(cacheDir, 'build.lock.d'), async () => {
    const wanted = await fingerprint(sources.map((name) => inRoot(name)));
    if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
    await rm(stamp, { force: true });
    await step('building the app', async () => {
      const result = await build();
      if (result.code !== 0) {
        process.stderr.write(result.output);
        fail('The build failed', 'Correct what is named above and try again.');
      }
    });
    await mkdir(inRoot('out'), { recursive: true });
    await writeFile(stamp, wanted);
  });
}

/** The oldest Electron the app runs on: electron-vite compiles for it, rather than for the newest one installed. */
export const oldestElectron = { ELECTRON_MAJOR_VER: '33' };

function build() {
  return run(process.execPath, [binOf('electron-vite', 'bin/electron-vite.js'), 'build'], {
    cwd: inRoot(),
    env: { ...process.env, ...oldestElectron },
  });
}
