// @ts-check
import { createInterface } from 'node:readline';
import process from 'node:process';
import { fail, step } from './output.mjs';
import { inRoot, rootDir } from './paths.mjs';
import { startGroup } from './processes.mjs';

/** A chat of the demo, at an address that opens signed in. @typedef {{ recipeId: string, name: string, url: string }} DemoService */
/** @typedef {{ x: number, y: number, width: number, height: number }} Bounds */

/**
 * Starts the chat servers and their people in a process of their own; they end with this script.
 * @returns {Promise<{ services: readonly DemoService[], stop: () => Promise<void> }>}
 */
export async function startDemoServers() {
  return step('starting the chat servers', async () => {
    const group = startGroup(
      process.execPath,
      ['--import', 'tsx', inRoot('e2e', 'servers', 'demo', 'main.ts')],
      {
        cwd: rootDir,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const line = await firstLine(group);
    if (line === undefined)
      fail('The chat servers of the demo did not start', 'Look at what they printed above.');
    return { services: JSON.parse(line).services, stop: group.stop };
  });
}

/** @param {ReturnType<typeof startGroup>} group @returns {Promise<string | undefined>} */
function firstLine(group) {
  return new Promise((resolve) => {
    if (group.child.stdout) createInterface(group.child.stdout).once('line', resolve);
    void group.ended.then(() => resolve(undefined));
  });
}

/**
 * Writes what the app finds at its start: the demo's services.
 * @param {string} profile @param {readonly DemoService[]} services
 * @param {Bounds | undefined} bounds where the window goes; the app decides when undefined
 */
export async function seedDemo(profile, services, bounds) {
  const { tsImport } = await import('tsx/esm/api');
  /** @type {{ writeSeed: (folder: string, persisted: object) => void, seedService: (service: object) => object }} */
  const { seedService, writeSeed } = await tsImport('../../e2e/support/seed.ts', import.meta.url);
  writeSeed(profile, {
    services: services.map((service, index) =>
      seedService({ ...service, id: `demo-${index + 1}`, addedAtMs: Date.now() }),
    ),
    activeServiceId: 'demo-1',
    ...(bounds === undefined ? {} : { window: { bounds, maximized: false } }),
  });
}
