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
 * One part of a test run. `alone` parts need the whole machine, the others run two at a time.
 * @typedef {{ name: string, alone: boolean, run: (env: NodeJS.ProcessEnv) => Promise<import('./reports.mjs').Count> }} Check
 */

const tsc = binOf('typescript-7', 'bin/tsc');
const depcruise = ['electron', 'renderer', '--config', '.dependency-cruiser.cjs'];

/** All parts of a test run, in the order in which they begin: the longest first. @type {readonly Check[]} */
export const checks = [
  { name: 'unit', alone: false, run: runUnit },
  tool('types', [tsc, '-b']),
  tool('types33', [tsc, '-p', 'tsconfig.electron33.json']),
  tool('lint', [binOf('oxlint', 'bin/oxlint'), '--deny-warnings']),
  tool('format', [binOf('oxfmt', 'bin/oxfmt'), '--check']),
  tool(
    'layers',
    [binOf('dependency-cruiser', 'bin/dependency-cruise.mjs'), ...depcruise],
    /[1-9]\d* modules/,
  ),
  tool('unused', [binOf('knip', 'bin/knip.js')]),
  tool('services', ['scripts/services.mjs', '--check']),
  tool('electron', ['scripts/electronegativity.mjs']),
  { name: 'build', alone: true, run: runBuild },
  { name: 'e2e', alone: true, run: runEndToEnd },
];

/**
 * @param {string} name @param {readonly string[]} args for Node
 * @param {RegExp} [says] what it says when it has looked at something: one that finds no files is content, too
 * @returns {Check}
 */
function tool(name, args, says = /(?:)/) {
  return {
    name,
    alone: false,
    run: async (env) => {
      const result = await run(process.execPath, args, { cwd: rootDir, env });
      return report(name, result.code === 0 && says.test(result.output), result.output);
    },
  };
}

/** @param {string} name @param {boolean} isGood @param {string} output shown only when the check failed */
function report(name, isGood, output) {
  if (!isGood) process.stdout.write(`\n──── ${name} ────\n${output.trimEnd()}\n────\n`);
  say(`${isGood ? 'passed' : 'FAILED'}: ${name}`);
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {NodeJS.ProcessEnv} env */
async function runUnit(env) {
  const file = await freshReportFile('unit');
  const args = [
    binOf('vitest', 'vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const result = await run(process.execPath, args, { cwd: rootDir, env });
  const count = countRunner(await readReport(file, countVitest), result.code);
  if (count.failed > 0) process.stdout.write(`\n──── unit ────\n${result.output.trimEnd()}\n────\n`);
  say(`${count.failed > 0 ? 'FAILED' : 'passed'}: unit (${count.passed} passed, ${count.failed} failed)`);
  return count;
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
 * Runs the checks: first those that can share the machine, two at a time, then the others one by one.
 * @param {readonly Check[]} chosen @param {NodeJS.ProcessEnv} env
 */
export async function runChecks(chosen, env) {
  /** @type {import('./reports.mjs').Count[]} */
  const counts = [];
  const queue = chosen.filter((check) => !check.alone);
  const worker = async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift())
      counts.push(await check.run(env));
  };
  await Promise.all([worker(), worker()]);
  for (const check of chosen.filter((one) => one.alone)) counts.push(await check.run(env));
  return counts;
}
