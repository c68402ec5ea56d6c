// @ts-check
import { loadBundled } from './bundle.mjs';

const orders = 10_000;
const steps = 20;

/**
 * Runs machines in memory through random orders of edits, bundled as the app's own main process is, by Node.
 * @param {string} folder @returns {Promise<number[]>} how many orders came to no good end
 */
export async function measureSync(folder) {
  const { measure } = /** @type {{ measure: (orders: number, steps: number) => Promise<number> }} */ (
    await loadBundled('sync', folder)
  );
  return [await measure(orders, steps)];
}
