// @ts-check
import { say } from '../lib/output.mjs';
import { runMeasured } from './measured-tests.mjs';
import { median, p95, round } from './stats.mjs';

/** @typedef {'switcher.openP95Ms' | 'switcher.keystrokeP95Ms' | 'switcher.droppedFrames'} SwitcherFigureId */

/**
 * Opens the switcher and types into it, with 200 services and 20,000 channels in the real app; beside it says what the same
 * costs in an app that only shows rows.
 * @param {import('../lib/electron.mjs').Electron} electron @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Record<SwitcherFigureId, readonly number[]>>}
 */
export async function measureSwitcher(electron, env) {
  /** @type {Record<SwitcherFigureId, readonly number[]>} */
  const samples = {
    'switcher.openP95Ms': [],
    'switcher.keystrokeP95Ms': [],
    'switcher.droppedFrames': [],
  };
  const tests = ['--config=e2e/figures/playwright.config.ts', 'switcher'];
  for (const { figure, service, samples: found } of await runMeasured(electron, env, tests)) {
    if (service === 'foyer') samples[/** @type {SwitcherFigureId} */ (figure)] = found;
    const [middle, most] = [median(found), p95(found)].map((one) => round(one, 1));
    say(`${figure} of ${service}: ${middle}, 95th percentile ${most}, ${found.length} samples`);
  }
  return samples;
}
