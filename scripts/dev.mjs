// @ts-check
// npm run dev [-- arguments for electron-vite]: the app with hot reload, on a profile of its own.
import { join } from 'node:path';
import process from 'node:process';
import { binOf, oldestElectron } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { runMain } from './lib/output.mjs';
import { cacheDir, inRoot, rootDir } from './lib/paths.mjs';
import { rm } from 'node:fs/promises';
import { startGroup } from './lib/processes.mjs';
import { electronEnv, sandboxArgs, setUp } from './lib/set-up.mjs';

await runMain(async () => {
  const electron = await setUp('start');
  // A development build overwrites out/: the next start must build again.
  await rm(inRoot('out', '.foyer-stamp'), { force: true });
  return withDisplay(async (env) => {
    const appArgs = [...sandboxArgs(), `--user-data-dir=${join(cacheDir, 'dev-profile')}`];
    const args = [
      binOf('electron-vite', 'bin/electron-vite.js'),
      'dev',
      '--watch',
      ...process.argv.slice(2),
      '--',
      ...appArgs,
    ];
    return startGroup(process.execPath, args, {
      cwd: rootDir,
      env: { ...electronEnv(electron, env), ...oldestElectron },
    }).ended;
  });
});
