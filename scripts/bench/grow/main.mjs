// @ts-check
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { readArgs } from '../../lib/args.mjs';
import { fail, runMain, say } from '../../lib/output.mjs';
import { describeMachine, onStage } from '../stage.mjs';
import { writeDocs } from './docs.mjs';
import { measureGrowth } from './measure-growth.mjs';
import { toText } from './table.mjs';

const defaults = { counts: '1,5,10,25,50', rounds: '3', 'idle-seconds': '60', wakes: '4' };
const names = /** @type {readonly (keyof typeof defaults)[]} */ (Object.keys(defaults));

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { flags: ['grow', 'docs'], values: ['json', ...names] });
  const options = { ...defaults, ...args.values };
  if (args.problem ?? args.rest[0])
    fail(
      args.problem ?? `Unknown argument ${args.rest[0]}`,
      `Use --docs, --json FILE, ${names.map((name) => `--${name} ${defaults[name]}`).join(', ')}.`,
    );
  const [rounds = 0, idleSeconds = 0, wakes = 0] = [
    options.rounds,
    options['idle-seconds'],
    options.wakes,
  ].map(toNumber);
  const counts = [...new Set(options.counts.split(',').map(toNumber))].toSorted((a, b) => a - b);
  return onStage(async (stage) => {
    const startMs = Date.now();
    const rows = await measureGrowth(stage, { counts, rounds, idleSeconds, wakes });
    say(`measured in ${((Date.now() - startMs) / 60_000).toFixed(1)} min`);
    const machine = await describeMachine(stage.electron);
    const growth = {
      machine,
      date: new Date().toISOString().slice(0, 10),
      idleSeconds,
      rounds,
      counts,
      rows,
    };
    process.stdout.write(
      `${machine}; at rest for ${idleSeconds} s; ${rounds} start-ups\n\n${toText(growth)}\n`,
    );
    const { json } = args.values;
    if (json !== undefined) await writeFile(json, `${JSON.stringify(growth, undefined, 2)}\n`);
    if (args.flags.has('docs')) await writeDocs(growth);
    return 0;
  });
});

/** @param {string} text */
function toNumber(text) {
  if (!/^[1-9]\d{0,2}$/.test(text)) fail(`${text} is no number of anything`, 'Give one from 1 to 999.');
  return Number(text);
}
