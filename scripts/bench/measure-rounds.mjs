// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { say } from '../lib/output.mjs';
import { launch } from './launch.mjs';
import { readBusySeconds, readPssMb, readTreeSeconds, waitUntilQuiet } from './processes.mjs';
import { median, round } from './stats.mjs';

const quietPatienceMs = 8_000;
/** Above so many cores of other work a start says little; the display's and the bus's own part is among it. */
const foreignCoresMax = 0.6;
const attempts = 4;
/** Memory is read so long after the app is usable: what starts late has started, what is thrown away is gone. */
const settleMs = 16_000;

/** What one start of one app gave. @typedef {{ startMs: number, pssMb: number | undefined }} Start */

/**
 * Starts floor and Foyer in turn, as often as told, and gives Foyer's figures divided by the floor's of the same round.
 * @param {import('./subjects.mjs').Pair} pair @param {NodeJS.ProcessEnv} env @param {string} folder
 * @param {{ rounds: number, withMemory: boolean }} options
 * @returns {Promise<{ startRatios: readonly number[], pssRatios: readonly number[] }>}
 */
export async function measureRounds(pair, env, folder, { rounds, withMemory }) {
  /** @type {Start[]} */
  const floors = [];
  /** @type {Start[]} */
  const foyers = [];
  for (let index = 0; index < rounds; index += 1) {
    // Who goes first changes, so that neither always has the warmer machine.
    const isFloorFirst = index % 2 === 0;
    if (isFloorFirst) floors.push(await measureStart(pair.floor, env, folder, withMemory));
    foyers.push(await measureStart(pair.foyer, env, folder, withMemory));
    if (!isFloorFirst) floors.push(await measureStart(pair.floor, env, folder, withMemory));
  }
  const ratios = (/** @type {(start: Start) => number | undefined} */ read) =>
    foyers.flatMap((foyer, index) => {
      const above = read(foyer);
      const below = floors[index] && read(floors[index]);
      return above === undefined || below === undefined ? [] : [round(above / below, 3)];
    });
  tell(pair, floors, foyers);
  return { startRatios: ratios(({ startMs }) => startMs), pssRatios: ratios(({ pssMb }) => pssMb) };
}

/**
 * One start, made again when other work had its hands on the machine meanwhile; of several the least disturbed.
 * @param {import('./launch.mjs').Subject} subject @param {NodeJS.ProcessEnv} env @param {string} folder @param {boolean} withMemory
 * @returns {Promise<Start>}
 */
async function measureStart(subject, env, folder, withMemory) {
  /** @type {{ startMs: number, foreignCores: number } | undefined} */
  let best;
  for (let attempt = 1; ; attempt += 1) {
    await waitUntilQuiet(quietPatienceMs);
    const busyBefore = await readBusySeconds();
    const running = await launch(subject, env, folder);
    try {
      const own = await readTreeSeconds(running.pid, running.mark);
      const elapsedMs = performance.timeOrigin + performance.now() - running.spawnedAtMs;
      const foreignCores = round(((await readBusySeconds()) - busyBefore - own) / (elapsedMs / 1000));
      const startMs = round(running.usableAtMs - running.spawnedAtMs, 1);
      if (best === undefined || foreignCores < best.foreignCores) best = { startMs, foreignCores };
      if (foreignCores > foreignCoresMax && attempt < attempts) continue;
      if (withMemory) await delay(settleMs);
      const pssMb = withMemory ? round(await readPssMb(running.pid, running.mark), 1) : undefined;
      const disturbed = best.foreignCores > foreignCoresMax ? `, disturbed (${best.foreignCores} cores)` : '';
      say(
        `${subject.name}: usable after ${best.startMs} ms${disturbed}${pssMb === undefined ? '' : `, ${pssMb} MB`}`,
      );
      return { startMs: best.startMs, pssMb };
    } finally {
      await running.stop();
    }
  }
}

/** @param {import('./subjects.mjs').Pair} pair @param {readonly Start[]} floors @param {readonly Start[]} foyers */
function tell(pair, floors, foyers) {
  for (const [subject, starts] of /** @type {const} */ ([
    [pair.floor, floors],
    [pair.foyer, foyers],
  ])) {
    const memory = starts.flatMap(({ pssMb }) => pssMb ?? []);
    const medianMb = memory.length > 0 ? `, ${round(median(memory), 1)} MB` : '';
    say(
      `${subject.name}, median of ${starts.length}: ${round(median(starts.map(({ startMs }) => startMs)), 0)} ms${medianMb}`,
    );
  }
}
