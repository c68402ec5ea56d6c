// @ts-check
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import builder from 'electron-builder';
import { inRoot } from './paths.mjs';
import { checkSbom } from './sbom-schema.mjs';
import { toSbom } from './sbom.mjs';
import { readPackage, readShipped } from './shipped.mjs';

/**
 * electron-builder's hook once the app's files are together: without its engine the app would start, and keep no inbox.
 * npm installs the engine for its own machine only. Puts the bill of materials beside the app; no package is made with one
 * that nobody could read.
 * @param {{ appOutDir: string, electronPlatformName: string, arch: number, packager: { appInfo: { productFilename: string }, info: { framework: { version: string } } } }} context
 */
export async function afterPack({ appOutDir, electronPlatformName, arch, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(`${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : 'resources';
  await access(join(appOutDir, resources, 'libsql.node')).catch(() => {
    throw new Error(
      'The engine of the inbox is missing for this system. Run "npm ci --os=… --cpu=…" for the one that is packaged.',
    );
  });
  const engines = engineNames(electronPlatformName, builder.Arch[arch] ?? '');
  const sbom = await describePackage(engines, packager.info.framework.version);
  await checkSbom(sbom);
  await writeFile(join(appOutDir, resources, 'sbom.cdx.json'), sbom);
}

/**
 * Packages of the inbox's engine that are in the package for a system, as `electron-builder.yml` takes them.
 * @param {string} platform @param {string} arch
 */
export function engineNames(platform, arch) {
  const archs = arch === 'universal' ? ['arm64', 'x64'] : [arch];
  const ending = { linux: '-gnu', win32: '-msvc' }[platform] ?? '';
  return archs.map((one) => `@libsql/${platform}-${one}${ending}`);
}

/** @param {readonly string[]} engines @param {string} electron */
async function describePackage(engines, electron) {
  const app = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  const lock = JSON.parse(await readFile(inRoot('package-lock.json'), 'utf8'));
  const integrity = toIntegrity(lock);
  /** @param {import('./shipped.mjs').Shipped} one */
  const withIntegrity = (one) => ({ ...one, integrity: integrity.get(`${one.name}@${one.version}`) ?? '' });
  const shipped = await readShipped(inRoot('out'));
  const binaries = await Promise.all(engines.map((name) => readPackage(inRoot('node_modules', name))));
  return toSbom({
    app: { name: app.name, version: app.version, licence: app.license },
    electron,
    shipped: shipped.filter(({ name }) => name !== app.name).map(withIntegrity),
    binaries: binaries.map(withIntegrity),
  });
}

/**
 * What each package of a lock file was when it was chosen, by `name@version`.
 * @param {{ packages: Readonly<Record<string, { version?: string, integrity?: string }>> }} lock
 * @returns {ReadonlyMap<string, string>}
 */
export const toIntegrity = ({ packages }) =>
  new Map(
    Object.entries(packages).map(([path, { version, integrity = '' }]) => [
      `${path.split('node_modules/').at(-1)}@${version}`,
      integrity,
    ]),
  );
