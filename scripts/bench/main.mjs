// @ts-check
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus, release, setPriority, totalmem } from 'node:os';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { readArgs } from '../lib/args.mjs';
import { electronVersion } from '../lib/electron.mjs';
import { fail, runMain, say, step } from '../lib/output.mjs';
import { onEnd } from '../lib/processes.mjs';
import { setUp } from '../lib/set-up.mjs';
import { prepareApps } from './apps.mjs';
import { figureIds, figures, isMet, toTable } from './figures.mjs';
import { openKeyboard } from './keyboard.mjs';
import { launch } from './launch.mjs';
import { measureAdapters } from './measure-adapters.mjs';
import { measureDiscovery } from './measure-discovery.mjs';
import { measureFigures } from './measure-figures.mjs';
import { measureInbox } from './measure-inbox.mjs';
import { measureMatch } from './measure-match.mjs';
import { measurePolicy } from './measure-policy.mjs';
import { measureIdleCpu, measureNotify, measureSwitch } from './measure-live.mjs';
import { measureRounds } from './measure-rounds.mjs';
import { startStaticPage } from './static-page.mjs';
import { median, p95, round } from './stats.mjs';
import { createSubjects, prime, windowSize } from './subjects.mjs';

/** @typedef {import('./figures.mjs').FigureId} FigureId */
const cpuWindows = 3;
const notifyCount = 50;
/** For the click that gives the page the keyboard to arrive. */
const focusMs = 500;

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { values: ['json', 'only', 'rounds'] });
  const asked = readAsked(args);
  if (process.platform !== 'linux') fail('The benchmark reads /proc', 'Run it on Linux.');
  goFirst();
  const electron = await setUp('demo');
  /** @type {(() => unknown)[]} */
  const undo = [];
  /** @param {() => unknown} work */
  const finallyDo = (work) => undo.push(onEnd(work), work);
  try {
    const { apps, folder, stop } = await prepareApps(electron);
    finallyDo(stop);
    const page = await startStaticPage();
    finallyDo(page.stop);
    const { startDesktop } = await tsImport('../../e2e/support/desktop.ts', import.meta.url);
    const desktop = await step('starting a desktop', () => startDesktop({ size: '1280x800' }));
    finallyDo(() => desktop.stop());
    const subjects = await createSubjects(apps, page.origin, folder);
    const samples = await measure({
      asked,
      electron,
      subjects,
      desktop,
      folder,
      rounds: Number(args.values['rounds'] ?? 7),
    });
    const measured = figureIds.flatMap((id) => {
      const found = samples[id];
      if (found === undefined) return [];
      const value = round(summarise(id, found), 3);
      return [{ id, value, unit: figures[id].unit, target: figures[id].target, samples: found }];
    });
    process.stdout.write(`${toTable(measured)}\n`);
    const json = args.values['json'];
    if (json !== undefined) {
      const machine = await describeMachine(await electronVersion(electron));
      await writeFile(json, `${JSON.stringify({ machine, figures: measured }, undefined, 2)}\n`);
      say(`wrote ${json}`);
    }
    return measured.every(({ id, value }) => isMet(id, value)) ? 0 : 1;
  } finally {
    for (const work of undo.toReversed()) await work();
  }
});

/** What of the samples is the figure. @param {FigureId} id @param {readonly number[]} found */
function summarise(id, found) {
  if (id === 'adapter.attribution') return Math.min(...found);
  if (id === 'adapter.openP95Ms') return Math.max(...found);
  if (/p95Ms$/i.test(id)) return p95(found);
  return id === 'inbox.mainPauseMs' ? Math.max(...found) : median(found);
}

/** Where it is allowed, what is started from here goes before the other work of the machine: floor and Foyer alike. */
function goFirst() {
  try {
    setPriority(-10);
  } catch {
    // Only root may.
  }
}

