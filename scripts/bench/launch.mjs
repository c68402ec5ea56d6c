// @ts-check
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fail } from '../lib/output.mjs';
import { startGroup } from '../lib/processes.mjs';
import { sandboxArgs } from '../lib/set-up.mjs';
import { connect, listPages } from './cdp.mjs';

const startTimes = { patienceMs: 60_000, pollMs: 15 };

/**
 * What can be started: an executable and the profile it starts from each time.
 * @typedef {{
 *   name: string,
 *   executable: string,
 *   args: readonly string[],
 *   profile: string,
 *   isMain: (url: string) => boolean,
 *   words: string,
 *   pageOrigin: string,
 *   pageCount: number,
 * }} Subject `words` are on the main page once it is usable; `pageCount` pages of `pageOrigin` are to load
 *
 * A running app. Times are wall-clock, in ms.
 * @typedef {{
 *   pid: number,
 *   mark: string,
 *   spawnedAtMs: number,
 *   usableAtMs: number,
 *   pages: () => Promise<readonly import('./cdp.mjs').PageTarget[]>,
 *   main: import('./cdp.mjs').PageTarget,
 *   stop: () => Promise<void>,
 * }} Running
 */

/** Resolves at the first frame with the words on the page, with when the page says its largest part was painted. */
const usableExpression = (/** @type {string} */ words) => `new Promise((resolve) => {
  const painted = new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true }));
  const look = () => document.body?.innerText.includes(${JSON.stringify(words)})
    ? painted.then((ms) => resolve(performance.timeOrigin + ms))
    : requestAnimationFrame(look);
  look();
  setTimeout(resolve, 2000);
})`;

/**
 * Starts an app on a copy of its profile and waits until it is usable and its pages have loaded.
 * @param {Subject} subject @param {NodeJS.ProcessEnv} env @param {string} folder for the copy
 * @param {{ keepsProfile?: boolean }} [options] `keepsProfile` runs on the profile itself, to prime it
 * @returns {Promise<Running>}
 */
export async function launch(subject, env, folder, options = {}) {
  const run = `${subject.name}-${Date.now()}`;
  const profile = options.keepsProfile ? subject.profile : join(folder, `run-${run}`);
  await mkdir(subject.profile, { recursive: true });
  if (!options.keepsProfile) await cp(subject.profile, profile, { recursive: true });
  const own = [
    `--user-data-dir=${profile}`,
    '--password-store=basic',
    '--remote-debugging-port=0',
    '--lang=en-US',
  ];
  const spawnedAtMs = performance.timeOrigin + performance.now();
  const group = startGroup(subject.executable, [...sandboxArgs(), ...own, ...subject.args], {
    env: { ...env, FOYER_BENCH_RUN: run },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = async () => {
    await group.stop();
    if (!options.keepsProfile) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const address = await Promise.race([readAddress(group.child), failWhenEnded(subject.name, group.ended)]);
    const pages = () => listPages(address);
    const main = await poll(
      `the window of ${subject.name}`,
      async () => (await pages()).find((page) => subject.isMain(page.url)),
      startTimes,
    );
    const usableAtMs = await readUsable(main, subject.words);
    if (subject.pageCount > 0) await waitForPages(pages, subject);
    return {
      pid: group.child.pid ?? 0,
      mark: `FOYER_BENCH_RUN=${run}`,
      spawnedAtMs,
      usableAtMs,
      pages,
      main,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Host and port of the debugging connection, as the app tells on stderr. @param {import('node:child_process').ChildProcess} child @returns {Promise<string>} */
function readAddress(child) {
  return new Promise((resolve) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said = `${said}${text}`.slice(-10_000);
      const address = /DevTools listening on ws:\/\/([^/]+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

/** @param {string} name @param {Promise<number>} ended @returns {Promise<never>} */
async function failWhenEnded(name, ended) {
  const code = await ended;
  fail(`${name} ended by itself with code ${code}`, 'Start it by hand and look at what it prints.');
}

/** @param {import('./cdp.mjs').PageTarget} main @param {string} words */
async function readUsable(main, words) {
  const connection = await connect(main);
  try {
    return await poll(
      `"${words}" in the window`,
      // A page that is still navigating throws away what is asked of it.
      () => connection.evaluate(usableExpression(words)).catch(() => undefined),
      startTimes,
    );
  } finally {
    await connection.close();
  }
}

/** @param {() => Promise<readonly import('./cdp.mjs').PageTarget[]>} pages @param {Subject} subject */
async function waitForPages(pages, subject) {
  const isThere = (/** @type {{ url: string }} */ page) => page.url.startsWith(subject.pageOrigin);
  const look = async () => {
    const found = (await pages()).filter(isThere);
    return found.length === subject.pageCount ? found : undefined;
  };
  const there = await poll(`the ${subject.pageCount} pages of ${subject.name}`, look, startTimes);
  for (const page of there) {
    const connection = await connect(page);
    const loaded = `new Promise((resolve) => document.readyState === 'complete' ? resolve(true)
      : addEventListener('load', () => resolve(true)))`;
    await connection.evaluate(loaded);
    await connection.close();
  }
}

/**
 * Waits until it is there.
 * @template T
 * @param {string} what @param {() => Promise<T | undefined | false>} look @param {{ patienceMs: number, pollMs: number }} times
 * @returns {Promise<T>}
 */
export async function poll(what, look, { patienceMs, pollMs }) {
  const untilMs = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false && found !== null) return found;
    if (performance.now() > untilMs)
      fail(`${what} did not come in ${patienceMs / 1000} s`, 'Start it by hand.');
    await delay(pollMs);
  }
}
