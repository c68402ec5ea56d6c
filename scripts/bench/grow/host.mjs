// @ts-check
import { connect } from '../cdp.mjs';
import { poll } from '../launch.mjs';

/** @typedef {import('../cdp.mjs').Connection} Connection */
/** @typedef {import('../launch.mjs').Running} Running */
/** What a window shows of a service. @typedef {{ load: { kind: string }, listening: string, unreadCount?: number }} ShownService */

const times = { patienceMs: 120_000, pollMs: 50 };

/**
 * A running host, spoken to through its window's own page.
 * @typedef {{
 *   running: Running,
 *   evaluate: Connection['evaluate'],
 *   command: (name: string, input?: object) => Promise<any>,
 *   close: () => Promise<void>,
 * }} Window
 */

/** @param {Running} running @returns {Promise<Window>} */
export async function openWindow(running) {
  const { evaluate, close } = await connect(running.main);
  return {
    running,
    evaluate,
    command: (name, input) =>
      evaluate(`window.shell.command(${JSON.stringify(name)}, ${JSON.stringify(input)})`),
    close,
  };
}

/**
 * When a page was first painted, by its own account, in ms of the clock; the page must be seen.
 * @param {Running} running @param {(url: string, address: string) => boolean} isIt `address` tells two pages of one URL apart
 */
export async function readFirstPaint(running, isIt) {
  const target = await until('a page', async () =>
    (await running.pages()).find(({ url, webSocketDebuggerUrl }) => isIt(url, webSocketDebuggerUrl)),
  );
  const page = await connect(target);
  try {
    return await until('its first paint', () =>
      // A page that is still navigating throws away what is asked of it.
      page.evaluate(firstPaint).catch(() => undefined),
    );
  } finally {
    await page.close();
  }
}

const firstPaint = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(performance.timeOrigin + list.getEntriesByName('first-contentful-paint')[0]?.startTime))
    .observe({ type: 'paint', buffered: true });
  setTimeout(resolve, 5000);
})`;

/**
 * Waits until it is there.
 * @template T
 * @param {string} what @param {() => Promise<T | undefined | false>} look
 * @returns {Promise<T>}
 */
export const until = (what, look) => poll(what, look, times);

/** Whether it sleeps and its listener is live. @param {ShownService} service */
export const isHeard = ({ load, listening }) => load.kind === 'asleep' && listening === 'live';

/**
 * Waits until all services of a Foyer are so.
 * @param {Window} window @param {string} what @param {readonly string[]} ids
 * @param {(service: ShownService) => boolean} isSo
 */
export async function untilAll({ command }, what, ids, isSo) {
  const wanted = new Set(ids);
  await until(`${ids.length} services ${what}`, async () => {
    const { services } = await command('app.connect');
    const found = services.filter((/** @type {{ id: string }} */ { id }) => wanted.has(id));
    return found.length === ids.length && found.every(isSo);
  });
}

/** Wakes all, whose pages are signed in, and returns when their channels are known. @param {Window} window @param {readonly string[]} users */
export async function wakeAll(window, users) {
  for (const serviceId of users) await window.command('service.wake', { serviceId });
  await untilAll(
    window,
    'up',
    users,
    ({ load, unreadCount }) => load.kind === 'ready' && unreadCount !== undefined,
  );
}

/** Wakes all once and lets them sleep; returns when each is heard. @param {Window} window @param {readonly string[]} users */
export async function letAllSleep(window, users) {
  await wakeAll(window, users);
  for (const serviceId of users) await window.command('service.sleep', { serviceId });
  await untilAll(window, 'asleep', users, isHeard);
}
