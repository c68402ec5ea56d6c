/** Shortest wait before a listener that lost its server tries again. */
export const RELISTEN_FIRST_MS = 1_000;
/** Longest wait. */
export const RELISTEN_MAX_MS = 300_000;

/**
 * Gives how long a listener that lost its server waits: doubling from {@link RELISTEN_FIRST_MS} to
 * {@link RELISTEN_MAX_MS}, of which up to a half is left off by chance, so that those who lost one server together do not
 * come back together.
 * @param attempt losses in a row, 1 or more
 * @param random 0 to 1
 */
export function decideRelistenDelayMs(attempt: number, random: number): number {
  const whole = Math.min(RELISTEN_MAX_MS, RELISTEN_FIRST_MS * 2 ** Math.min(20, Math.max(0, attempt - 1)));
  return Math.round(whole * (1 - Math.min(1, Math.max(0, random)) / 2));
}
