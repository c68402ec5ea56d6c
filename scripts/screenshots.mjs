// @ts-check
// npm run screenshots: takes the pictures in docs/images anew, by the real app on the demo's chats.
import process from 'node:process';
import { ensureBuilt } from './lib/build.mjs';
import { runMain } from './lib/output.mjs';
import { rootDir } from './lib/paths.mjs';
import { startGroup } from './lib/processes.mjs';
import { setUp, electronEnv } from './lib/set-up.mjs';

await runMain(async () => {
  const electron = await setUp('test');
  await ensureBuilt();
  const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/screenshots/playwright.config.ts'];
  const run = startGroup(process.execPath, args, { cwd: rootDir, env: electronEnv(electron, process.env) });
  return run.ended;
});
