// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { fail, say } from '../lib/output.mjs';
import { connect } from './cdp.mjs';
import { readCpuPercent, waitUntilQuiet } from './processes.mjs';
import { round } from './stats.mjs';

const cpuWarmUpMs = 10_000;
const cpuWindowMs = 30_000;
const notifyGapMs = 250;
const switchGapMs = 300;
/** The first switch to each service and the first notification, which load what later ones find, count too. */
const switchCount = 40;

/** What of the tests' desktop is used. @typedef {{ findNotification: (fits: (item: { title: string, receivedAtMs: number }) => boolean, timeoutMs?: number) => Promise<{ receivedAtMs: number }> }} NotificationDesktop */
/** @typedef {import('./launch.mjs').Running} Running */

/** Processor time of the whole app at rest, over 30 s, in percent of one core. @param {Running} running @param {number} windows */
export async function measureIdleCpu(running, windows) {
  await delay(cpuWarmUpMs);
  const samples = [];
  for (let index = 0; index < windows; index += 1) {
    const percent = round(await readCpuPercent(running.pid, running.mark, cpuWindowMs));
    say(`at rest with five services: ${percent} % of a core over ${cpuWindowMs / 1000} s`);
    samples.push(percent);
  }
  return samples;
}

/**
 * From `new Notification` in a page behind the one on top to its receipt by the daemon, read off the bus.
 * @param {Running} running @param {NotificationDesktop} desktop @param {number} count
 */
export async function measureNotify(running, desktop, count) {
  const page = await pageOf(running, '/3');
  const samples = [];
  try {
    for (let index = 0; index < count; index += 1) {
      await waitUntilQuiet(1_000);
      const title = `Bench ${index + 1}`;
      const sentAtMs = await page.evaluate(`(() => {
        const sentAtMs = performance.timeOrigin + performance.now();
        new Notification(${JSON.stringify(title)}, { body: 'Lunch?' });
        return sentAtMs;
      })()`);
      const { receivedAtMs } = await desktop.findNotification((item) => item.title.includes(title));
      samples.push(round(receivedAtMs - sentAtMs, 1));
      await delay(notifyGapMs);
    }
  } finally {
    await page.close();
  }
  return samples;
}

/**
 * From pressing Ctrl and a digit on the display's keyboard to the first frame of the page asked for.
 * @param {Running} running @param {import('./keyboard.mjs').Keyboard} keyboard
 */
export async function measureSwitch(running, keyboard) {
  const pages = await Promise.all(['/1', '/2', '/3', '/4', '/5'].map((path) => pageOf(running, path)));
  const samples = [];
  try {
    for (let index = 0; index < switchCount; index += 1) {
      await waitUntilQuiet(1_000);
      const digit = ((index + 1) % pages.length) + 1;
      const page = pages[digit - 1];
      if (page === undefined) throw new Error('no such page');
      samples.push(round(await measureOneSwitch(page, digit, keyboard), 1));
      await delay(switchGapMs);
    }
  } finally {
    for (const page of pages) await page.close();
  }
  return samples;
}

/**
 * @param {import('./cdp.mjs').Connection} page @param {number} digit @param {import('./keyboard.mjs').Keyboard} keyboard
 */
async function measureOneSwitch(page, digit, keyboard) {
  // A hidden page draws no frames: what is asked for here comes with the first one after it is shown.
  const state = await page.evaluate(`(() => {
    window.firstFrame = new Promise((resolve) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
      port2.postMessage(0);
    }));
    return document.visibilityState;
  })()`);
  if (state !== 'hidden') fail(`The page for key ${digit} was seen already`, 'Look at what the app shows.');
  const pressedAtMs = performance.timeOrigin + performance.now();
  keyboard.press(digit);
  return (await page.evaluate('window.firstFrame')) - pressedAtMs;
}

/** @param {Running} running @param {string} path */
async function pageOf(running, path) {
  const target = (await running.pages()).find((page) => new URL(page.url).pathname === path);
  if (target === undefined) fail(`There is no page ${path}`, 'Look at what the app shows.');
  return connect(target);
}
