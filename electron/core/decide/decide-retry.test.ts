import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRASH_FIRST_MS, decideRetryDelayMs, RETRY_FIRST_MS, RETRY_MAX_MS } from './decide-retry';

describe('decideRetryDelayMs', () => {
  it.each([
    [1, 0.5, 2_000],
    [2, 0.5, 4_000],
    [3, 0.5, 8_000],
    [6, 0.5, 64_000],
    [7, 0.5, 120_000],
    [1_000_000, 0.5, 120_000],
    [1, 0, 1_600],
    [1, 1, 2_400],
    [0, 0.5, 2_000],
    [-3, 0.5, 2_000],
    [1, 7, 2_400],
    [1, -7, 1_600],
  ])('S11 waits after failure %d with jitter %d: %d ms', (attempt, jitter, expected) => {
    expect(decideRetryDelayMs(attempt, jitter)).toBe(expected);
  });

  it('S11 is shorter at first after a crash, and grows as long', () => {
    expect([1, 2, 3, 100].map((attempt) => decideRetryDelayMs(attempt, 0.5, CRASH_FIRST_MS))).toEqual([
      1_000, 2_000, 4_000, 120_000,
    ]);
  });

  it('S11 never knocks at once and never waits for ever', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ noNaN: true }), (attempt, jitter) => {
        const delayMs = decideRetryDelayMs(attempt, jitter);
        expect(delayMs).toBeGreaterThanOrEqual(RETRY_FIRST_MS * 0.8);
        expect(delayMs).toBeLessThanOrEqual(RETRY_MAX_MS * 1.2);
      }),
    );
  });
});
