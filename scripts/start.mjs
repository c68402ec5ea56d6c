// @ts-check
// npm start [-- arguments for the app]: the app as a user has it, with the user's own profile.
import process from 'node:process';
import { ensureBuilt } from './lib/build.mjs';
import { needsVirtualDisplay, withDisplay } from './lib/display.mjs';
import { runMain, say } from './lib/output.mjs';
import { rootDir } from './lib/paths.mjs';
import { startGroup } from './lib/processes.mjs';
import { electronEnv, sandboxArgs, setUp } from './lib/set-up.mjs';

await runMain(async () => {
  const electron = await setUp('start');
  await ensureBuilt();
  if (needsVirtualDisplay())
    say('there is no display here: the window opens on a made-up screen that nobody sees');
  return withDisplay(async (env) => {
    const args = [...sandboxArgs(), rootDir, ...process.argv.slice(2)];
    return startGroup(electron.executable, args, { cwd: rootDir, env: electronEnv(electron, env) }).ended;
  });
});
