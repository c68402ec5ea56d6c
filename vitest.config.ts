import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // Nothing is kept in modules, so that files can share them: loading them for each of 200 takes as long as all tests.
    isolate: false,
    include: ['electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    coverage: { include: ['electron/core/**'] },
  },
});
