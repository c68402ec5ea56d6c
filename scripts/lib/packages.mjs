// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { withLock } from './lock.mjs';
import { fail, step } from './output.mjs';
import { cacheDir, inRoot, rootDir } from './paths.mjs';
import { lastLine, run } from './run.mjs';

/** What npm's lock files say about one installed package. @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockEntry */
/** @typedef {{ packages?: Record<string, LockEntry> }} LockFile */

/** Installs the project's own packages when they are missing or not those of the lock file. */
export async function ensurePackages() {
  checkNode();
  await ensureInstalled(rootDir, 'installing packages (npm ci)');
}

/** Installs the packages of the chat servers, which only the tests and the demo need. */
export async function ensureServerPackages() {
  const dir = inRoot('e2e', 'servers');
  if (existsSync(join(dir, 'package-lock.json')))
    await ensureInstalled(dir, 'installing the chat servers (npm ci)');
}

/** Installs what reads our source for Electron's known mistakes, which only that check needs. */
export async function ensureScannerPackages() {
  await ensureInstalled(inRoot('scripts', 'electronegativity'), 'installing Electronegativity (npm ci)');
}

/** @param {string} [version] */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node ${version} is too old`, 'Install Node 20.19 or newer and try again.');
}

/** @param {string} dir @param {string} title */
async function ensureInstalled(dir, title) {
  if (await isFresh(dir)) return;
  await withLock(
    join(cacheDir, `npm-${createHash('sha256').update(dir).digest('hex').slice(0, 8)}.lock`),
    async () => {
      if (await isFresh(dir)) return;
      await step(title, () => npmCi(dir));
      await writeFile(stampFile(dir), await lockHash(dir));
    },
    { title },
  );
}

/** @param {string} dir */
async function npmCi(dir) {
  const result = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: dir });
  if (result.code === 0) return;
  const { reason, whatToDo } = explainNpm(result.output);
  fail(`"npm ci" failed in ${dir} (${reason})`, whatToDo);
}

/** What npm's messages come down to. @param {string} output */
export function explainNpm(output) {
  const lines = [...output.matchAll(/^npm error (?!code |errno |syscall |A complete log)(.*\S.*)$/gm)];
  const reason = lines[0]?.[1] ?? lastLine(output);
  if (/^npm error code EUSAGE$/m.test(output)) {
    return { reason, whatToDo: 'Run "npm install" there and try again.' };
  }
  if (/^npm error code ENOSPC$/m.test(output))
    return { reason, whatToDo: 'Free some disk space and try again.' };
  return { reason, whatToDo: 'Check that the npm registry can be reached ("npm ping") and try again.' };
}

/** @param {string} dir */
const stampFile = (dir) => join(dir, 'node_modules', '.foyer-stamp');

/** @param {string} dir */
async function lockHash(dir) {
  return createHash('sha256')
    .update(await readFile(join(dir, 'package-lock.json')))
    .digest('hex');
}

/** @param {string} dir */
async function isFresh(dir) {
  try {
    const hash = await lockHash(dir);
    const stamp = await readFile(stampFile(dir), 'utf8').catch(() => '');
    if (stamp === hash) return true;
    // Somebody ran "npm install" by hand: what is there may well be right.
    const [wanted, found] = await Promise.all(
      ['package-lock.json', 'node_modules/.package-lock.json'].map(async (name) =>
        JSON.parse(await readFile(join(dir, name), 'utf8')),
      ),
    );
    if (!agrees(wanted, found)) return false;
    await writeFile(stampFile(dir), hash);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether what npm installed is what the lock file asks for. Optional packages may be absent: they can be for other systems.
 * @param {LockFile} wanted the project's package-lock.json @param {LockFile} found npm's own record in node_modules
 */
export function agrees(wanted, found) {
  const have = found.packages ?? {};
  const all = Object.entries(wanted.packages ?? {}).filter(([path, entry]) => path !== '' && !entry.link);
  return (
    all.length > 0 &&
    all.every(([path, entry]) => {
      const installed = have[path];
      if (!installed) return entry.optional === true;
      return installed.version === entry.version && installed.integrity === entry.integrity;
    })
  );
}
