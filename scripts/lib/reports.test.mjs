// @ts-check
import { describe, expect, it } from 'vitest';
import { countPlaywright, countRunner, countVitest, exitCodeOf, lastLineOf, sumCounts } from './reports.mjs';

describe('counting reports', () => {
  it('counts a test file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}, {}] },
      { status: 'passed', assertionResults: [{}] },
    ];
    expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
      passed: 2,
      failed: 2,
    });
  });

  it('counts errors outside of tests, and a flaky test as passed', () => {
    const report = {
      stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 3 },
      errors: [{ message: 'x' }],
    };
    expect(countPlaywright(report)).toEqual({ passed: 6, failed: 3 });
  });

  it.each([
    ['a runner without a report', undefined, 0, { passed: 0, failed: 1 }],
    ['a runner that crashed after its tests', { passed: 4, failed: 0 }, 1, { passed: 4, failed: 1 }],
    ['a runner that ran nothing', { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
    ['a runner with failed tests', { passed: 4, failed: 2 }, 1, { passed: 4, failed: 2 }],
    ['a good runner', { passed: 4, failed: 0 }, 0, { passed: 4, failed: 0 }],
  ])('%s', (_name, count, exitCode, expected) => {
    expect(countRunner(count, exitCode)).toEqual(expected);
  });

  it('sums up and ends with one line', () => {
    const sum = sumCounts([
      { passed: 1, failed: 0 },
      { passed: 40, failed: 2 },
    ]);
    expect(lastLineOf(sum)).toBe('41 passed, 2 failed');
    expect(exitCodeOf(sum)).toBe(1);
    expect(exitCodeOf({ passed: 41, failed: 0 })).toBe(0);
    expect(exitCodeOf(sumCounts([]))).toBe(1);
  });
});
