// @ts-check
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { launch } from './launch.mjs';

const serviceCount = 5;
/** Both windows are of one size: a larger one costs memory and start. */
export const windowSize = { width: 800, height: 600 };

/**
 * What is measured: floor and Foyer, each bare and with five pages.
 * @typedef {{ floor: import('./launch.mjs').Subject, foyer: import('./launch.mjs').Subject }} Pair
 * @typedef {{ empty: Pair, five: Pair }} Subjects
 */

/**
 * @param {Readonly<Record<import('./apps.mjs').AppName, string>>} apps @param {string} pageOrigin @param {string} folder
 * @param {readonly string[]} [both] what floor and Foyer alike are started with
 * @returns {Promise<Subjects>}
 */
export async function createSubjects(apps, pageOrigin, folder, both = []) {
  const { writeSeed, seedService } = await tsImport('../../e2e/support/seed.ts', import.meta.url);
  const urls = Array.from({ length: serviceCount }, (_, index) => `${pageOrigin}/${index + 1}`);
  const services = urls.map((url, index) =>
    seedService({ id: `bench-${index + 1}`, recipeId: 'website', name: `Page ${index + 1}`, url }),
  );
  /** @param {string} name @param {number} pageCount @param {readonly string[]} args */
  const toFloor = (name, pageCount, args) => ({
    name,
    executable: apps.floor,
    args: [...both, ...args],
    profile: join(folder, name),
    isMain: (/** @type {string} */ url) => url.startsWith('file:'),
    words: 'One window, one page',
    pageOrigin,
    pageCount,
  });
  /** @param {string} name @param {readonly unknown[]} kept @param {string} words */
  const toFoyer = (name, kept, words) => {
    const profile = join(folder, name);
    const window = { bounds: { x: 0, y: 0, ...windowSize }, maximized: false };
    writeSeed(profile, { services: kept, activeServiceId: kept.length > 0 ? 'bench-1' : null, window });
    const isMain = (/** @type {string} */ url) => url.startsWith('app:');
    return {
      name,
      executable: apps.foyer,
      args: both,
      profile,
      isMain,
      words,
      pageOrigin,
      pageCount: kept.length,
    };
  };
  return {
    empty: { floor: toFloor('floor0', 0, []), foyer: toFoyer('foyer0', [], 'Add your first service') },
    five: {
      floor: toFloor('floor5', serviceCount, [`--pages=${urls.join(',')}`]),
      foyer: toFoyer('foyer5', services, 'Page 1'),
    },
  };
}

/** How long a first run lasts, in ms: what Foyer learns of the machine then (H31) it has learnt. */
const PRIMED_MS = 10_000;

/** Runs each once, so that profiles and disk cache are as at a second start. @param {Pair} pair @param {NodeJS.ProcessEnv} env @param {string} folder */
export async function prime(pair, env, folder) {
  for (const subject of [pair.floor, pair.foyer]) {
    const running = await launch(subject, env, folder, { keepsProfile: true });
    await setTimeout(PRIMED_MS);
    await running.stop();
  }
}
