// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { round } from '../stats.mjs';
import { waitUntilQuiet } from '../processes.mjs';
import { isHeard, readFirstPaint, until, untilAll } from './host.mjs';

/** From the wish to see it to the first paint of its page, in ms: Foyer's service, and a bare view of the same page. @typedef {{ foyer: readonly number[], floor: readonly number[] }} Wakes */

const now = '(performance.timeOrigin + performance.now())';
/** What a page does once it is painted is not to be in the next wake. */
const gapMs = 400;

/**
 * Wakes services of a Foyer whose others sleep, and opens bare views of the same page, in turn.
 * @param {import('./scene.mjs').Scene} scene
 * @param {{ foyer: import('./host.mjs').Window, floor: import('./host.mjs').Window, users: readonly string[], times: number }} who
 * @returns {Promise<Wakes>}
 */
export async function measureWakes({ chatUrl }, { foyer, floor, users, times }) {
  /** @type {{ foyer: number[], floor: number[] }} */
  const found = { foyer: [], floor: [] };
  for (let index = 0; index < times; index += 1) {
    const user = users[index % users.length] ?? '';
    await waitUntilQuiet(2_000);
    found.foyer.push(await wake(foyer, chatUrl, user));
    await letSleep(foyer, user);
    await delay(gapMs);
    await waitUntilQuiet(2_000);
    found.floor.push(await openBare(floor, chatUrl));
    await delay(gapMs);
  }
  return found;
}

/** @param {import('./host.mjs').Window} window @param {string} chatUrl @param {string} user */
async function wake({ running, evaluate }, chatUrl, user) {
  const atMs = await evaluate(
    `(() => { const atMs = ${now}; void window.shell.command('service.activate', { serviceId: '${user}' }); return atMs; })()`,
  );
  return round((await readFirstPaint(running, (url) => url.startsWith(chatUrl))) - atMs, 1);
}

/** @param {import('./host.mjs').Window} window @param {string} user */
async function letSleep(window, user) {
  await untilAll(window, 'up', [user], ({ unreadCount }) => unreadCount !== undefined);
  await window.command('service.activate', { serviceId: 'seen' });
  await window.command('service.sleep', { serviceId: user });
  await untilAll(window, 'asleep', [user], isHeard);
}

/** The floor hears what its window's title says: it closes its second page, or opens it in front. @param {import('./host.mjs').Window} window @param {string} chatUrl */
async function openBare({ running, evaluate }, chatUrl) {
  const pagesNow = async () =>
    (await running.pages())
      .filter(({ url }) => url.startsWith(chatUrl))
      .map(({ webSocketDebuggerUrl }) => webSocketDebuggerUrl);
  const before = await pagesNow();
  await evaluate(`document.title = 'close 1'`);
  await until('a page to go', async () => (await pagesNow()).length < before.length);
  const others = new Set(await pagesNow());
  const atMs = await evaluate(`(() => { const atMs = ${now}; document.title = 'open 1'; return atMs; })()`);
  const isNew = (/** @type {string} */ url, /** @type {string} */ address) =>
    url.startsWith(chatUrl) && !others.has(address);
  const paintedAtMs = await readFirstPaint(running, isNew);
  return round(paintedAtMs - atMs, 1);
}
