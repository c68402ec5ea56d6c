import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { startStage, type Stage } from '../servers/web/stage.js';
import { launchElectron } from '../support/electron-launch.js';
import { measured } from '../support/shown.js';

/** What is sought: each letter more is found less often, so that each answer can be told from the one before. */
const WORD = 'letterpress';
/** Chromium itself waits 400 ms before it looks for so few letters: more are likely to come. */
const WAITED_FOR = 3;
const ROUNDS = 12;
const PAGE_BYTES = 1_000_000;
const FILE_BYTES = 400_000_000;
const DOWNLOADS = 7;

const PIECE = Buffer.alloc(1_000_000, 'foyer ');

/** A megabyte of what is said in channels, in which every beginning of the word is found another number of times. */
function toText(): string {
  const beginnings = Array.from({ length: WORD.length }, (_, at) => WORD.slice(0, at + 1)).join(' ');
  const said = 'The build is green again, so we can ship on Monday if nobody minds. Who takes the notes? ';
  const part = `${beginnings} ${said.repeat(50)}`;
  return part.repeat(Math.ceil(PAGE_BYTES / part.length));
}
const text = toText();
const timesOf = (sought: string): number => text.split(sought).length - 1;

const routes: Readonly<Record<string, RequestListener>> = {
  '/long.html': (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Long</title>${text.replaceAll('. ', '.<p>')}`);
  },
  '/file': (_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="large.bin"',
      'content-length': FILE_BYTES,
    });
    const left = { bytes: FILE_BYTES };
    const go = (): void => {
      while (left.bytes > 0) {
        left.bytes -= PIECE.length;
        if (!response.write(PIECE)) return void response.once('drain', go);
      }
      response.end();
    };
    go();
  },
};

test('finding in a page of a megabyte, letter by letter', async () => {
  const stage = await startStage({ routes, services: (web) => ({ long: `${web.own}/long.html` }) });
  try {
    await stage.page('long.html');
    const { shell } = stage.foyer;
    await stage.command('command.run', { id: 'find' });
    const field = shell.getByRole('search').getByRole('textbox');
    await expect(field).toBeVisible();
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await field.fill('');
      for (let length = 1; length <= WORD.length; length += 1) {
        const ms = await timeOfLetter(shell, WORD.charAt(length - 1), timesOf(WORD.slice(0, length)));
        if (length > WAITED_FOR) took.push(ms);
      }
    }
    measured(test.info(), 'find.p95Ms', 'foyer', took);
    const bare = await startBare(stage, `${stage.web.own}/long.html`);
    try {
      measured(test.info(), 'find.p95Ms', 'floor', await timesInBare(bare.app));
    } finally {
      await bare.app.close();
    }
  } finally {
    await stage.stop();
  }
});

/** Opens an address in a view of an app that has nothing else, and gives both once it is there. */
async function startBare({ desktop }: Stage, url: string, folder = tmpdir()) {
  const app = await launchElectron({
    args: [join(import.meta.dirname, 'bare')],
    env: { ...desktop.env, BARE_FOLDER: folder, BARE_URL: url },
  });
  const find = (): Page | undefined => app.windows().find((page) => page.url() === url);
  await expect.poll(() => find() !== undefined).toBe(true);
  const page = find();
  if (page === undefined) throw new Error('the bare page went away');
  await page.waitForLoadState();
  return { app, page };
}

/** How long Electron itself takes to find and count what {@link timeOfLetter} waits for, without a picture of it, in ms. */
const timesInBare = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(
    async ({ webContents }, { word, rounds, waitedFor }) => {
      const [page] = webContents.getAllWebContents();
      const timeOf = (sought: string): Promise<number> =>
        new Promise((resolve) => {
          const startMs = performance.now();
          const requestId = page?.findInPage(sought, { findNext: true });
          const heard = (_event: unknown, found: { requestId: number; finalUpdate: boolean }): void => {
            if (found.requestId !== requestId || !found.finalUpdate) return;
            page?.off('found-in-page', heard);
            resolve(performance.now() - startMs);
          };
          page?.on('found-in-page', heard);
        });
      const took: number[] = [];
      for (let round = 0; round < rounds; round += 1)
        for (let length = waitedFor + 1; length <= word.length; length += 1)
          took.push(await timeOf(word.slice(0, length)));
      return took;
    },
    { word: WORD, rounds: ROUNDS, waitedFor: WAITED_FOR },
  );

interface Timed {
  typedAtMs: number;
  seenAtMs: number;
}

/** Types a letter; gives how long it takes from its coming in until so many are said to be found, in ms. */
async function timeOfLetter(shell: Page, letter: string, count: number): Promise<number> {
  await shell.evaluate((wanted) => {
    const timed: Timed = { typedAtMs: 0, seenAtMs: 0 };
    Object.assign(globalThis, { timed });
    document.addEventListener('input', ({ timeStamp }) => (timed.typedAtMs = timeStamp), {
      capture: true,
      once: true,
    });
    const observer = new MutationObserver(() => {
      if (document.querySelector('.find-count')?.textContent?.endsWith(` ${wanted}`) !== true) return;
      observer.disconnect();
      requestAnimationFrame(() => (timed.seenAtMs = performance.now()));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, count.toLocaleString('en'));
  const timed = (): Promise<Timed> =>
    shell.evaluate(() => (globalThis as unknown as { readonly timed: Timed }).timed);
  await shell.keyboard.type(letter);
  await expect.poll(async () => (await timed()).seenAtMs, { timeout: 30_000 }).toBeGreaterThan(0);
  const { typedAtMs, seenAtMs } = await timed();
  return seenAtMs - typedAtMs;
}

test('a download in Foyer, and in a view of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-figure-'));
  const stage = await startStage({
    routes,
    services: (web) => ({ calm: `${web.own}/calm.html?name=calm` }),
    settings: { downloads: { kind: 'folder', folder } },
  });
  const bare = await startBare(stage, `${stage.web.own}/calm.html?name=bare`, folder);
  try {
    const foyerPage = await stage.page('name=calm');
    const ratios: number[] = [];
    for (let round = 0; round <= DOWNLOADS; round += 1) {
      const inFoyer = await timeOfDownload(stage.foyer.app, foyerPage, folder);
      const inBare = await timeOfDownload(bare.app, bare.page, folder);
      // The first of each finds nothing ready.
      if (round > 0) ratios.push(inBare / inFoyer);
    }
    measured(test.info(), 'download.ratio', 'foyer', ratios);
  } finally {
    await bare.app.close();
    await stage.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Follows the link to the file; gives how long that takes until it is whole on the disk, in ms. */
async function timeOfDownload(app: ElectronApplication, page: Page, folder: string): Promise<number> {
  const done = app.evaluate(
    ({ webContents }, part) =>
      new Promise<{ state: string; ms: number }>((resolve) => {
        const found = webContents.getAllWebContents().find((one) => one.getURL().includes(part));
        found?.session.once('will-download', (_event, item) => {
          const startMs = performance.now();
          item.once('done', (_done, state) => resolve({ state, ms: performance.now() - startMs }));
        });
      }),
    'calm.html',
  );
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '/file' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  const { state, ms } = await done;
  if (state !== 'completed') throw new Error(`the download ended as ${state}`);
  for (const name of await readdir(folder)) await rm(join(folder, name));
  return ms;
}
