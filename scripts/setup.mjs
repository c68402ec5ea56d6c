// @ts-check
// node scripts/setup.mjs [--for start|demo|test]: all that must be there; prints where Electron is.
import process from 'node:process';
import { readArgs } from './lib/args.mjs';
import { fail, runMain } from './lib/output.mjs';
import { setUp } from './lib/set-up.mjs';

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { values: ['for'] });
  const purpose = args.values['for'] ?? 'start';
  if (args.problem ?? args.rest[0])
    fail(args.problem ?? `Unknown argument ${args.rest[0]}`, 'Use --for start, demo or test.');
  if (purpose !== 'start' && purpose !== 'demo' && purpose !== 'test') {
    fail(`There is no set-up for "${purpose}"`, 'Use --for start, demo or test.');
  }
  const electron = await setUp(purpose);
  process.stdout.write(`${electron.executable}\n`);
});
