// @ts-check
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { readArgs } from '../lib/args.mjs';
import { fail, runMain, say, step } from '../lib/output.mjs';
import { figureIds, figures, isMet, toTable } from './figures.mjs';
import { growthFigureIds, isGrowthFigure, measureGrowthFigures } from './grow/measure-growth.mjs';
import { openKeyboard } from './keyboard.mjs';
import { launch } from './launch.mjs';
import { measureAdapters } from './measure-adapters.mjs';
import { measureDiscovery } from './measure-discovery.mjs';
import { measureFigures } from './measure-figures.mjs';
import { measureInbox } from './measure-inbox.mjs';
import { measureMatch } from './measure-match.mjs';
import { measurePolicy } from './measure-policy.mjs';
import { measureSync } from './measure-sync.mjs';
import { measureIdleCpu, measureNotify, measureSwitch } from './measure-live.mjs';
import { measureRounds } from './measure-rounds.mjs';
import { describeMachine, onStage } from './stage.mjs';
import { median, p95, round } from './stats.mjs';
import { createSubjects, prime, windowSize } from './subjects.mjs';

/** @typedef {import('./figures.mjs').FigureId} FigureId */
const cpuWindows = 3;
const notifyCount = 50;
/** For the click that gives the page the keyboard to arrive. */
const focusMs = 500;

await runMain(async () => {
  const args = readArgs(process.argv.slice(2), { values: ['json', 'only', 'rounds', 'switch'] });
  const asked = readAsked(args);
  return onStage(async ({ electron, apps, folder, pageOrigin, desktop }) => {
    const both = args.values['switch'] === undefined ? [] : [`--${args.values['switch']}`];
    const subjects = await createSubjects(apps, pageOrigin, folder, both);
    const rounds = Number(args.values['rounds'] ?? 7);
    const samples = await measure({ asked, electron, apps, subjects, desktop, folder, pageOrigin, rounds });
    const measured = figureIds.flatMap((id) => {
      const found = samples[id];
      if (found === undefined) return [];
      const value = round(summarise(id, found), 3);
      return [{ id, value, unit: figures[id].unit, target: figures[id].target, samples: found }];
    });
    process.stdout.write(`${toTable(measured)}\n`);
    const json = args.values['json'];
    if (json !== undefined) {
      const machine = await describeMachine(electron);
      await writeFile(json, `${JSON.stringify({ machine, figures: measured }, undefined, 2)}\n`);
      say(`wrote ${json}`);
    }
    return measured.every(({ id, value }) => isMet(id, value)) ? 0 : 1;
  });
});

/** What of the samples is the figure. @param {FigureId} id @param {readonly number[]} found */
function summarise(id, found) {
  if (id === 'adapter.attribution') return Math.min(...found);
  if (id === 'adapter.openP95Ms') return Math.max(...found);
  if (/p95Ms$/i.test(id)) return p95(found);
  return id === 'inbox.mainPauseMs' ? Math.max(...found) : median(found);
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
 *   asked: ReadonlySet<FigureId>, electron: import('../lib/electron.mjs').Electron, apps: import('./stage.mjs').Stage['apps'],
 *   subjects: import('./subjects.mjs').Subjects, desktop: import('./stage.mjs').BenchDesktop, folder: string, pageOrigin: string, rounds: number,
 * }} plan
 * @returns {Promise<Partial<Record<FigureId, readonly number[]>>>}
 */
async function measure({ asked, electron, apps, subjects, desktop, folder, pageOrigin, rounds }) {
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
  /** @param {RegExp} group @param {() => Promise<Partial<Record<FigureId, readonly number[]>>>} measureGroup */
  const take = async (group, measureGroup) => {
    const ids = figureIds.filter((id) => group.test(id) && asked.has(id) && !isGrowthFigure(id));
    if (ids.length === 0) return;
    const found = await measureGroup();
    for (const id of ids) samples[id] = found[id] ?? [];
  };
  await take(/^inbox\./, () => measureInbox(electron, env, folder));
  await take(/^adapter\./, () => measureAdapters(electron, env));
  await take(/^switcher\./, () => measureFigures('switcher', electron, env));
  const grown = growthFigureIds.filter((id) => asked.has(id));
  if (grown.length > 0)
    Object.assign(samples, await measureGrowthFigures({ apps, desktop, folder, pageOrigin, rounds }, grown));
  await take(/^asleep\./, () => measureFigures('asleep', electron, env));
  await take(/^match\./, () => measureMatch(folder));
  await take(/^(?:find|download)\./, () => measureFigures('in-page', electron, env));
  await take(/^sync\.converge/, () => measureFigures('sync', electron, env));
  await take(/^sync\.lost/, async () => ({ 'sync.lost': await measureSync(folder) }));
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
