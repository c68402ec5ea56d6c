// @ts-check
// npm run faults [-- --json FILE] [-- --only ID,ID] [-- --fuzz FILE]: does every fault to the real app, and every attack; writes
// the tables of docs/reliability.md. Ends with 1 when something was not survived or a figure is missed.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { tsImport } from 'tsx/esm/api';
import { readArgs } from './lib/args.mjs';
import { binOf, ensureBuilt } from './lib/build.mjs';
import { electronVersion } from './lib/electron.mjs';
import { filesOf, pausesOf, resultsOf, toFigures, toldOf, withTables } from './lib/faults-table.mjs';
import { formatted } from './lib/format.mjs';
import { fail, runMain, say } from './lib/output.mjs';
import { ownNetwork } from './lib/own-network.mjs';
import { cacheDir, rootDir } from './lib/paths.mjs';
import { startGroup } from './lib/processes.mjs';
import { run } from './lib/run.mjs';
import { electronEnv, setUp } from './lib/set-up.mjs';

const page = join(rootDir, 'docs/reliability.md');
/** Tests that attack say so by an annotation of this type. */
const ATTACK = 'attack';

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { values: ['json', 'only', 'fuzz'] });
  const { json, only, fuzz } = args.values;
  if (args.problem ?? args.rest[0])
    fail(args.problem ?? `Unknown argument ${args.rest[0]}`, 'Use --json FILE, --only ID,ID or --fuzz FILE.');
  const electron = await setUp('test');
  const env = { ...process.env, ...electronEnv(electron) };
  await ensureBuilt();
  // What the harness itself loads wants to know where an Electron is.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= env['ELECTRON_OVERRIDE_DIST_PATH'];
  const { faults } = await tsImport('../e2e/faults/all.ts', import.meta.url);
  const { groups, FAULT } = await tsImport('../e2e/faults/fault.ts', import.meta.url);
  const unknown = only
    ?.split(',')
    .find((id) => !faults.some((/** @type {{ id: string }} */ one) => one.id === id));
  if (unknown !== undefined)
    fail(
      `There is no fault "${unknown}"`,
      `Use some of: ${faults.map((/** @type {{ id: string }} */ one) => one.id).join(', ')}.`,
    );

  const own = only === undefined ? {} : { FOYER_FAULTS: only };
  const suites = await runTests('faults', ['-c', 'e2e/faults/playwright.config.ts'], { ...env, ...own });
  const results = resultsOf(suites, FAULT);
  const attacking = only === undefined ? await runAttacks(env) : [];
  const { MEASURED } = await tsImport('../e2e/support/shown.ts', import.meta.url);
  const figures = toFigures(
    results,
    toldOf(attacking, ATTACK),
    await readFuzz(fuzz),
    pausesOf(attacking, MEASURED),
  );
  for (const { id, value, target, isMet } of figures)
    say(`${id}: ${value}${target === undefined ? '' : ` (target ${target})`}${isMet ? '' : ' MISSED'}`);

  const machine = await describeMachine(await electronVersion(electron));
  const text = withTables(await readFile(page, 'utf8'), results, figures, groups, faults, machine);
  await writeFile(page, await formatted(page, text));
  say('wrote docs/reliability.md');
  if (json !== undefined) {
    await writeFile(json, `${JSON.stringify({ machine, figures, faults: results }, undefined, 2)}\n`);
    say(`wrote ${json}`);
  }
  return figures.every(({ isMet }) => isMet) ? 0 : 1;
});

/** Runs tests one by one and gives what they reported, passed or not. @param {string} name @param {readonly string[]} args @param {NodeJS.ProcessEnv} env */
async function runTests(name, args, env) {
  const file = join(cacheDir, 'reports', `${name}.json`);
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  const command = [process.execPath, binOf('@playwright/test', 'cli.js'), 'test', ...args];
  const network = await ownNetwork();
  const [program = '', ...rest] = [...network.prefix, ...command];
  const { ended } = startGroup(program, rest, {
    cwd: rootDir,
    env: { ...env, ...network.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  await ended;
  const report = await readFile(file, 'utf8').catch(() =>
    fail(`The tests of ${name} did not report`, 'See above.'),
  );
  return JSON.parse(report).suites;
}

/** Runs the files with tests that attack, and gives what they reported. @param {NodeJS.ProcessEnv} env */
async function runAttacks(env) {
  const files = filesOf(await runTests('attacks-there-are', ['--list', '--reporter=json'], env), ATTACK);
  if (files.length === 0) return [];
  return runTests('attacks', ['--workers=1', ...files], env);
}

/** How many inputs `npm run fuzz -- --json FILE` tried, where it was run. @param {string | undefined} file */
async function readFuzz(file) {
  if (file === undefined) return undefined;
  const { figures } = JSON.parse(await readFile(file, 'utf8'));
  return figures['fuzz.inputs'];
}

/** @param {string} electron */
async function describeMachine(electron) {
  const commit = await run('git', ['rev-parse', '--short', 'HEAD'], { cwd: rootDir });
  const date = new Date().toISOString().slice(0, 10);
  return `On ${date}: ${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Electron ${electron}, commit ${commit.stdout.trim()}.`;
}
