// @ts-check
import { constants } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { step } from '../lib/output.mjs';
import { packagedExecutable, ensurePackaged } from '../lib/package-app.mjs';
import { inRoot } from '../lib/paths.mjs';

/**
 * An app to measure, as packed.
 * @typedef {'floor' | 'foyer'} AppName
 * @typedef {{ name: AppName, executable: string, args: readonly string[] }} App
 */

/**
 * The packaged Foyer and the floor, each with its own copy of the same Electron: files that another running Electron
 * shares would make memory look smaller.
 * @param {import('../lib/electron.mjs').Electron} electron
 * @returns {Promise<{ apps: Readonly<Record<AppName, string>>, folder: string, stop: () => Promise<void> }>}
 */
export async function prepareApps(electron) {
  await ensurePackaged(electron);
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'));
  const stop = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    await step('copying Foyer and the floor', async () => {
      const dist = dirname(packagedExecutable());
      for (const name of ['foyer', 'floor']) {
        await cp(dist, join(folder, name), { recursive: true, mode: constants.COPYFILE_FICLONE });
      }
      const resources = join(folder, 'floor', 'resources');
      await rm(join(resources, 'app.asar.unpacked'), { recursive: true, force: true });
      await rm(join(resources, 'app.asar'));
      // Foyer serves its own page by a protocol of its own; the floor's comes by file: out of the asar.
      await flipFuses(join(folder, 'floor', 'foyer'), {
        version: FuseVersion.V1,
        [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
      });
      await createPackage(inRoot('scripts', 'bench', 'floor'), join(resources, 'app.asar'));
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const executable = (/** @type {AppName} */ name) => join(folder, name, 'foyer');
  return { apps: { floor: executable('floor'), foyer: executable('foyer') }, folder, stop };
}
