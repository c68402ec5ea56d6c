import type { Page } from '@playwright/test';

/** When rows were painted, and when the key came before them, in ms of the clock. */
export interface Painted {
  readonly atMs: number;
  readonly keyMs: number;
}

/** What is put into the page. */
interface Watch {
  readonly await: (query: string) => void;
  readonly painted: (query: string) => Promise<Painted>;
  readonly startFrames: () => void;
  readonly missedFrames: () => number;
}

/** The way to it from here. */
export interface RowsWatch {
  /** Does something that has rows painted for that, and tells when they were: after the frame that shows them. */
  readonly painted: (query: string, act: () => Promise<void>) => Promise<Painted>;
  /** Counts frames that come later than two of them take, which keeps the page drawing. */
  readonly startFrames: () => Promise<void>;
  readonly missedFrames: () => Promise<number>;
}

/**
 * Watches the rows of a switcher. It asks for no frame before there is something new to be painted: a page that draws
 * all the time paints at the beat of the screen, one at rest at once.
 */
export async function watchRows(page: Page): Promise<RowsWatch> {
  await page.evaluate(() => {
    const now = (): number => performance.timeOrigin + performance.now();
    const rows: { query: string | undefined } = { query: undefined };
    const key = { atMs: 0 };
    const frames = { isOn: false, lastMs: 0, missed: 0 };
    const waiting = new Map<
      string,
      { readonly promise: Promise<Painted>; readonly resolve: (painted: Painted) => void }
    >();
    const look = (): void => {
      const query = document.querySelector<HTMLElement>('.switcher-list')?.dataset['query'];
      if (query === rows.query) return;
      rows.query = query;
      const resolve = query === undefined ? undefined : waiting.get(query)?.resolve;
      if (resolve === undefined) return;
      const { atMs: keyMs } = key;
      requestAnimationFrame(() => {
        // A message from within the frame comes after it is painted.
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve({ atMs: now(), keyMs }));
        channel.port1.start();
        channel.port2.postMessage(undefined);
      });
    };
    const wanted = { subtree: true, childList: true, attributeFilter: ['data-query'] };
    new MutationObserver(look).observe(document, wanted);
    addEventListener('keydown', ({ timeStamp }) => (key.atMs = performance.timeOrigin + timeStamp), true);
    const tick = (atMs: number): void => {
      if (!frames.isOn) return;
      if (frames.lastMs > 0)
        frames.missed += Math.max(0, Math.round((atMs - frames.lastMs) / (1000 / 60)) - 1);
      frames.lastMs = atMs;
      requestAnimationFrame(tick);
    };
    const watch: Watch = {
      await: (query) => {
        const resolvers = { resolve: (_painted: Painted): void => undefined };
        const promise = new Promise<Painted>((resolve) => Object.assign(resolvers, { resolve }));
        waiting.set(query, { promise, resolve: (found) => resolvers.resolve(found) });
      },
      painted: (query) => waiting.get(query)?.promise ?? Promise.reject(new Error('not awaited')),
      startFrames: () => {
        Object.assign(frames, { isOn: true, lastMs: 0, missed: 0 });
        requestAnimationFrame(tick);
      },
      missedFrames: () => {
        frames.isOn = false;
        return frames.missed;
      },
    };
    Object.assign(globalThis, { watch });
  });
  return {
    painted: async (query, act) => {
      await page.evaluate((text) => (globalThis as unknown as { watch: Watch }).watch.await(text), query);
      await act();
      return page.evaluate((text) => (globalThis as unknown as { watch: Watch }).watch.painted(text), query);
    },
    startFrames: () => page.evaluate(() => (globalThis as unknown as { watch: Watch }).watch.startFrames()),
    missedFrames: () => page.evaluate(() => (globalThis as unknown as { watch: Watch }).watch.missedFrames()),
  };
}
