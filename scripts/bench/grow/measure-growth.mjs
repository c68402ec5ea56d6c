// @ts-check
import { say, step } from '../../lib/output.mjs';
import { launch } from '../launch.mjs';
import { median, round } from '../stats.mjs';
import { openWindow } from './host.mjs';
import { measureLiving, settleServices } from './measure-living.mjs';
import { keyOf, measureStarts, startRatios } from './measure-starts.mjs';
import { measureWakes } from './measure-wakes.mjs';
import { startScene } from './scene.mjs';

/** @typedef {'asleep.startup.ratio' | 'wake.ratio'} GrowthFigureId */
/** @typedef {import('./scene.mjs').Host} Host */
/** @typedef {Pick<import('../stage.mjs').Stage, 'apps' | 'desktop' | 'folder' | 'pageOrigin'>} Place */

export const growthFigureIds = /** @type {const} */ (['asleep.startup.ratio', 'wake.ratio']);
export const isGrowthFigure = (/** @type {string} */ id) => growthFigureIds.some((one) => one === id);

/** As many services as `asleep.startup.ratio` is about. */
const many = 50;
const wakingServices = 5;
const wakesForFigure = 10;
const hosts = /** @type {const} */ (['floor', 'awake', 'asleep']);

/** @param {Place} place @param {number} most @returns {Promise<import('./scene.mjs').Scene>} */
async function openScene({ apps, desktop, folder, pageOrigin }, most) {
  const scene = await startScene({ apps, env: desktop.env, folder, seenOrigin: pageOrigin, most });
  await step(`signing in ${most} services of each host`, scene.prime);
  return scene;
}

/**
 * The figures alone, without how all grows.
 * @param {Place & { rounds: number }} place @param {readonly GrowthFigureId[]} asked
 * @returns {Promise<Partial<Record<GrowthFigureId, readonly number[]>>>}
 */
export async function measureGrowthFigures(place, asked) {
  const { desktop, folder, rounds } = place;
  const scene = await openScene(place, asked.includes('asleep.startup.ratio') ? many : wakingServices);
  /** @type {Partial<Record<GrowthFigureId, readonly number[]>>} */
  const samples = {};
  try {
    if (asked.includes('asleep.startup.ratio')) {
      const plan = { rounds, counts: [1, many], hosts: /** @type {const} */ (['asleep']) };
      samples['asleep.startup.ratio'] = startRatios(
        await measureStarts(scene, desktop.env, folder, plan),
        many,
      );
    }
    if (asked.includes('wake.ratio')) samples['wake.ratio'] = await measureWakeRatios(scene, place);
  } finally {
    await scene.stop();
  }
  return samples;
}

/** @param {import('./scene.mjs').Scene} scene @param {Place} place */
async function measureWakeRatios(scene, { desktop: { env }, folder }) {
  /** @type {import('./host.mjs').Window[]} */
  const windows = [];
  try {
    for (const host of /** @type {const} */ (['floor', 'asleep'])) {
      const running = await launch(await scene.toSubject(host, wakingServices), env, folder);
      const window = await openWindow(running);
      windows.push(window);
      await settleServices(scene, window, host, wakingServices);
    }
    const [floor, foyer] = windows;
    if (floor === undefined || foyer === undefined) throw new Error('no host');
    const users = scene.usersOf('asleep', wakingServices);
    return toWakeRatios(await measureWakes(scene, { foyer, floor, users, times: wakesForFigure }));
  } finally {
    for (const { running, close } of windows) {
      await close().catch(() => undefined);
      await running.stop();
    }
  }
}

/** Each wake to the bare view opened right after it. @param {import('./measure-wakes.mjs').Wakes} wakes */
function toWakeRatios({ foyer, floor }) {
  say(`waking: ${round(median(foyer), 0)} ms, a bare view: ${round(median(floor), 0)} ms`);
  return foyer.map((ms, index) => round(ms / (floor[index] ?? NaN), 3));
}

/**
 * How everything grows with the number of services.
 * @param {Place} place
 * @param {{ counts: readonly number[], rounds: number, idleSeconds: number, wakes: number }} plan
 * @returns {Promise<readonly import('./table.mjs').Row[]>}
 */
export async function measureGrowth(place, { counts, rounds, idleSeconds, wakes }) {
  const { desktop, folder } = place;
  const scene = await openScene(place, Math.max(...counts));
  try {
    const starts = await measureStarts(scene, desktop.env, folder, { rounds, counts, hosts });
    /** @type {import('./table.mjs').Row[]} */
    const rows = [];
    for (const count of counts) {
      const plan = { env: desktop.env, folder, desktop, count, idleSeconds, wakes };
      for (const living of await measureLiving(scene, plan)) {
        const started = starts.get(keyOf(living.host, living.host === 'floor' ? 0 : count)) ?? [];
        rows.push({
          ...living,
          shellMs: started.map(({ shellMs }) => shellMs),
          seenMs: started.map(({ seenMs }) => seenMs),
        });
      }
    }
    return rows;
  } finally {
    await scene.stop();
  }
}
