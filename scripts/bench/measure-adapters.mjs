// @ts-check
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { tsImport } from 'tsx/esm/api';
import { binOf, ensureBuilt } from '../lib/build.mjs';
import { fail, say } from '../lib/output.mjs';
import { cacheDir, rootDir } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { electronEnv } from '../lib/set-up.mjs';
import { annotationsOf } from '../lib/services-table.mjs';
import { p95 } from './stats.mjs';

/** @typedef {'adapter.attribution' | 'adapter.openP95Ms'} AdapterFigureId */

/**
 * Runs the tests of adapters in the real app and takes what they measure on the way: of each figure one sample for each
 * service, its own share of rightly attributed notifications or its own 95th percentile.
 * @param {import('../lib/electron.mjs').Electron} electron @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Record<AdapterFigureId, readonly number[]>>}
 */
export async function measureAdapters(electron, env) {
  const { MEASURED } = await tsImport('../../e2e/support/shown.ts', import.meta.url);
  await ensureBuilt();
  const report = join(cacheDir, 'reports', 'adapters.json');
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  const args = [
    binOf('@playwright/test', 'cli.js'),
    'test',
    '--workers=1',
    '--reporter=json',
    'e2e/app/adapter-',
  ];
  const own = { ...env, ...electronEnv(electron), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const ended = await run(process.execPath, args, { cwd: rootDir, env: own });
  if (ended.code !== 0) fail('A test of an adapter failed', 'Run npx playwright test e2e/app/adapter-');
  /** @type {Record<AdapterFigureId, number[]>} */
  const samples = { 'adapter.attribution': [], 'adapter.openP95Ms': [] };
  for (const text of annotationsOf(JSON.parse(await readFile(report, 'utf8')).suites, MEASURED)) {
    /** @type {{ figure: AdapterFigureId, service: string, samples: readonly number[] }} */
    const { figure, service, samples: found } = JSON.parse(text);
    const value = figure === 'adapter.openP95Ms' ? p95(found) : Math.min(...found);
    say(`${figure} of ${service}: ${value} (${found.length})`);
    samples[figure].push(value);
  }
  return samples;
}
