import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startWeb } from '../servers/web/web-server.js';
import { startDesktop, type Desktop } from './desktop.js';
import { electronBinary } from './electron-binary.js';
import { createProfile, removeProfile } from './foyer.js';
import { connectInspector, type MainInspector } from './main-inspector.js';
import { seedService, writeSeed } from './seed.js';

/** The app with a page that storms in front, another behind, and a calm one; without Playwright in either, which costs main time too. */
export interface StormScene {
  readonly desktop: Desktop;
  readonly main: MainInspector;
  readonly log: () => string;
  /** Has the page storm, and gives how long main's thread stood still at most meanwhile, in ms. */
  readonly storm: (act: string, by?: 'storms' | 'behind') => Promise<number>;
  /** The calm page is heard. */
  readonly goesOn: (during: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The head of a PNG of 60,000 × 60,000 pixels. */
const pictureBomb = Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea60080600000000000000', 'hex');

/**
 * Watches by a timer of 2 ms how long main's thread stands still. What it waited for a processor that others had is not
 * its own: the kernel says how long that was.
 */
const watchPauses = `(() => {
  const fs = process.getBuiltinModule('node:fs');
  const readWaitedMs = () => Number(fs.readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  const seen = { lastMs: performance.now(), waitedMs: readWaitedMs(), longestMs: 0 };
  setInterval(() => {
    const nowMs = performance.now();
    const waitedMs = readWaitedMs();
    seen.longestMs = Math.max(seen.longestMs, nowMs - seen.lastMs - 2 - (waitedMs - seen.waitedMs));
    seen.lastMs = nowMs;
    seen.waitedMs = waitedMs;
  }, 2).unref();
  globalThis.takeLongestPause = () => {
    const { longestMs } = seen;
    seen.longestMs = 0;
    return longestMs;
  };
})()`;

/** Starts it. */
export async function startStormScene(): Promise<StormScene> {
  const [web, desktop, profile] = await Promise.all([
    startWeb({
      // A picture that never ends, and one that unfolds into gigabytes.
      '/endless.png': (_request, response) => {
        response.writeHead(200, { 'content-type': 'image/png' });
        const chunk = Buffer.alloc(65_536);
        const pour = (): void => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', pour);
        pour();
      },
      '/bomb.png': (_request, response) =>
        response.writeHead(200, { 'content-type': 'image/png' }).end(pictureBomb),
    }),
    startDesktop(),
    createProfile(),
  ]);
  const service = (id: string, page: string) =>
    seedService({ id, recipeId: 'website', name: id, url: `${web.own}/${page}` });
  writeSeed(profile, {
    services: [
      service('storms', 'storms.html?name=storms'),
      service('behind', 'storms.html?name=behind'),
      service('calm', 'calm.html?name=calm'),
    ],
    activeServiceId: 'storms',
  });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const root = join(import.meta.dirname, '../..');
  const args = [...sandbox, '--inspect=127.0.0.1:0', root, `--user-data-dir=${profile}`];
  const app = spawn(electronBinary(), args, { env: desktop.env, stdio: ['ignore', 'ignore', 'pipe'] });
  const lines: string[] = [];
  app.stderr.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const log = (): string => lines.join('');
  const address = (): string | undefined => /Debugger listening on (ws:\S+)/.exec(log())?.[1];
  await expect.poll(address).toBeDefined();
  const main = await connectInspector(address() ?? '');
  for (const from of ['storms', 'behind', 'calm'])
    await web.reports.find((one) => one.from === from && one.what === 'loaded', { timeoutMs: 20_000 });
  await main.evaluate(watchPauses);
  return {
    desktop,
    main,
    log,
    storm: async (act, by = 'storms') => {
      const after = web.reports.items.length;
      await main.evaluate('takeLongestPause()');
      web.tell(by, act);
      const { what } = await web.reports.find((one) => one.from === by, { after, timeoutMs: 25_000 });
      expect(what).toBe(`done ${act}`);
      return Number(await main.evaluate('takeLongestPause()'));
    },
    goesOn: async (during) => {
      const news = `news during ${during} ${performance.now()}`;
      web.tell('calm', news);
      await desktop.findNotification((one) => one.title.startsWith(news), 5000);
    },
    stop: async () => {
      main.stop();
      const gone = new Promise((resolve) => app.once('exit', resolve));
      app.kill();
      await gone;
      await Promise.all([desktop.stop(), web.stop(), removeProfile(profile)]);
    },
  };
}
