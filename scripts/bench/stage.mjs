// @ts-check
import { execFile } from 'node:child_process';
import { cpus, release, setPriority, totalmem } from 'node:os';
import process from 'node:process';
import { promisify } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { electronVersion } from '../lib/electron.mjs';
import { fail, step } from '../lib/output.mjs';
import { onEnd } from '../lib/processes.mjs';
import { setUp } from '../lib/set-up.mjs';
import { prepareApps } from './apps.mjs';
import { startStaticPage } from './static-page.mjs';

/** @typedef {import('./measure-live.mjs').NotificationDesktop & import('./grow/measure-living.mjs').Desktop & { env: NodeJS.ProcessEnv }} BenchDesktop */
/**
 * What all measuring needs: the packed apps, a page to host, a desktop of its own.
 * @typedef {{
 *   electron: import('../lib/electron.mjs').Electron,
 *   apps: Readonly<Record<import('./apps.mjs').AppName, string>>,
 *   folder: string,
 *   pageOrigin: string,
 *   desktop: BenchDesktop,
 * }} Stage
 */

/**
 * Sets it up, lets work be done there, and takes it down again, also when a signal ends it.
 * @template T
 * @param {(stage: Stage) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onStage(work) {
  if (process.platform !== 'linux') fail('The benchmark reads /proc', 'Run it on Linux.');
  goFirst();
  const electron = await setUp('demo');
  /** @type {(() => unknown)[]} */
  const undo = [];
  const finallyDo = (/** @type {() => unknown} */ one) => undo.push(onEnd(one), one);
  try {
    const { apps, folder, stop } = await prepareApps(electron);
    finallyDo(stop);
    const page = await startStaticPage();
    finallyDo(page.stop);
    const { startDesktop } = await tsImport('../../e2e/support/desktop.ts', import.meta.url);
    const desktop = await step('starting a desktop', () =>
      startDesktop({ size: '1280x800', hasKeyRing: true }),
    );
    finallyDo(() => desktop.stop());
    return await work({ electron, apps, folder, pageOrigin: page.origin, desktop });
  } finally {
    for (const one of undo.toReversed()) await one();
  }
}

/** Where it is allowed, what is started from here goes before the other work of the machine: floor and Foyer alike. */
function goFirst() {
  try {
    setPriority(-10);
  } catch {
    // Only root may.
  }
}

/** On what it is measured, in one line. @param {import('../lib/electron.mjs').Electron} electron */
export async function describeMachine(electron) {
  const version = await electronVersion(electron);
  const [cpu] = cpus();
  const { stdout } = await promisify(execFile)('git', ['rev-parse', '--short', 'HEAD']).catch(() => ({
    stdout: '',
  }));
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} x ${cpu?.model.trim()}, ${memoryGb} GB, Linux ${release()}, Electron ${version}, Foyer ${stdout.trim()}`;
}