/** @param {ReturnType<typeof readArgs>} args @returns {ReadonlySet<FigureId>} */
function readAsked(args) {
  const { only, rounds = '7' } = args.values;
  const wanted = only?.split(',') ?? figureIds;
  const unknown = wanted.find((id) => !figureIds.some((known) => known === id)) ?? args.rest[0];
  if (args.problem !== undefined) fail(args.problem, 'Use --json FILE, --only ID,ID or --rounds N.');
  if (unknown !== undefined) fail(`There is no figure "${unknown}"`, `Choose of ${figureIds.join(', ')}.`);
  if (!/^[1-9]\d?$/.test(rounds)) fail(`--rounds ${rounds} is no number of rounds`, 'Give one from 1 to 99.');
  return new Set(figureIds.filter((id) => wanted.includes(id)));
}

/**
 * @param {{
 *   asked: ReadonlySet<FigureId>, electron: import('../lib/electron.mjs').Electron, subjects: import('./subjects.mjs').Subjects, folder: string, rounds: number,
 *   desktop: import('./measure-live.mjs').NotificationDesktop & { env: NodeJS.ProcessEnv },
 * }} plan
 * @returns {Promise<Partial<Record<FigureId, readonly number[]>>>}
 */
async function measure({ asked, electron, subjects, desktop, folder, rounds }) {
  const { env } = desktop;
  /** @type {Partial<Record<FigureId, readonly number[]>>} */
  const samples = {};
  if (asked.has('startup.ratio') || asked.has('memory.empty.ratio')) {
    await step('priming', () => prime(subjects.empty, env, folder));
    const withMemory = asked.has('memory.empty.ratio');
    const found = await measureRounds(subjects.empty, env, folder, { rounds, withMemory });
    if (asked.has('startup.ratio')) samples['startup.ratio'] = found.startRatios;
    if (withMemory) samples['memory.empty.ratio'] = found.pssRatios;
  }
  const live = /** @type {const} */ (['idle.cpu.percent', 'notify.p95Ms', 'switch.p95Ms']).filter((id) =>
    asked.has(id),
  );
  if (live.length > 0 || asked.has('memory.five.ratio')) {
    await step('priming with five services', () => prime(subjects.five, env, folder));
  }
  if (asked.has('memory.five.ratio')) {
    const found = await measureRounds(subjects.five, env, folder, { rounds, withMemory: true });
    samples['memory.five.ratio'] = found.pssRatios;
  }
  if (asked.has('discovery.p95Ms'))
    samples['discovery.p95Ms'] = await measureDiscovery(subjects.empty.foyer, env, folder);
  if (asked.has('policy.perSecond')) samples['policy.perSecond'] = await measurePolicy(folder);
  /** @param {string} start @param {() => Promise<Partial<Record<FigureId, readonly number[]>>>} measureGroup */
  const take = async (start, measureGroup) => {
    const ids = figureIds.filter((id) => id.startsWith(start) && asked.has(id));
    if (ids.length === 0) return;
    const found = await measureGroup();
    for (const id of ids) samples[id] = found[id] ?? [];
  };
  await take('inbox.', () => measureInbox(electron, env, folder));
  await take('adapter.', () => measureAdapters(electron, env));
  await take('switcher.', () => measureFigures('switcher', electron, env));
  await take('asleep.', () => measureFigures('asleep', electron, env));
  await take('match.', () => measureMatch(folder));
  if (live.length === 0) return samples;
  const running = await launch(subjects.five.foyer, env, folder);
  try {
    if (asked.has('idle.cpu.percent'))
      samples['idle.cpu.percent'] = await measureIdleCpu(running, cpuWindows);
    if (asked.has('switch.p95Ms')) {
      const keyboard = await openKeyboard(env['DISPLAY'] ?? '', windowSize);
      await delay(focusMs);
      samples['switch.p95Ms'] = await measureSwitch(running, keyboard);
      keyboard.close();
    }
    if (asked.has('notify.p95Ms'))
      samples['notify.p95Ms'] = await measureNotify(running, desktop, notifyCount);
  } finally {
    await running.stop();
  }
  return samples;
}

/** @param {string} electron */
async function describeMachine(electron) {
  const [cpu] = cpus();
  const { stdout } = await promisify(execFile)('git', ['rev-parse', '--short', 'HEAD']).catch(() => ({
    stdout: '',
  }));
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} x ${cpu?.model.trim()}, ${memoryGb} GB, Linux ${release()}, Electron ${electron}, Foyer ${stdout.trim()}`;
}
