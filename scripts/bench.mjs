// @ts-check
// npm run bench [-- --json FILE] [-- --only ID,ID] [-- --rounds N] [-- --switch NAME]: what Foyer costs against a bare Electron app with
// the same pages, measured in this run; docs/benchmarks.md says how. Ends with 1 when a figure is above its target.
// npm run bench -- --grow [--docs] [--json FILE] [--counts N,N] [--rounds N] [--idle-seconds N] [--wakes N]: how it grows
// with the number of services; docs/performance.md.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startGroup } from './lib/processes.mjs';

const isGrowth = process.argv.includes('--grow');
const main = isGrowth
  ? new URL('./bench/grow/main.mjs', import.meta.url)
  : new URL('./bench/main.mjs', import.meta.url);
// Node 20 has WebSocket only when asked for it.
const { ended } = startGroup(
  process.execPath,
  ['--experimental-websocket', fileURLToPath(main), ...process.argv.slice(2)],
  {},
);
process.exitCode = await ended;
