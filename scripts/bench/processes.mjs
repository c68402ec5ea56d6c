// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Clock ticks in a second, as /proc counts processor time on Linux. */
const ticksPerSecond = 100;
const quietCores = 0.35;

/** @typedef {{ pid: number, parent: number, ticks: number }} ProcessStat */

/**
 * Reads one line of /proc/PID/stat. The name is in brackets and may hold anything, brackets too.
 * @param {string} text
 * @returns {ProcessStat}
 */
export function parseStat(text) {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return {
    pid: Number(text.slice(0, text.indexOf(' '))),
    parent: Number(fields[1]),
    ticks: Number(fields[11]) + Number(fields[12]),
  };
}

/**
 * Every process that came from `root`: its children and theirs, and whatever carries `mark` in its environment, since
 * a helper may have left its parent.
 * @param {number} root @param {string} mark
 * @returns {Promise<readonly ProcessStat[]>}
 */
export async function readTree(root, mark) {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = names.map(async (name) => {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
    const environment = await readFile(`/proc/${name}/environ`, 'latin1').catch(() => '');
    return stat === undefined ? [] : [{ ...parseStat(stat), isMarked: environment.includes(mark) }];
  });
  const all = (await Promise.all(read)).flat();
  const found = new Set(all.filter((one) => one.pid === root || one.isMarked).map((one) => one.pid));
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const one of all) if (found.has(one.parent)) found.add(one.pid);
  }
  return all.filter((one) => found.has(one.pid));
}

/**
 * Memory of one process, in MB: what it shares counted by share (PSS), what it alone has (USS), and of that what it wrote
 * itself: the rest are files that it alone maps, until another process maps them too.
 * @typedef {{ pid: number, kind: string, pssMb: number, ussMb: number, writtenMb: number }} ProcessMemory
 */

/**
 * Memory of each process of a tree; its kind is what Chromium calls it, `main` for the first.
 * @param {number} root @param {string} mark
 * @returns {Promise<readonly ProcessMemory[]>}
 */
export async function readMemories(root, mark) {
  const tree = await readTree(root, mark);
  const read = tree.map(async ({ pid }) => {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const sum = (/** @type {RegExp} */ pattern) =>
      [...text.matchAll(pattern)].reduce((mb, [, kilobytes]) => mb + Number(kilobytes) / 1024, 0);
    return {
      pid,
      kind: /--type=([\w-]+)/.exec(command)?.[1] ?? 'main',
      pssMb: sum(/^Pss:\s+(\d+) kB/gm),
      ussMb: sum(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm),
      writtenMb: sum(/^Private_Dirty:\s+(\d+) kB/gm),
    };
  });
  return Promise.all(read);
}

/** The same of the whole tree. @param {number} root @param {string} mark */
export async function readMemoryMb(root, mark) {
  const all = await readMemories(root, mark);
  return {
    pssMb: all.reduce((sum, { pssMb }) => sum + pssMb, 0),
    ussMb: all.reduce((sum, { ussMb }) => sum + ussMb, 0),
    processes: all.length,
  };
}

/** Memory of a process tree, in MB: shared pages counted by share. @param {number} root @param {string} mark */
export const readPssMb = async (root, mark) => (await readMemoryMb(root, mark)).pssMb;

/**
 * Processor time a tree takes over a while, in percent of one core.
 * @param {number} root @param {string} mark @param {number} windowMs
 */
export async function readCpuPercent(root, mark, windowMs) {
  const before = new Map((await readTree(root, mark)).map(({ pid, ticks }) => [pid, ticks]));
  const startMs = performance.now();
  await delay(windowMs);
  const after = await readTree(root, mark);
  const seconds = (performance.now() - startMs) / 1000;
  const ticks = after.reduce((sum, one) => sum + one.ticks - (before.get(one.pid) ?? 0), 0);
  return ((ticks / ticksPerSecond) * 100) / seconds;
}

/** How long all cores together have been busy since the machine started, in s. */
export async function readBusySeconds() {
  const line = (await readFile('/proc/stat', 'utf8')).split('\n', 1)[0] ?? '';
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = line.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softIrq) / ticksPerSecond;
}

/** Processor time a tree has taken since it started, in s. @param {number} root @param {string} mark */
export async function readTreeSeconds(root, mark) {
  return (await readTree(root, mark)).reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerSecond;
}

/** How many cores the whole machine keeps busy over a while. @param {number} windowMs */
async function readBusyCores(windowMs) {
  const before = await readBusySeconds();
  await delay(windowMs);
  return ((await readBusySeconds()) - before) / (windowMs / 1000);
}

/** Waits until the machine has little else to do, at most so long; gives how many cores were still busy. @param {number} patienceMs */
export async function waitUntilQuiet(patienceMs) {
  const startMs = performance.now();
  let busy = await readBusyCores(400);
  while (busy > quietCores && performance.now() - startMs < patienceMs) busy = await readBusyCores(400);
  return busy;
}
