// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { say } from '../lib/output.mjs';
import { launch } from './launch.mjs';
import { readPssMb, waitUntilQuiet } from './processes.mjs';
import { median, round } from './stats.mjs';

const quietPatienceMs = 20_000;
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

/** @param {import('./launch.mjs').Subject} subject @param {NodeJS.ProcessEnv} env @param {string} folder @param {boolean} withMemory @returns {Promise<Start>} */
async function measureStart(subject, env, folder, withMemory) {
  const busy = await waitUntilQuiet(quietPatienceMs);
  const running = await launch(subject, env, folder);
  try {
    const startMs = round(running.usableAtMs - running.spawnedAtMs, 1);
    if (withMemory) await delay(settleMs);
    const pssMb = withMemory ? round(await readPssMb(running.pid, running.mark), 1) : undefined;
    say(
      `${subject.name}: usable after ${startMs} ms${pssMb === undefined ? '' : `, ${pssMb} MB`}${
        busy > 0.5 ? ` (${round(busy, 1)} cores busy with other things)` : ''
      }`,
    );
    return { startMs, pssMb };
  } finally {
    await running.stop();
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
