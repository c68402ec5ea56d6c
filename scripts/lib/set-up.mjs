// @ts-check
import process from 'node:process';
import { needsVirtualDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { checkNode, ensurePackages, ensureServerPackages } from './packages.mjs';
import { ensureSystemLibs } from './system-libs.mjs';

/**
 * Everything that must be there before the app can run: packages, system libraries, an Electron.
 * Quick when it is all there; what is not is brought at the same time, for it comes from different places.
 * @param {import('./system-libs.mjs').Purpose} purpose
 * @returns {Promise<import('./electron.mjs').Electron>}
 */
export async function setUp(purpose) {
  checkNode();
  const [electron] = await allOrFirstProblem([
    // Putting an Electron together takes packages.
    ensurePackages().then(ensureElectron),
    ensureSystemLibs(purpose, { needsDisplay: needsVirtualDisplay() }),
    purpose === 'start' ? undefined : ensureServerPackages(),
  ]);
  return electron;
}

/**
 * Waits for all to come to their end before it throws: half an installation is left behind by none.
 * @template {readonly unknown[]} Works @param {readonly [...Works]} works
 * @returns {Promise<{ -readonly [Index in keyof Works]: Awaited<Works[Index]> }>}
 */
async function allOrFirstProblem(works) {
  await Promise.allSettled(works);
  return Promise.all(works);
}

/**
 * The environment in which every tool finds this Electron: the `electron` package, Playwright and electron-vite.
 * @param {import('./electron.mjs').Electron} electron @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function electronEnv(electron, env = process.env) {
  return { ...env, ELECTRON_OVERRIDE_DIST_PATH: electron.distDir, ELECTRON_EXEC_PATH: electron.executable };
}

/** Chromium refuses to run its sandbox as root, and must have it as anybody else. */
export function sandboxArgs(uid = process.getuid?.()) {
  return uid === 0 ? ['--no-sandbox'] : [];
}
