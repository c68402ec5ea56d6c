// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import process from 'node:process';
import { needsVirtualDisplay } from './display.mjs';
import { fail, say, step } from './output.mjs';

/** What the demo needs of the tests' desktop. @typedef {{
 *   env: Readonly<Record<string, string>>,
 *   findNotification: (fits: (item: { title: string }) => boolean, timeoutMs?: number) => Promise<unknown>,
 *   screenshot: (file: string) => Promise<void>,
 *   stop: () => Promise<void>,
 * }} TestDesktop */

/**
 * Where the demo's window goes.
 * @typedef {{
 *   env: NodeJS.ProcessEnv,
 *   appArgs: readonly string[],
 *   bounds: import('./demo-servers.mjs').Bounds | undefined,
 *   takePicture: (file: string) => Promise<void>,
 *   stop: () => Promise<void>,
 * }} DemoDesktop
 */

const screen = { width: 1440, height: 900 };
const notificationTimeoutMs = 45_000;
/** Time for the popup's fade and for the shell to draw the new counts. */
const settleMs = 1_500;

/**
 * The desktop we are on; or, without one or for a picture, a made-up one with a session bus, a notification daemon and a tray.
 * @param {{ isPicture: boolean }} options
 * @returns {Promise<DemoDesktop>}
 */
export async function openDemoDesktop({ isPicture }) {
  if (!isPicture && !needsVirtualDisplay()) {
    return {
      env: process.env,
      appArgs: [],
      bounds: undefined,
      takePicture: () => fail('No made-up screen', 'Use --screenshot.'),
      stop: () => Promise.resolve(),
    };
  }
  if (!isPicture)
    say('there is no display here: the demo runs on a made-up one; try --screenshot demo.png to see it');
  const { tsImport } = await import('tsx/esm/api');
  /** @type {{ startDesktop: (options: object) => Promise<TestDesktop> }} */
  const { startDesktop } = await tsImport('../../e2e/support/desktop.ts', import.meta.url);
  const desktop = await step('starting a made-up desktop', () =>
    startDesktop({ size: `${screen.width}x${screen.height}` }),
  );
  return {
    env: desktop.env,
    // There is no sound card either, and no system bus: Chromium would go on about both.
    appArgs: ['--log-level=3', '--disable-audio-output'],
    bounds: { x: 0, y: 0, ...screen },
    takePicture: (file) => step('waiting for people to write', () => takePicture(desktop, file)),
    stop: desktop.stop,
  };
}

/** @param {TestDesktop} desktop @param {string} file */
async function takePicture(desktop, file) {
  try {
    await desktop.findNotification(() => true, notificationTimeoutMs);
  } catch {
    fail('No notification came', 'Run npm run demo without --screenshot and look at what it prints.');
  }
  await delay(settleMs);
  await desktop.screenshot(file);
}
