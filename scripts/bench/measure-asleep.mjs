// @ts-check
import { say } from '../lib/output.mjs';
import { runMeasured } from './measured-tests.mjs';

/** @typedef {'asleep.fifty.extraMb' | 'asleep.idle.cpu.percent' | 'asleep.notify.p95Ms' | 'asleep.burst.lost' | 'asleep.burst.doubled' | 'asleep.burst.mainPauseMs'} AsleepFigureId */

/**
 * Lets fifty services of the real app sleep, and measures what that takes and what is heard of them.
 * @param {import('../lib/electron.mjs').Electron} electron @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Partial<Record<AsleepFigureId, readonly number[]>>>}
 */
export async function measureAsleep(electron, env) {
  const tests = ['--config=e2e/figures/playwright.config.ts', 'asleep'];
  /** @type {Partial<Record<AsleepFigureId, readonly number[]>>} */
  const samples = {};
  for (const { figure, samples: found } of await runMeasured(electron, env, tests)) {
    samples[/** @type {AsleepFigureId} */ (figure)] = found;
    say(`${figure}: ${found.length} samples`);
  }
  return samples;
}
