import { expect } from '@playwright/test';
import { startWeb } from '../servers/web/web-server.js';
import { startDesktop, type Desktop } from './desktop.js';
import { startAlone } from './electron-launch.js';
import { createProfile, removeProfile } from './foyer.js';
import { connectInspector, type MainInspector } from './main-inspector.js';
import { seedService, writeSeed } from './seed.js';

/** The longest that main's thread did not come to its timers, in ms. */
export interface Pause {
  /** By the clock, less what it waited for a processor that others had. */
  readonly pauseMs: number;
  /** What it worked meanwhile: other programs of a busy machine change nothing of it. */
  readonly workMs: number;
}

/** The app with a page that storms in front, another behind, and a calm one; without Playwright in either, which costs main time too. */
export interface StormScene {
  readonly desktop: Desktop;
  readonly main: MainInspector;
  readonly log: () => string;
  /** Has the page storm, and gives how main's thread bore it. */
  readonly storm: (act: string, by?: 'storms' | 'behind') => Promise<Pause>;
  /** Paths that were asked for so far. */
  readonly asked: () => readonly string[];
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
  const read = () => fs.readFileSync('/proc/self/schedstat', 'utf8').split(' ').map((one) => Number(one) / 1e6);
  const seen = { lastMs: performance.now(), last: read(), pauseMs: 0, workMs: 0 };
  setInterval(() => {
    const nowMs = performance.now();
    const now = read();
    seen.pauseMs = Math.max(seen.pauseMs, nowMs - seen.lastMs - 2 - (now[1] - seen.last[1]));
    seen.workMs = Math.max(seen.workMs, now[0] - seen.last[0]);
    seen.lastMs = nowMs;
    seen.last = now;
  }, 2).unref();
  globalThis.takeLongestPause = () => {
    const { pauseMs, workMs } = seen;
    Object.assign(seen, { pauseMs: 0, workMs: 0 });
    return { pauseMs, workMs };
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
    seedService({
      id,
      recipeId: 'website',
      name: id,
      url: `${web.own}/${page}`,
      icon: { kind: 'site' },
    });
  writeSeed(profile, {
    services: [
      service('storms', 'storms.html?name=storms'),
      service('behind', 'storms.html?name=behind'),
      service('calm', 'calm.html?name=calm'),
    ],
    activeServiceId: 'storms',
  });
  const { log, stop } = startAlone({ env: desktop.env, profile, args: ['--inspect=127.0.0.1:0'] });
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
      return (await main.evaluate('takeLongestPause()')) as Pause;
    },
    asked: () => web.requests.items,
    goesOn: async (during) => {
      const news = `news during ${during} ${performance.now()}`;
      web.tell('calm', news);
      await desktop.findNotification((one) => one.title.startsWith(news), 5000);
    },
    stop: async () => {
      main.stop();
      await stop();
      await Promise.all([desktop.stop(), web.stop(), removeProfile(profile)]);
    },
  };
}
