/** First wait after a failure. */
export const RETRY_FIRST_MS = 2_000;
/** First wait after a crash: mostly it was not the server's fault, and waiting helps nobody. */
export const CRASH_FIRST_MS = 1_000;
/** Longest wait between tries. */
export const RETRY_MAX_MS = 120_000;

/**
 * Gives how long to wait before the next try: doubling from the first wait to {@link RETRY_MAX_MS}, spread by
 * a fifth either way so that many services do not knock at once.
 * @param attempt failures in a row, 1 or more
 * @param jitter 0 to 1, random
 */
export function decideRetryDelayMs(attempt: number, jitter: number, firstMs = RETRY_FIRST_MS): number {
  const base = Math.min(RETRY_MAX_MS, firstMs * 2 ** Math.min(20, Math.max(0, attempt - 1)));
  const spread = Math.min(1, Math.max(0, jitter)) * 0.4 - 0.2;
  return Math.round(base * (1 + spread));
}
