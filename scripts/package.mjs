// @ts-check
// npm run package [-- --full] [-- arguments for electron-builder]: the app as a folder that runs; --full makes this
// platform's installers too, for which electron-builder fetches its helper tools from github.com. --if-stale keeps a
// folder that is made of the present sources. Prints the executable of the folder.
import process from 'node:process';
import { readArgs } from './lib/args.mjs';
import { runMain } from './lib/output.mjs';
import { ensurePackaged, packageApp, packagedExecutable } from './lib/package-app.mjs';
import { setUp } from './lib/set-up.mjs';

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { flags: ['full', 'if-stale'] });
  const electron = await setUp('start');
  if (args.flags.has('if-stale')) await ensurePackaged(electron);
  else await packageApp(electron, { full: args.flags.has('full'), extraArgs: args.rest });
  process.stdout.write(`${packagedExecutable()}\n`);
});
