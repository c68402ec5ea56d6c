import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { pollOften } from './e2e/support/quick-polls';

// The file is loaded anew by each process that runs tests.
pollOften();

/** What all runs of Playwright here have in common. */
export const base: PlaywrightTestConfig = {
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: { trace: 'off' },
};

/** The real app in the real Electron; each test has its own profile and, where it needs one, its own session bus. */
export default defineConfig(base, {
  // With a third, though it only had specs that wait, two or three others failed in each run on the two cores that CI has.
  workers: 2,
});
