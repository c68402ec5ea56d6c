// @ts-check

/** How many tests passed and failed. @typedef {{ readonly passed: number, readonly failed: number }} Count */

/** @type {Count} */
export const noTests = Object.freeze({ passed: 0, failed: 0 });

/** @param {readonly Count[]} counts @returns {Count} */
export function sumCounts(counts) {
  return counts.reduce(
    (sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }),
    noTests,
  );
}

/**
 * The count in vitest's JSON report. A file that could not be loaded counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults?: readonly { status: string, assertionResults?: readonly unknown[] }[] }} report
 * @returns {Count}
 */
export function countVitest(report) {
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && (file.assertionResults ?? []).length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * The count in Playwright's JSON report. Errors outside of any test count as failures.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors?: readonly unknown[] }} report
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: unexpected + (report.errors ?? []).length };
}

/**
 * The count of a whole runner: a runner that ended badly without naming a failed test, or ran nothing, is itself a failure.
 * @param {Count | undefined} count what its report says, if it wrote one @param {number} exitCode
 * @returns {Count}
 */
export function countRunner(count, exitCode) {
  if (count === undefined) return { passed: 0, failed: 1 };
  const ranNothing = count.passed + count.failed === 0;
  return ranNothing || (exitCode !== 0 && count.failed === 0)
    ? { ...count, failed: count.failed + 1 }
    : count;
}

/** The line that ends a test run. @param {Count} count */
export function lastLineOf(count) {
  return `${count.passed} passed, ${count.failed} failed`;
}

/** A run is good when nothing failed and something ran. @param {Count} count */
export function exitCodeOf(count) {
  return count.failed === 0 && count.passed > 0 ? 0 : 1;
}
