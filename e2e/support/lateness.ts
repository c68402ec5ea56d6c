import type { Foyer } from './foyer.js';

const BEAT_MS = 5;

/** Watches how late main gets its turn from now on; gives the worst so far, in ms. */
export async function watchLateness({ app }: Foyer, beatMs = BEAT_MS): Promise<() => Promise<number>> {
  const watch = await app.evaluateHandle((_electron, everyMs) => {
    const seen = { worstMs: 0, lastMs: performance.now() };
    setInterval(() => {
      const nowMs = performance.now();
      seen.worstMs = Math.max(seen.worstMs, nowMs - seen.lastMs - everyMs);
      seen.lastMs = nowMs;
    }, everyMs);
    return seen;
  }, beatMs);
  return () => watch.evaluate(({ worstMs }) => worstMs);
}
