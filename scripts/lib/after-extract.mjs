// @ts-check
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * electron-builder's hook between copying Electron and adding the app: takes out what a packaged app must not have.
 * electron-builder does so itself only for an Electron that it downloaded.
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export async function afterExtract({ appOutDir, electronPlatformName }) {
  const resources =
    electronPlatformName === 'darwin' ? join('Electron.app', 'Contents', 'Resources') : 'resources';
  // On macOS only what is in the app goes along with it.
  if (electronPlatformName === 'darwin') {
    for (const name of ['LICENSE', 'LICENSES.chromium.html'])
      await copyFile(join(appOutDir, name), join(appOutDir, resources, name)).catch(() => undefined);
  }
  await rm(join(appOutDir, resources, 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
}
