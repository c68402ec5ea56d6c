// @ts-check
import { performance } from 'node:perf_hooks';
import { loadBundled } from './bundle.mjs';

const rounds = 7;

/**
 * Decides about notifications in one thread with 5,000 rules: bundled as the app's own main process is, run by Node.
 * @param {string} folder @returns {Promise<number[]>} decisions a second, of each round; the first, which warms up, left out
 */
export async function measurePolicy(folder) {
  const { measure } = /** @type {{ measure: (nowMs: () => number) => { readonly perSecond: number } }} */ (
    await loadBundled('policy', folder)
  );
  const found = [];
  for (let round = 0; round <= rounds; round += 1) found.push(measure(() => performance.now()).perSecond);
  return found.slice(1);
}
