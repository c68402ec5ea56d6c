// @ts-check
// npm run fuzz [-- --inputs 1000000] [--seed N] [--only PART OF A NAME] [--json FILE]: tries every parser with inputs that
// nobody meant, each in a process of its own, as many at a time as there are processors. What broke one is printed with
// its seed and kept in electron/fuzz/corpus, which every test run tries. See docs/fuzzing.md.
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { readArgs } from './lib/args.mjs';
import { fail, runMain, say } from './lib/output.mjs';
import { inRoot } from './lib/paths.mjs';
import { lastLine, run } from './lib/run.mjs';

/** @typedef {{ name: string, inputs: number, tookMs: number, reason?: string, shown?: string }} Result */

const INPUTS = 1_000_000;
/** Longest that a parser may take for all its inputs, beside a minute to start with, in ms for one. */
const MS_PER_INPUT = 5;

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { values: ['inputs', 'seed', 'only', 'json'] });
  if (args.problem ?? args.rest[0])
    fail(args.problem ?? `Unknown argument ${args.rest[0]}`, 'Use --inputs, --seed, --only, --json.');
  const inputs = Number(args.values['inputs'] ?? INPUTS);
  const seed = Number(args.values['seed'] ?? Math.floor(Math.random() * 2 ** 31));
  if (!(inputs > 0) || !Number.isInteger(seed)) fail('--inputs and --seed are numbers', 'Try again.');
  const names = (await listNames()).filter((name) => name.includes(args.values['only'] ?? ''));
  say(`${names.length} parsers, ${inputs} inputs each, seed ${seed}`);
  const startMs = Date.now();
  const results = await tryAll(names, inputs, seed);
  const broken = results.filter(({ reason }) => reason !== undefined);
  const all = results.reduce((sum, one) => sum + one.inputs, 0);
  const seconds = Math.round((Date.now() - startMs) / 1000);
  if (args.values['json'] !== undefined) {
    const least = Math.min(...results.map((one) => one.inputs));
    const figures = {
      'fuzz.inputs': all,
      'fuzz.leastInputs': least,
      'fuzz.parsers': results.length,
      'fuzz.broken': broken.length,
    };
    await writeFile(
      args.values['json'],
      `${JSON.stringify({ seed, seconds, figures, results }, undefined, 2)}\n`,
    );
  }
  process.stdout.write(
    `${results.length} parsers, ${all} inputs, ${broken.length} broken, ${seconds} s, seed ${seed}\n`,
  );
  return broken.length === 0 ? 0 : 1;
});

/** @returns {Promise<string[]>} */
async function listNames() {
  const result = await runOne([], 60_000);
  if (result.code !== 0)
    fail(`The parsers could not be listed (${lastLine(result.output)})`, 'Correct it and try again.');
  return JSON.parse(lastLine(result.stdout));
}

/** @param {readonly string[]} names @param {number} inputs @param {number} seed @returns {Promise<Result[]>} */
async function tryAll(names, inputs, seed) {
  /** @type {Result[]} */
  const results = [];
  const queue = [...names];
  const work = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const result = await tryOne(name, inputs, seed);
      results.push(result);
      const { reason, shown = '' } = result;
      say(
        `${reason === undefined ? 'holds' : 'BROKEN'}: ${name} (${result.inputs} inputs, ${Math.round(result.tookMs / 1000)} s)`,
      );
      if (reason !== undefined)
        process.stdout.write(`──── ${name}, seed ${seed} ────\n${reason}\n${shown}\n────\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

/** A parser that ends its process, or does not end, is broken as well. @param {string} name @param {number} inputs @param {number} seed @returns {Promise<Result>} */
async function tryOne(name, inputs, seed) {
  const result = await runOne([name, String(inputs), String(seed)], 60_000 + inputs * MS_PER_INPUT);
  const nothing = { name, inputs: 0, tookMs: 0 };
  if (result.code !== 0)
    return { ...nothing, reason: `the process ended with ${result.code}\n${result.output.slice(-4000)}` };
  return { ...nothing, .../** @type {Result} */ (JSON.parse(lastLine(result.stdout))) };
}

/** @param {readonly string[]} args @param {number} timeoutMs */
const runOne = (args, timeoutMs) =>
  run(process.execPath, ['--import', 'tsx', inRoot('electron', 'fuzz', 'main.ts'), ...args], {
    cwd: inRoot(),
    timeoutMs,
  });
