import { defineConfig } from '@playwright/test';

/** Takes the pictures of the documents; not part of the tests. */
export default defineConfig({
  testDir: '.',
  testMatch: 'pictures.ts',
  timeout: 120_000,
  workers: 1,
  reporter: 'list',
});
