// @ts-check
import process from 'node:process';
import { ensureElectron } from './lib/electron.mjs';
import { runMain } from './lib/output.mjs';

await runMain(async () => {
  const electron = await ensureElectron();
  process.stdout.write(`${electron.executable}\n`);
});
