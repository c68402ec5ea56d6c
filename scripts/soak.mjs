// @ts-check
// npm run soak [-- --minutes N]: an hour of reconnects, sleeps and wakes in some minutes, in the real app on a real
// stand-in server. Fails when memory grows by more than 5 % or anything is left behind; docs/performance.md says how.
import process from 'node:process';
import { readArgs } from './lib/args.mjs';
import { binOf, ensureBuilt } from './lib/build.mjs';
import { fail, runMain } from './lib/output.mjs';
import { rootDir } from './lib/paths.mjs';
import { startGroup } from './lib/processes.mjs';
import { electronEnv, setUp } from './lib/set-up.mjs';

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { values: ['minutes'] });
  const { minutes = '6' } = args.values;
  if (args.problem ?? args.rest[0])
    fail(args.problem ?? `Unknown argument ${args.rest[0]}`, 'Use --minutes N.');
  if (!/^[1-9]\d?$/.test(minutes))
    fail(`--minutes ${minutes} is no number of minutes`, 'Give one from 1 to 99.');
  const electron = await setUp('test');
  await ensureBuilt();
  const env = { ...process.env, ...electronEnv(electron), FOYER_SOAK_MINUTES: minutes };
  const playwright = [
    binOf('@playwright/test', 'cli.js'),
    'test',
    '--config=e2e/figures/playwright.config.ts',
    'soak',
  ];
  return startGroup(process.execPath, playwright, { cwd: rootDir, env }).ended;
});
