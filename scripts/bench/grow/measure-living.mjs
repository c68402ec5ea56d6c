// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { say, step } from '../../lib/output.mjs';
import { launch } from '../launch.mjs';
import { readCpuPercent, readMemoryMb } from '../processes.mjs';
import { median, p95, round } from '../stats.mjs';
import { letAllSleep, openWindow, until, wakeAll } from './host.mjs';
import { measureWakes } from './measure-wakes.mjs';

/** @typedef {import('./scene.mjs').Host} Host */
/**
 * What so many services take of one host.
 * @typedef {{
 *   host: Host, count: number, processes: number, pssMb: number, ussMb: number, idlePercent: number,
 *   notifyMs: readonly number[], wakeMs: readonly number[],
 * }} Living
 *
 * What of the tests' desktop is used.
 * @typedef {{ findNotification: (fits: (item: { body: string, receivedAtMs: number }) => boolean, timeoutMs?: number) => Promise<{ receivedAtMs: number }> }} Desktop
 */

const hosts = /** @type {const} */ (['floor', 'awake', 'asleep']);
/** For what a page leaves behind to be let go of. */
const settleMs = 8_000;
const notifyCount = 12;
/** Oftener a service may not be heard for long, and a desktop cannot bear it. */
const notifyGapMs = 60;

/**
 * Runs the three hosts beside each other with so many services each, and measures what they take.
 * @param {import('./scene.mjs').Scene} scene
 * @param {{ env: NodeJS.ProcessEnv, folder: string, desktop: Desktop, count: number, idleSeconds: number, wakes: number }} plan
 * @returns {Promise<readonly Living[]>}
 */
export async function measureLiving(scene, { env, folder, desktop, count, idleSeconds, wakes }) {
  /** @type {Map<Host, import('./host.mjs').Window>} */
  const windows = new Map();
  const of = (/** @type {Host} */ host) => {
    const window = windows.get(host);
    if (window === undefined) throw new Error('no such host');
    return window;
  };
  try {
    for (const host of hosts)
      await step(`${count} services: ${host}`, async () => {
        const running = await launch(await scene.toSubject(host, count), env, folder);
        windows.set(host, await openWindow(running));
        await settleServices(scene, of(host), host, count);
      });
    await delay(settleMs);
    // At rest they do not disturb each other: one minute for all three.
    const idle = await Promise.all(
      hosts.map((host) => readCpuPercent(of(host).running.pid, of(host).running.mark, idleSeconds * 1000)),
    );
    const memory = await Promise.all(
      hosts.map((host) => readMemoryMb(of(host).running.pid, of(host).running.mark)),
    );
    /** @type {Map<Host, readonly number[]>} */
    const notified = new Map();
    for (const host of hosts)
      notified.set(host, await measureNotify(scene, desktop, scene.usersOf(host, count)));
    const woken = await measureWakes(scene, {
      foyer: of('asleep'),
      floor: of('floor'),
      users: scene.usersOf('asleep', count),
      times: wakes,
    });
    return hosts.map((host, index) => {
      const { pssMb = 0, ussMb = 0, processes = 0 } = memory[index] ?? {};
      const living = {
        host,
        count,
        processes,
        pssMb: round(pssMb, 1),
        ussMb: round(ussMb, 1),
        idlePercent: round(idle[index] ?? 0),
        notifyMs: notified.get(host) ?? [],
        wakeMs: host === 'awake' ? [] : host === 'asleep' ? woken.foyer : woken.floor,
      };
      tell(living);
      return living;
    });
  } finally {
    for (const { running, close } of windows.values()) {
      await close().catch(() => undefined);
      await running.stop();
    }
  }
}

/** @param {Living} living */
function tell({ host, count, processes, pssMb, ussMb, idlePercent, notifyMs, wakeMs }) {
  const woken = wakeMs.length === 0 ? '' : `, waking ${round(median(wakeMs), 0)} ms`;
  say(
    `${host} ${count}: ${processes} processes, PSS ${pssMb} MB, USS ${ussMb} MB, at rest ${idlePercent} %, notified in ${round(median(notifyMs), 1)} ms (95th ${round(p95(notifyMs), 1)})${woken}`,
  );
}

/**
 * Waits until all pages are signed in, and where they are to sleep, until they do and are heard.
 * @param {import('./scene.mjs').Scene} scene @param {import('./host.mjs').Window} window @param {Host} host @param {number} count
 */
export async function settleServices({ chatUrl, usersOf, socketCount }, window, host, count) {
  // It is started first: all lines that there are are its own.
  if (host === 'floor')
    return void (await until('the bare pages', async () => {
      const pages = await window.running.pages();
      return pages.filter(({ url }) => url.startsWith(chatUrl)).length === count && socketCount() >= count;
    }));
  const users = usersOf(host, count);
  await (host === 'awake' ? wakeAll(window, users) : letAllSleep(window, users));
}

/**
 * From the server's being told to the daemon's receipt, read off the bus, in ms.
 * @param {import('./scene.mjs').Scene} scene @param {Desktop} desktop @param {readonly string[]} users
 */
async function measureNotify({ say: tellUser }, desktop, users) {
  const samples = [];
  for (let index = 0; index < notifyCount; index += 1) {
    const user = users[index % users.length] ?? '';
    const text = `${user} hears ${index} ${Date.now()}`;
    const saidAtMs = performance.timeOrigin + performance.now();
    await tellUser(user, text);
    const { receivedAtMs } = await desktop.findNotification(({ body }) => body.includes(text));
    samples.push(round(receivedAtMs - saidAtMs, 1));
    await delay(notifyGapMs);
  }
  return samples;
}
