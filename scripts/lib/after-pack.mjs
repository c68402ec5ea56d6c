// @ts-check
import { access } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * electron-builder's hook once the app's files are together: without its engine the app would start, and keep no inbox.
 * npm installs the engine for its own machine only.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(`${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : 'resources';
  await access(join(appOutDir, resources, 'libsql.node')).catch(() => {
    throw new Error(
      'The engine of the inbox is missing for this system. Run "npm ci --os=… --cpu=…" for the one that is packaged.',
    );
  });
}
