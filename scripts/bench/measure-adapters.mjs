// @ts-check
import { say } from '../lib/output.mjs';
import { runMeasured } from './measured-tests.mjs';
import { p95 } from './stats.mjs';

/** @typedef {'adapter.attribution' | 'adapter.openP95Ms'} AdapterFigureId */

/**
 * Runs the tests of adapters and takes what they measure: of each figure one sample for each service, its own share of
 * rightly attributed notifications or its own 95th percentile.
 * @param {import('../lib/electron.mjs').Electron} electron @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Record<AdapterFigureId, readonly number[]>>}
 */
export async function measureAdapters(electron, env) {
  /** @type {Record<AdapterFigureId, number[]>} */
  const samples = { 'adapter.attribution': [], 'adapter.openP95Ms': [] };
  for (const { figure, service, samples: found } of await runMeasured(electron, env, ['e2e/app/adapter-'])) {
    const id = /** @type {AdapterFigureId} */ (figure);
    const value = id === 'adapter.openP95Ms' ? p95(found) : Math.min(...found);
    say(`${id} of ${service}: ${value} (${found.length})`);
    samples[id].push(value);
  }
  return samples;
}
