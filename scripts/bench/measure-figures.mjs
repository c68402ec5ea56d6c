// @ts-check
import { say } from '../lib/output.mjs';
import { runMeasured } from './measured-tests.mjs';
import { median, p95, round } from './stats.mjs';

/**
 * Runs what measures in the real app and is no test (`e2e/figures`), and gives what it measured of Foyer; beside it says what
 * the same costs in an app that does nothing else, where that was measured too.
 * @param {'switcher' | 'asleep' | 'sync' | 'in-page'} name
 * @param {import('../lib/electron.mjs').Electron} electron @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Partial<Record<import('./figures.mjs').FigureId, readonly number[]>>>}
 */
export async function measureFigures(name, electron, env) {
  /** @type {Partial<Record<import('./figures.mjs').FigureId, readonly number[]>>} */
  const samples = {};
  const tests = ['--config=e2e/figures/playwright.config.ts', `${name}.figure`];
  for (const { figure, service, samples: found } of await runMeasured(electron, env, tests)) {
    if (service === 'foyer') samples[/** @type {import('./figures.mjs').FigureId} */ (figure)] = found;
    const [middle, most] = [median(found), p95(found)].map((one) => round(one, 1));
    say(`${figure} of ${service}: ${middle}, 95th percentile ${most}, ${found.length} samples`);
  }
  return samples;
}
