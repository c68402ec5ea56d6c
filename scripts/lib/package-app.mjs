// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { electronVersion } from './electron.mjs';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { fail, step } from './output.mjs';
import { cacheDir, inRoot, rootDir } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Packages the app with electron-builder and leaves the results in dist/.
 * @param {import('./electron.mjs').Electron} electron
 * @param {{ full?: boolean, extraArgs?: readonly string[] }} [options] `full`: this platform's installers too
 */
export async function packageApp(electron, options = {}) {
  await ensureBuilt();
  await withLock(join(cacheDir, 'package.lock.d'), () =>
    step('packaging the app', () => build(electron, options)),
  );
}

/** Packages the app unless that was done already with the present sources. @param {import('./electron.mjs').Electron} electron */
export async function ensurePackaged(electron) {
  const stamp = inRoot('dist', '.foyer-stamp');
  await ensureBuilt();
  const version = await electronVersion(electron);
  const sources = ['out', 'electron-builder.yml', 'package.json', 'package-lock.json', 'resources'].map(
    (name) => inRoot(name),
  );
  const wanted = `${await fingerprint(sources)} ${version}`;
  if ((await readFile(stamp, 'utf8').catch(() => '')) !== wanted) {
    await packageApp(electron);
    await writeFile(stamp, wanted);
  }
}

/** Where electron-builder puts the executable of the unpacked app. */
export function packagedExecutable(platform = process.platform, arch = process.arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') return inRoot('dist', `mac${suffix}`, 'Foyer.app', 'Contents', 'MacOS', 'Foyer');
  if (platform === 'win32') return inRoot('dist', `win${suffix}-unpacked`, 'Foyer.exe');
  return inRoot('dist', `linux${suffix}-unpacked`, 'foyer');
}

/**
 * @param {import('./electron.mjs').Electron} electron
 * @param {{ full?: boolean, extraArgs?: readonly string[] }} options
 */
async function build(electron, options) {
  const version = await electronVersion(electron);
  const cli = fileURLToPath(import.meta.resolve('electron-builder/cli.js'));
  // The electron package's own dist is for this machine's processor only; installers may be asked for others.
  const isDownloadBetter = electron.source === 'download' && options.full;
  const own = isDownloadBetter ? [] : givenElectron(electron.distDir, version);
  const args = [cli, ...(options.full ? [] : ['--dir']), '--publish=never', ...own];
  const env = {
    ...process.env,
    CSC_IDENTITY_AUTO_DISCOVERY: process.env['CSC_IDENTITY_AUTO_DISCOVERY'] ?? 'false',
  };
  const result = await run(process.execPath, [...args, ...(options.extraArgs ?? [])], { cwd: rootDir, env });
  if (result.code === 0) return;
  process.stderr.write(result.output);
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|getaddrinfo|fetch failed|no such host/.test(
    result.output,
  );
  fail(
    'Packaging failed',
    isOffline && options.full
      ? 'Installers need helper tools from github.com: make it reachable, or leave --full out.'
      : 'Correct what is named above and try again.',
  );
}

/** Without these electron-builder asks github.com for an Electron. @param {string} distDir @param {string} version */
function givenElectron(distDir, version) {
  const hook = fileURLToPath(import.meta.resolve('./after-extract.mjs'));
  return [
    `--config.electronDist=${distDir}`,
    `--config.electronVersion=${version}`,
    `--config.afterExtract=${hook}`,
  ];
}
