// @ts-check
import { constants } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'vite';
import { say } from '../lib/output.mjs';
import { inRoot } from '../lib/paths.mjs';
import { startGroup } from '../lib/processes.mjs';
import { sandboxArgs } from '../lib/set-up.mjs';
import { readPssMb, waitUntilQuiet } from './processes.mjs';
import { round } from './stats.mjs';

const entryCount = 200_000;
/** Memory is read so long after the inbox was looked at. */
const settleMs = 10_000;
const restRounds = 3;

/**
 * An app with nothing but the real inbox, on a real Electron.
 * @typedef {{ executable: string, appFolder: string, folder: string, env: NodeJS.ProcessEnv }} Harness
 */

/**
 * Fills an inbox with 200,000 entries and measures it: writing, reading, and the memory it takes beyond an empty one.
 * @param {import('../lib/electron.mjs').Electron} electron @param {NodeJS.ProcessEnv} env @param {string} folder
 * @returns {Promise<Partial<Record<import('./figures.mjs').FigureId, readonly number[]>>>} samples
 */
export async function measureInbox(electron, env, folder) {
  const appFolder = join(folder, 'inbox-app');
  await bundle(appFolder);
  // Its own copy: files that another running Electron shares would make memory look smaller.
  const dist = join(folder, 'inbox-electron');
  await cp(electron.distDir, dist, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const executable = join(dist, basename(electron.executable));
  const full = { executable, appFolder, folder: join(folder, 'inbox-full'), env };
  const empty = { ...full, folder: join(folder, 'inbox-empty') };
  await waitUntilQuiet(8_000);
  const { rounds, count } = await ask(full, 'fill');
  if (count !== entryCount) throw new Error(`${count} entries are in the inbox, ${entryCount} were put in`);
  await waitUntilQuiet(8_000);
  const { pageMs, searchMs } = await ask(full, 'read');
  const restMb = [];
  for (let index = 0; index < restRounds; index += 1) {
    const emptyMb = await readRest(empty);
    const fullMb = await readRest(full);
    say(`at rest: ${round(emptyMb, 1)} MB with an empty inbox, ${round(fullMb, 1)} MB with a full one`);
    restMb.push(round(fullMb - emptyMb, 1));
  }
  const tidy = (/** @type {number[]} */ values) => values.map((value) => round(value));
  return {
    'inbox.searchP95Ms': tidy(searchMs),
    'inbox.firstPageP95Ms': tidy(pageMs),
    'inbox.insertsPerSecond': rounds.map((/** @type {{ perSecond: number }} */ one) =>
      Math.round(one.perSecond),
    ),
    'inbox.mainPauseMs': tidy(rounds.map((/** @type {{ pauseMs: number }} */ one) => one.pauseMs)),
    'inbox.restMb': restMb,
  };
}

/** @param {string} appFolder */
async function bundle(appFolder) {
  await mkdir(appFolder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root: inRoot(),
    build: {
      outDir: appFolder,
      target: 'chrome130',
      lib: { entry: inRoot('scripts/bench/inbox/main.ts'), formats: ['es'], fileName: () => 'main.mjs' },
      rollupOptions: { external: [/^electron/, /^node:/] },
    },
  });
  const about = { name: 'inbox-bench', version: '1.0.0', main: 'main.mjs' };
  await writeFile(join(appFolder, 'package.json'), JSON.stringify(about));
}

/** @param {Harness} harness @param {'fill' | 'read' | 'rest'} task */
function start({ executable, appFolder, folder, env }, task) {
  const mark = `FOYER_BENCH_RUN=inbox-${task}-${Date.now()}`;
  const engine = createRequire(import.meta.url).resolve(`@libsql/linux-${process.arch}-gnu`);
  const own = [`--user-data-dir=${folder}-profile`, '--password-store=basic'];
  const args = [...sandboxArgs(), ...own, appFolder];
  const order = {
    task,
    folder,
    processFile: inRoot('out/main/inbox-process.js'),
    engineFile: engine,
    total: entryCount,
  };
  const group = startGroup(executable, args, {
    env: {
      ...env,
      FOYER_BENCH_RUN: mark.slice(mark.indexOf('=') + 1),
      FOYER_BENCH_INBOX: JSON.stringify(order),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { group, mark };
}

/** The first line that the app answers with. @param {import('node:child_process').ChildProcess} child @returns {Promise<any>} */
async function answerOf(child) {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('ANSWER ')) continue;
    const answer = JSON.parse(line.slice('ANSWER '.length));
    if (answer.problem !== undefined) throw new Error(`the inbox: ${JSON.stringify(answer.problem)}`);
    return answer;
  }
  throw new Error('the inbox gave no answer');
}

/** @param {Harness} harness @param {'fill' | 'read'} task */
async function ask(harness, task) {
  const { group } = start(harness, task);
  try {
    const answer = await answerOf(group.child);
    await group.ended;
    return answer;
  } finally {
    await group.stop();
  }
}

/** Memory of the whole app with the inbox open. @param {Harness} harness */
async function readRest(harness) {
  const { group, mark } = start(harness, 'rest');
  try {
    await answerOf(group.child);
    await delay(settleMs);
    return await readPssMb(group.child.pid ?? 0, mark);
  } finally {
    await group.stop();
    await rm(`${harness.folder}-profile`, { recursive: true, force: true, maxRetries: 3 });
  }
}
