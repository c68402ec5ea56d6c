// @ts-check
import { performance } from 'node:perf_hooks';
import { loadBundled } from './bundle.mjs';

/** @typedef {'match.searchP95Ms' | 'match.fillMs' | 'match.replaceP95Ms'} MatchFigureId */
/** @typedef {{ readonly searchMs: readonly number[], readonly fillMs: number, readonly replaceMs: readonly number[] }} Times */

const rounds = 7;

/**
 * Types into the switcher's index of 200 services and 20,000 channels, in one thread: bundled as the app's own main process
 * is, run by Node. The first round, which warms up, is left out.
 * @param {string} folder @returns {Promise<Record<MatchFigureId, number[]>>} every search, filling and replacing
 */
export async function measureMatch(folder) {
  const { measure } = /** @type {{ measure: (nowMs: () => number) => Times }} */ (
    await loadBundled('switcher', folder)
  );
  const times = Array.from({ length: rounds + 1 }, () => measure(() => performance.now())).slice(1);
  return {
    'match.searchP95Ms': times.flatMap(({ searchMs }) => searchMs),
    'match.fillMs': times.map(({ fillMs }) => fillMs),
    'match.replaceP95Ms': times.flatMap(({ replaceMs }) => replaceMs),
  };
}
