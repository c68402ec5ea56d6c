// @ts-check
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { toSbom } from './sbom.mjs';
import { readPackage, readShipped } from './shipped.mjs';

/**
 * electron-builder's hook once the app's files are together: without its engine the app would start, and keep no inbox.
 * npm installs the engine for its own machine only. Puts the bill of materials beside the app.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string }, info: { framework: { version: string } } } }} context
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
  const sbom = await describePackage(electronPlatformName, packager.info.framework.version);
  await writeFile(join(appOutDir, resources, 'sbom.cdx.json'), sbom);
}

/** @param {string} platform @param {string} electron */
async function describePackage(platform, electron) {
  const app = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  const shipped = await readShipped(inRoot('out'));
  const engines = (await readdir(inRoot('node_modules', '@libsql'))).filter((name) =>
    new RegExp(`^${platform}-.*(?:gnu|msvc|arm64|x64)$`).test(name),
  );
  return toSbom({
    app: { name: app.name, version: app.version, licence: app.license },
    electron,
    shipped: shipped.filter(({ name }) => name !== app.name),
    binaries: await Promise.all(engines.map((name) => readPackage(inRoot('node_modules', '@libsql', name)))),
  });
}
