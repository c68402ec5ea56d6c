// @ts-check
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fail, say } from '../lib/output.mjs';
import { inRoot, rootDir } from '../lib/paths.mjs';
import { startGroup } from '../lib/processes.mjs';
import { connect } from './cdp.mjs';
import { launch } from './launch.mjs';
import { waitUntilQuiet } from './processes.mjs';
import { p95, round } from './stats.mjs';

const rounds = 40;

/** What is typed, and what then stands on the screen. @typedef {{ address: string, words: string }} Server */

/**
 * From an address in the field of the first screen to the frame that says what is there, over five kinds of server.
 * @param {import('./launch.mjs').Subject} subject @param {NodeJS.ProcessEnv} env @param {string} folder
 */
export async function measureDiscovery(subject, env, folder) {
  const group = startGroup(
    process.execPath,
    ['--import', 'tsx', inRoot('e2e', 'servers', 'found', 'main.ts')],
    { cwd: rootDir, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const servers = await readServers(group);
    const running = await launch(subject, env, folder);
    const page = await connect(running.main);
    try {
      const samples = [];
      for (let index = 0; index < rounds; index += 1) {
        await waitUntilQuiet(1_000);
        for (const server of servers) samples.push(round(await measureOne(page, server), 1));
      }
      say(`what is at an address: ${samples.length} looks, 95 of 100 within ${p95(samples)} ms`);
      return samples;
    } finally {
      await page.close();
      await running.stop();
    }
  } finally {
    await group.stop();
  }
}

/** @param {import('./cdp.mjs').Connection} page @param {Server} server @returns {Promise<number>} */
async function measureOne(page, { address, words }) {
  const ms = await page.evaluate(`(async () => {
    const field = document.querySelector('[role=combobox]');
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const type = (text) => {
      set.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    type('');
    // What was found before goes with its part of the screen.
    do await frame(); while (document.querySelector('.discovered') !== null);
    const startMs = performance.now();
    type(${JSON.stringify(address)});
    for (;;) {
      const said = document.querySelector('.said-title')?.textContent ?? '';
      if (said.includes(${JSON.stringify(words)})) return performance.now() - startMs;
      if (performance.now() - startMs > 8000) return said;
      await frame();
    }
  })()`);
  if (typeof ms !== 'number') fail(`${address} was not found as "${words}"`, `The screen says: ${ms}`);
  return ms;
}

/** @param {ReturnType<typeof startGroup>} group @returns {Promise<readonly Server[]>} */
async function readServers(group) {
  const line = await new Promise((resolve) => {
    if (group.child.stdout) createInterface(group.child.stdout).once('line', resolve);
    void group.ended.then(() => resolve(undefined));
  });
  if (typeof line !== 'string')
    fail('The servers to be found did not start', 'Look at what they printed above.');
  return JSON.parse(line);
}
