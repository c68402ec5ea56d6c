// @ts-check
import { say } from '../../lib/output.mjs';
import { launch } from '../launch.mjs';
import { waitUntilQuiet } from '../processes.mjs';
import { median, round } from '../stats.mjs';
import { readFirstPaint } from './host.mjs';

/** From before the spawn to the painted shell, and to the paint of the service that is seen, in ms. @typedef {{ shellMs: number, seenMs: number }} Start */
/** By `host count`: each round's. @typedef {ReadonlyMap<string, readonly Start[]>} Starts */

const quietPatienceMs = 8_000;

/** @param {import('./scene.mjs').Host} host @param {number} count */
export const keyOf = (host, count) => `${host} ${count}`;

/**
 * Starts them all in turn, as often as told: the floor with the one page that is seen, and Foyer with so many services,
 * awake or asleep from the start on.
 * @param {import('./scene.mjs').Scene} scene @param {NodeJS.ProcessEnv} env @param {string} folder
 * @param {{ rounds: number, counts: readonly number[], hosts: readonly import('./scene.mjs').Host[] }} plan
 * @returns {Promise<Starts>}
 */
export async function measureStarts(scene, env, folder, { rounds, counts, hosts }) {
  const wanted = hosts.flatMap((host) =>
    (host === 'floor' ? [0] : counts).map((count) => ({ host, count, key: keyOf(host, count) })),
  );
  /** @type {Map<string, Start[]>} */
  const found = new Map(wanted.map(({ key }) => [key, []]));
  /** @type {Map<string, import('../launch.mjs').Subject>} */
  const subjects = new Map();
  for (const { host, count, key } of wanted)
    subjects.set(key, await scene.toSubject(host, count, 'at-start'));
  for (let index = 0; index < rounds; index += 1) {
    // Who goes first changes, so that none always has the warmer machine.
    for (const { key } of index % 2 === 0 ? wanted : wanted.toReversed()) {
      const subject = subjects.get(key);
      if (subject !== undefined) found.get(key)?.push(await measureStart(subject, env, folder));
    }
    say(`start-ups: round ${index + 1} of ${rounds}`);
  }
  for (const [key, starts] of found) {
    const [shell, seen] = [starts.map(({ shellMs }) => shellMs), starts.map(({ seenMs }) => seenMs)];
    say(`start, ${key}: shell ${round(median(shell), 0)} ms, visible service ${round(median(seen), 0)} ms`);
  }
  return found;
}

/** @param {import('../launch.mjs').Subject} subject @param {NodeJS.ProcessEnv} env @param {string} folder @returns {Promise<Start>} */
async function measureStart(subject, env, folder) {
  await waitUntilQuiet(quietPatienceMs);
  const running = await launch(subject, env, folder);
  try {
    const seenAtMs = await readFirstPaint(running, (url) => url.startsWith(subject.pageOrigin));
    return {
      shellMs: round(running.usableAtMs - running.spawnedAtMs, 1),
      seenMs: round(seenAtMs - running.spawnedAtMs, 1),
    };
  } finally {
    await running.stop();
  }
}

/**
 * How much longer a start with many takes than with one, in each round.
 * @param {Starts} starts @param {number} many
 */
export function startRatios(starts, many) {
  const [few, all] = [starts.get(keyOf('asleep', 1)) ?? [], starts.get(keyOf('asleep', many)) ?? []];
  const ratios = (/** @type {keyof Start} */ what) =>
    all.map((start, index) => round(start[what] / (few[index]?.[what] ?? NaN), 3));
  // The worse of the two is the figure.
  const [shell, seen] = [ratios('shellMs'), ratios('seenMs')];
  return median(shell) > median(seen) ? shell : seen;
}
