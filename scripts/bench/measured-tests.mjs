// @ts-check
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { tsImport } from 'tsx/esm/api';
import { binOf, ensureBuilt } from '../lib/build.mjs';
import { fail } from '../lib/output.mjs';
import { cacheDir, rootDir } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { electronEnv } from '../lib/set-up.mjs';
import { annotationsOf } from '../lib/services-table.mjs';

/** What a test measured. @typedef {{ figure: string, service: string, samples: readonly number[] }} Measured */

/**
 * Runs tests in the real app, one at a time, and gives what they measured on the way.
 * @param {import('../lib/electron.mjs').Electron} electron @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} tests what Playwright is to run
 * @returns {Promise<readonly Measured[]>}
 */
export async function runMeasured(electron, env, tests) {
  const { MEASURED } = await tsImport('../../e2e/support/shown.ts', import.meta.url);
  await ensureBuilt();
  const report = join(cacheDir, 'reports', 'measured.json');
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  const args = [binOf('@playwright/test', 'cli.js'), 'test', '--workers=1', '--reporter=json', ...tests];
  const own = { ...env, ...electronEnv(electron), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const ended = await run(process.execPath, args, { cwd: rootDir, env: own });
  if (ended.code !== 0) fail('A test that measures failed', `Run npx playwright test ${tests.join(' ')}`);
  return annotationsOf(JSON.parse(await readFile(report, 'utf8')).suites, MEASURED).map((text) =>
    JSON.parse(text),
  );
}
