import { defineConfig } from '@playwright/test';

/** The real app in the real Electron; each test has its own profile and, where it needs one, its own session bus. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // With a third, tests that see to it that something is done in time fail on the two cores that CI has.
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: { trace: 'off' },
});
