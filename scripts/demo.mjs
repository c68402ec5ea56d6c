// @ts-check
// npm run demo [-- --screenshot FILE] [-- arguments for the app]: the app on a fresh profile with real chat servers on
// loopback and people who talk. --screenshot saves a picture and exits, on a made-up screen.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { readArgs } from './lib/args.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { openDemoDesktop } from './lib/demo-desktop.mjs';
import { seedDemo, startDemoServers } from './lib/demo-servers.mjs';
import { fail, runMain, say } from './lib/output.mjs';
import { rootDir } from './lib/paths.mjs';
import { onEnd, startGroup } from './lib/processes.mjs';
import { electronEnv, sandboxArgs, setUp } from './lib/set-up.mjs';

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { values: ['screenshot'] });
  if (args.problem !== undefined) fail(args.problem, 'Give it a file name, such as --screenshot demo.png.');
  const picture = args.values['screenshot'];
  if (picture !== undefined && process.platform !== 'linux') {
    fail('--screenshot needs a made-up screen (Xvfb), which only Linux has', 'Run npm run demo without it.');
  }
  const electron = await setUp('demo');
  await ensureBuilt();
  const profile = await mkdtemp(join(tmpdir(), 'foyer-demo-'));
  /** @type {(() => unknown)[]} */
  const undo = [];
  /** Undone last first, whether the demo comes to its end or a signal ends it. @param {() => unknown} work */
  const finallyDo = (work) => undo.push(onEnd(work), work);
  finallyDo(() => rm(profile, { recursive: true, force: true }));
  try {
    const servers = await startDemoServers();
    undo.push(servers.stop);
    const desktop = await openDemoDesktop({ isPicture: picture !== undefined });
    finallyDo(desktop.stop);
    await seedDemo(profile, servers.services, desktop.bounds);
    const own = [
      ...sandboxArgs(),
      `--user-data-dir=${profile}`,
      '--password-store=basic',
      ...desktop.appArgs,
    ];
    const app = startGroup(electron.executable, [...own, rootDir, ...args.rest], {
      cwd: rootDir,
      env: electronEnv(electron, desktop.env),
    });
    undo.push(app.stop);
    if (picture === undefined) {
      say('the demo runs; people begin to talk in a few seconds. Close the window or press Ctrl-C to end it');
      return await app.ended;
    }
    await Promise.race([desktop.takePicture(resolve(picture)), failWhenEnded(app.ended)]);
    say(`saved ${picture}`);
    return 0;
  } finally {
    for (const step of undo.toReversed()) await step();
  }
});

/** @param {Promise<number>} ended */
async function failWhenEnded(ended) {
  const code = await ended;
  fail(`The app ended by itself with code ${code}`, 'Look at what it printed above.');
}
