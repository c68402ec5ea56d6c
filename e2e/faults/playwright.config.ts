import { defineConfig } from '@playwright/test';
import { base } from '../../playwright.config.js';

/** Every fault there is, one at a time: run by `npm run faults`. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '**/*.fault.ts',
  outputDir: '../../test-results',
  workers: 1,
});
