import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';

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

/** They wait for servers that are away, and for clocks, and leave the two cores that CI has to the others meanwhile. */
const waiting = [
  'balancer',
  'adapter-*-away',
  'discovery-ways',
  'homegrown',
  'pages',
  'sleep',
  'sleep-element',
  'sleep-lounge',
].map((name) => `app/${name}.spec.ts`);

/** The real app in the real Electron; each test has its own profile and, where it needs one, its own session bus. */
export default defineConfig(base, {
  // With a third that works, tests that see to it that something is done in time fail on two cores.
  workers: 3,
  projects: [
    { name: 'working', testIgnore: waiting.map((one) => `**/${one}`), workers: 2 },
    { name: 'waiting', testMatch: waiting.map((one) => `**/${one}`), workers: 1 },
  ],
});
