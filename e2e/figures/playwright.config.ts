import { defineConfig } from '@playwright/test';

/** What measures in the real app and is no test: run by `npm run bench`. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.figure.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 900_000,
  forbidOnly: true,
  retries: 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
});
