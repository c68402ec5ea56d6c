import { readdir } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { partitionOf } from '../../electron/core/model/service';
import { readMemories, readTree } from '../../scripts/bench/processes.mjs';
import type { Company } from './company.js';
import type { Foyer } from './foyer.js';
import { countProcesses } from './main-counts.js';

/** What of a Foyer at rest may be left behind by what it did before. */
export interface Leftovers {
  /** What its processes wrote: files that they map are shared or not as other processes come and go. */
  readonly memoryMb: number;
  readonly processes: number;
  /** Open files, sockets and pipes of all processes. */
  readonly files: number;
  readonly views: number;
  /** Timers of main. */
  readonly timers: number;
  /** Who listens to anything of Electron's in main. */
  readonly listeners: number;
  /** Lines open at the server. */
  readonly sockets: number;
}

/** What was read, and whose the memory is. */
export interface LeftoversRead {
  readonly leftovers: Leftovers;
  /** The same of each process, in words. */
  readonly byProcess: readonly string[];
}

/** A page's process ends a while after its page. */
const PATIENCE = { timeout: 30_000, intervals: [250] };

/** Collects rubbish, waits until there are so many processes of pages and nothing changes any more, and reads it. */
export async function readLeftovers(
  foyer: Foyer,
  { chat, users }: Company,
  pages: number,
): Promise<LeftoversRead> {
  const { app, shell, profile } = foyer;
  const pid = app.process().pid ?? 0;
  await expect.poll(async () => (await countProcesses(foyer)).pages, PATIENCE).toBe(pages);
  // Those that are kept for the next request come and go.
  await app.evaluate(
    ({ session }, partitions) =>
      Promise.all(partitions.map((one) => session.fromPartition(one).closeAllConnections())),
    users.map(partitionOf),
  );
  const seen = { before: -1 };
  await expect
    .poll(async () => {
      const tree = await readTree(pid, profile);
      const now = (await countFiles(tree.map((one) => one.pid))).reduce((sum, count) => sum + count, 0);
      const isSteady = now === seen.before;
      seen.before = now;
      return isSteady;
    }, PATIENCE)
    .toBe(true);
  await app.evaluate(collect);
  const main = await app.evaluate(
    async ({ app: electron, ipcMain, powerMonitor, nativeTheme, screen, session, webContents }) => {
      const views = webContents.getAllWebContents();
      const emitters = [
        electron,
        ipcMain,
        powerMonitor,
        nativeTheme,
        screen,
        session.defaultSession,
        ...views,
      ];
      const listeners = emitters.flatMap((one) =>
        one.eventNames().map((name) => one.listenerCount(name as 'foo')),
      );
      return {
        views: views.length,
        timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
        listeners: listeners.reduce((sum, count) => sum + count, 0),
      };
    },
  );
  await shell.evaluate(collect);
  // One that has ended and is not yet cleared away has nothing any more.
  const memories = (await readMemories(pid, profile)).filter(({ writtenMb }) => writtenMb > 0);
  const files = await countFiles(memories.map((one) => one.pid));
  return {
    leftovers: {
      memoryMb: memories.reduce((sum, one) => sum + one.writtenMb, 0),
      processes: memories.length,
      files: files.reduce((sum, count) => sum + count, 0),
      ...main,
      sockets: chat.instances.reduce((sum, one) => sum + one.socketCount(), 0),
    },
    byProcess: memories.map(
      ({ kind, writtenMb }, index) => `${kind} ${writtenMb.toFixed(1)} MB ${files[index]} files`,
    ),
  };
}

/** Where Electron was started with `--js-flags=--expose-gc`. */
const collect = (): void => {
  for (let turn = 0; turn < 3; turn += 1) (globalThis as unknown as { gc?: () => void }).gc?.();
};

/** Open files of each process. */
const countFiles = (pids: readonly number[]): Promise<readonly number[]> =>
  Promise.all(pids.map(async (pid) => (await readdir(`/proc/${pid}/fd`).catch(() => [])).length));
