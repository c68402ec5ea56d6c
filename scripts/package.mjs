// @ts-check
// npm run package [-- --full] [-- arguments for electron-builder]: the app as a folder that runs; --full makes this
// platform's installers too, for which electron-builder fetches its helper tools from github.com.
import process from 'node:process';
import { readArgs } from './lib/args.mjs';
import { runMain, say } from './lib/output.mjs';
import { packageApp } from './lib/package-app.mjs';
import { setUp } from './lib/set-up.mjs';

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { flags: ['full'] });
  const electron = await setUp('start');
  const outDir = await packageApp(electron, { full: args.flags.has('full'), extraArgs: args.rest });
  say(`made in ${outDir}`);
});
