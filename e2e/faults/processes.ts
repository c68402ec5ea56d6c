import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Foyer } from '../support/foyer.js';

/** A process of the app's that can be killed. */
export type Part = 'gpu' | 'network' | 'inbox' | 'listeners' | 'shell' | { readonly page: string };

/** Gives the process id of a part that runs; undefined where none does. */
export const pidOf = ({ app }: Foyer, part: Part): Promise<number | undefined> =>
  app.evaluate(({ app: electron, webContents }, wanted) => {
    if (typeof wanted === 'object' || wanted === 'shell') {
      const address = typeof wanted === 'object' ? wanted.page : 'app://foyer/';
      const found = webContents.getAllWebContents().find((one) => one.getURL().includes(address));
      // One whose process is gone has none.
      return found === undefined || found.getOSProcessId() === 0 ? undefined : found.getOSProcessId();
    }
    const named = {
      network: 'network.mojom.NetworkService',
      inbox: 'Foyer inbox',
      listeners: 'Foyer listeners',
    };
    return electron
      .getAppMetrics()
      .find(({ type, serviceName, name }) =>
        wanted === 'gpu' ? type === 'GPU' : serviceName === named[wanted] || name === named[wanted],
      )?.pid;
  }, part);

/** `kill -9` of a part; returns when it is gone, and says when it was killed by `performance.now()`. */
export async function killPart(foyer: Foyer, part: Part): Promise<number> {
  const pid = await pidOf(foyer, part);
  if (pid === undefined) throw new Error(`no process of ${JSON.stringify(part)} runs`);
  const killedMs = performance.now();
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid), { intervals: [5] }).toBe(false);
  return killedMs;
}

/** A process that has ended may be there until its parent has heard of it. */
async function isAlive(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return state !== '' && !/\) [ZX] /.test(state);
}
