// @ts-check
import { say } from '../lib/output.mjs';
import { runMeasured } from './measured-tests.mjs';

/** @typedef {'switcher.openP95Ms' | 'switcher.keystrokeP95Ms' | 'switcher.droppedFrames'} SwitcherFigureId */

/**
 * Opens the switcher and types into it, with 200 services and 20,000 channels in the real app.
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
  const tests = ['--config=e2e/figures/playwright.config.ts'];
  for (const { figure, samples: found } of await runMeasured(electron, env, tests)) {
    samples[/** @type {SwitcherFigureId} */ (figure)] = found;
    say(`${figure}: ${found.length} samples`);
  }
  return samples;
}
