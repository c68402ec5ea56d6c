import { expect } from '@playwright/test';
import { PROJECTION_CHANNEL } from '../../electron/core/ipc/contract';
import { serviceChannels } from '../../electron/core/ipc/service-limits';
import type { Foyer } from './foyer.js';

/** What went over main's borders, from one moment on. */
export interface BorderCounts {
  /** What pages said. */
  readonly fromPages: number;
  /** What main sent its window, and how many bytes, of which what differs from run to run is not counted. */
  readonly toShell: number;
  readonly bytes: number;
  /** Changes of the state. */
  readonly changes: number;
}

/** Counts in main. */
export interface BorderWatch {
  /** Does something, waits until main has been quiet for a while, and gives what it came to. */
  readonly during: (act: () => Promise<unknown>) => Promise<BorderCounts>;
}

interface Counted {
  fromPages: number;
  toShell: number;
  bytes: number;
  revision: number;
  lastMs: number;
}

/** Nothing that belongs to a message comes so long after what came before it: reports of channels take longest. */
const QUIET_MS = 400;

/** Starts counting. */
export async function watchBorders({ app }: Foyer): Promise<BorderWatch> {
  await app.evaluate(
    ({ ipcMain, webContents }, [said, pushed]) => {
      const counted: Counted = { fromPages: 0, toShell: 0, bytes: 0, revision: 0, lastMs: performance.now() };
      ipcMain.on(said, () => {
        counted.fromPages += 1;
        counted.lastMs = performance.now();
      });
      const shell = webContents.getAllWebContents().find((one) => one.getURL().startsWith('app:'));
      if (shell === undefined) throw new Error('there is no window');
      const send = shell.send.bind(shell);
      // Ids made up anew and numbers (times, ports, revisions) are of one length here; memory is told when it is looked at.
      const steady = (value: unknown): string =>
        JSON.stringify(value)
          .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
          .replaceAll(/\d+(?:\.\d+)?/g, '0')
          .replaceAll('"memoryBytes":0,', '');
      shell.send = (channel: string, ...values: unknown[]) => {
        counted.toShell += 1;
        counted.lastMs = performance.now();
        if (channel === pushed) {
          counted.bytes += steady(values[0]).length;
          counted.revision = (values[0] as { readonly revision: number }).revision;
        }
        send(channel, ...values);
      };
      Reflect.set(globalThis, 'foyerCounted', counted);
    },
    [serviceChannels.message, PROJECTION_CHANNEL] as const,
  );
  const read = () =>
    app.evaluate(() => {
      const counted = Reflect.get(globalThis, 'foyerCounted') as Counted;
      return { ...counted, quietMs: performance.now() - counted.lastMs };
    });
  const readQuiet = async () => {
    await expect
      .poll(async () => (await read()).quietMs, { timeout: 20_000, intervals: [50] })
      .toBeGreaterThan(QUIET_MS);
    return read();
  };
  const last = { read: await readQuiet() };
  return {
    during: async (act) => {
      const before = last.read;
      await act();
      const after = await readQuiet();
      last.read = after;
      return {
        fromPages: after.fromPages - before.fromPages,
        toShell: after.toShell - before.toShell,
        bytes: after.bytes - before.bytes,
        changes: before.revision === 0 ? 0 : after.revision - before.revision,
      };
    },
  };
}

/** How many processes there are: pages (the window's own among them), and those of Foyer's own. */
export const countProcesses = ({ app }: Foyer): Promise<{ readonly pages: number; readonly own: number }> =>
  app.evaluate(({ app: electron }) => {
    const all = electron.getAppMetrics();
    return {
      pages: all.filter(({ type }) => type === 'Tab').length,
      own: all.filter(({ serviceName }) => serviceName === 'node.mojom.NodeService').length,
    };
  });
