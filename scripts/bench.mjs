// @ts-check
// npm run bench [-- --json FILE] [-- --only ID,ID] [-- --rounds N]: what Foyer costs against a bare Electron app with
// the same pages, measured in this run; docs/benchmarks.md says how. Ends with 1 when a figure is above its target.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startGroup } from './lib/processes.mjs';

const main = fileURLToPath(new URL('./bench/main.mjs', import.meta.url));
// Node 20 has WebSocket only when asked for it.
const { ended } = startGroup(
  process.execPath,
  ['--experimental-websocket', main, ...process.argv.slice(2)],
  {},
);
process.exitCode = await ended;
