// @ts-check
// npm run fuzz [-- --inputs 1000000] [--seed N] [--only PART OF A NAME] [--jobs N] [--json FILE]: tries every parser with
// inputs that nobody meant, each in a process of its own, as many at a time as there are processors. What broke one is printed
// with its seed and kept in electron/fuzz/corpus, which every test run tries. See docs/fuzzing.md.
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { readArgs } from './lib/args.mjs';
import { fail, runMain, say } from './lib/output.mjs';
import { inRoot } from './lib/paths.mjs';
import { lastLine, run } from './lib/run.mjs';

/** @typedef {{ name: string, inputs: number, tookMs: number, reason?: string, shown?: string }} Result */

const INPUTS = 1_000_000;
/** Longest that a parser may take for all its inputs, beside a minute to start with, in ms for one: many times what the slowest takes, for other work may come first. */
const MS_PER_INPUT = 20;

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { values: ['inputs', 'seed', 'only', 'jobs', 'json'] });
  if (args.problem ?? args.rest[0])
    fail(args.problem ?? `Unknown argument ${args.rest[0]}`, 'Use --inputs, --seed, --only, --jobs, --json.');
  const inputs = Number(args.values['inputs'] ?? INPUTS);
  const jobs = Number(args.values['jobs'] ?? availableParallelism());
  if (!(inputs > 0) || !(jobs > 0)) fail('--inputs and --jobs are numbers', 'Try again.');
  const file = args.values['json'];
  const before = await readReport(file);
  const seed = Number(args.values['seed'] ?? before?.seed ?? Math.floor(Math.random() * 2 ** 31));
  if (!Number.isInteger(seed)) fail('--seed is a number', 'Try again.');
  // A run that was ended goes on where it was; what broke is tried again.
  const results = (before?.seed === seed ? before.results : []).filter(
    (one) => one.reason === undefined && one.inputs >= inputs,
  );
  const all = await listNames();
  const names = all.filter(
    (name) => name.includes(args.values['only'] ?? '') && results.every((one) => one.name !== name),
  );
  say(`${names.length} parsers, ${inputs} inputs each, seed ${seed}`);
  const startMs = Date.now();
  const report = () =>
    toReport(results, { seed, parsers: all.length, ms: (before?.ms ?? 0) + Date.now() - startMs });
  await tryAll(names, { inputs, seed, jobs }, async (result) => {
    results.push(result);
    if (file !== undefined) await writeFile(file, `${JSON.stringify(report(), undefined, 2)}\n`);
  });
  const { figures, ms } = report();
  process.stdout.write(
    `${results.length} parsers, ${figures['fuzz.inputs']} inputs, ${figures['fuzz.broken']} broken, ${Math.round(ms / 1000)} s, seed ${seed}\n`,
  );
  return figures['fuzz.broken'] === 0 ? 0 : 1;
});

/** @param {readonly Result[]} results @param {{ seed: number, parsers: number, ms: number }} run */
function toReport(results, { seed, parsers, ms }) {
  const figures = {
    'fuzz.inputs': results.reduce((sum, one) => sum + one.inputs, 0),
    'fuzz.leastInputs': Math.min(...results.map((one) => one.inputs)),
    'fuzz.parsers': parsers,
    'fuzz.parsersTried': results.length,
    'fuzz.broken': results.filter(({ reason }) => reason !== undefined).length,
  };
  return { seed, ms, figures, results };
}

/** What an earlier run wrote; undefined where there is none. @param {string | undefined} file @returns {Promise<ReturnType<typeof toReport> | undefined>} */
async function readReport(file) {
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '');
  return text === '' ? undefined : JSON.parse(text);
}

/** @returns {Promise<string[]>} */
async function listNames() {
  const result = await runOne([], 60_000);
  if (result.code !== 0)
    fail(`The parsers could not be listed (${lastLine(result.output)})`, 'Correct it and try again.');
  return JSON.parse(lastLine(result.stdout));
}

/** @param {readonly string[]} names @param {{ inputs: number, seed: number, jobs: number }} run @param {(result: Result) => Promise<void>} onResult */
async function tryAll(names, { inputs, seed, jobs }, onResult) {
  const queue = [...names];
  const work = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const result = { ...(await tryOne(name, inputs, seed)), name };
      const { reason, shown = '' } = result;
      say(
        `${reason === undefined ? 'holds' : 'BROKEN'}: ${name} (${result.inputs} inputs, ${Math.round(result.tookMs / 1000)} s)`,
      );
      if (reason !== undefined)
        process.stdout.write(`──── ${name}, seed ${seed} ────\n${reason}\n${shown}\n────\n`);
      await onResult(result);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
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
function runOne(args, timeoutMs) {
  return run(process.execPath, ['--import', 'tsx', inRoot('electron', 'fuzz', 'main.ts'), ...args], {
    cwd: inRoot(),
    timeoutMs,
  });
}
