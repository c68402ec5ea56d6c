// @ts-check
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { binOf, ensureBuilt } from './build.mjs';
import { withDisplay } from './display.mjs';
import { Failure, say } from './output.mjs';
import { cacheDir, rootDir } from './paths.mjs';
import { startGroup } from './processes.mjs';
import { countPlaywright, countRunner, countVitest } from './reports.mjs';
import { run } from './run.mjs';

/**
 * One part of a test run. `first`: needs the whole machine, and comes before all. `long`: waits much, one after the other.
 * `beside`: needs no clock, and takes what the long ones leave of the machine.
 * @typedef {'first' | 'beside' | 'long'} Turn
 * @typedef {(env: NodeJS.ProcessEnv, isNice: boolean) => Promise<import('./reports.mjs').Count>} RunCheck `isNice`: gives way to others
 * @typedef {{ name: string, turn: Turn, run: RunCheck }} Check
 */

const tsc = binOf('typescript', 'bin/tsc');
const depcruise = ['electron', 'renderer', '--config', '.dependency-cruiser.cjs'];

/** All parts of a test run, in the order in which they begin. @type {readonly Check[]} */
export const checks = [
  vitest('unit', 'first', ['--exclude=electron/fuzz/**']),
  tool('types', [tsc, '-b']),
  tool('types33', [tsc, '-p', 'tsconfig.electron33.json']),
  tool('lint', [binOf('oxlint', 'bin/oxlint'), '--deny-warnings']),
  tool('format', [binOf('prettier', 'bin/prettier.cjs'), '--check', '.']),
  tool('layers', [binOf('dependency-cruiser', 'bin/dependency-cruise.mjs'), ...depcruise]),
  tool('unused', [binOf('knip', 'bin/knip.js')]),
  tool('services', ['scripts/services.mjs', '--check']),
  tool('electron', ['scripts/electronegativity.mjs']),
  vitest('fuzz', 'beside', ['electron/fuzz']),
  { name: 'build', turn: 'long', run: runBuild },
  { name: 'e2e', turn: 'long', run: runEndToEnd },
];

/** @param {string} name @param {readonly string[]} args for Node @returns {Check} */
function tool(name, args) {
  return {
    name,
    turn: 'beside',
    run: async (env, isNice) => {
      const result = await runNode(args, env, isNice);
      return report(name, result.code === 0, result.output);
    },
  };
}

/** @param {string} name @param {boolean} isGood @param {string} output shown only when the check failed */
function report(name, isGood, output) {
  if (!isGood) process.stdout.write(`\n──── ${name} ────\n${output.trimEnd()}\n────\n`);
  say(`${isGood ? 'passed' : 'FAILED'}: ${name}`);
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} env @param {boolean} isNice */
function runNode(args, env, isNice) {
  const [command, given] =
    isNice && process.platform !== 'win32'
      ? ['nice', ['-n', '19', process.execPath, ...args]]
      : [process.execPath, args];
  return run(command, given, { cwd: rootDir, env });
}

/** @param {string} name @param {Turn} turn @param {readonly string[]} which @returns {Check} */
function vitest(name, turn, which) {
  return {
    name,
    turn,
    run: async (env, isNice) => {
      const file = await freshReportFile(name);
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
      const args = [binOf('vitest', 'vitest.mjs'), 'run', ...reporters, ...which];
      const result = await runNode(args, env, isNice);
      const count = countRunner(await readReport(file, countVitest), result.code);
      if (count.failed > 0) process.stdout.write(`\n──── ${name} ────\n${result.output.trimEnd()}\n────\n`);
      say(
        `${count.failed > 0 ? 'FAILED' : 'passed'}: ${name} (${count.passed} passed, ${count.failed} failed)`,
      );
      return count;
    },
  };
}

async function runBuild() {
  try {
    await ensureBuilt();
    return report('build', true, '');
  } catch (error) {
    if (error instanceof Failure) return report('build', false, error.message);
    throw error;
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function runEndToEnd(env) {
  const file = await freshReportFile('e2e');
  const args = [binOf('@playwright/test', 'cli.js'), 'test'];
  const code = await withDisplay(({ DISPLAY }) => {
    const own = { ...env, ...(DISPLAY === undefined ? {} : { DISPLAY }), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    return startGroup(process.execPath, args, { cwd: rootDir, env: own }).ended;
  });
  const count = countRunner(await readReport(file, countPlaywright), code);
  say(`${count.failed > 0 ? 'FAILED' : 'passed'}: e2e (${count.passed} passed, ${count.failed} failed)`);
  return count;
}

/** @param {string} name */
async function freshReportFile(name) {
  const file = join(cacheDir, 'reports', `${name}.json`);
  await mkdir(dirname(file), { recursive: true });
  // A report of an earlier run must never be counted for this one.
  await rm(file, { force: true });
  return file;
}

/**
 * @template T
 * @param {string} file @param {(report: T) => import('./reports.mjs').Count} count
 */
async function readReport(file, count) {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Runs the checks: first what comes first, then the long ones with the others beside them, or the others two at a time.
 * @param {readonly Check[]} chosen @param {NodeJS.ProcessEnv} env
 */
export async function runChecks(chosen, env) {
  /** @type {import('./reports.mjs').Count[]} */
  const counts = [];
  const of = (/** @type {Turn} */ turn) => chosen.filter((check) => check.turn === turn);
  const inTurn = async (/** @type {Check[]} */ queue, /** @type {boolean} */ isNice) => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift())
      counts.push(await check.run(env, isNice));
  };
  await inTurn(of('first'), false);
  const [beside, long] = [of('beside'), of('long')];
  // End to end waits for servers and pages a third of its time.
  if (long.length > 0) await Promise.all([inTurn(long, false), inTurn(beside, true)]);
  else await Promise.all([inTurn(beside, false), inTurn(beside, false)]);
  return counts;
}
