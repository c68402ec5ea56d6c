import { expect } from '@playwright/test';
import { onBar } from '../support/bar.js';
import type { Foyer } from '../support/foyer.js';
import { command } from '../support/inbox.js';
import { watchLateness } from '../support/lateness.js';
import type { Fault } from './fault.js';
import { unhang } from './hang.js';
import { holdingsOf, lostOf } from './holdings.js';
import { pidOf } from './processes.js';
import { loaded, pageOf, show, troubleOf, watchOthers } from './stand.js';

/** So little that a page runs out of it soon. */
const HEAP_MB = 256;

const outOfMemory: Fault = {
  id: 'page-out-of-memory',
  title: 'a page takes memory until there is none',
  group: 'pages',
  cost: 'nightly',
  timeoutMs: 120_000,
  run: async (stand) => {
    const foyer = await stand.start({ args: [`--js-flags=--max-old-space-size=${HEAP_MB}`] });
    await show(foyer, 'cat');
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const cat = await pageOf(foyer, 'cat');
    const after = stand.web.reports.items.length;
    void cat.evaluate(eat).catch(() => undefined);
    const trouble = troubleOf(foyer, /Cat stopped/);
    await expect(trouble).toContainText('Your other services are not touched', { timeout: 60_000 });
    const diedMs = performance.now();
    await loaded(stand.web, 'cat', after);
    const recoverMs = performance.now() - diedMs;
    await othersGoOn();
    const lost = lostOf(before, await holdingsOf(foyer));
    await stand.quit();
    return { seen: '“Cat stopped”, and a moment later its page again', recoverMs: [recoverMs], lost };
  },
};

/** In a page: keeps more and more. */
function eat(): void {
  const kept: unknown[] = [];
  setInterval(() => {
    for (let round = 0; round < 20; round += 1)
      kept.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  });
}

const endless: Fault = {
  id: 'page-endless-loop',
  title: 'a page runs in an endless loop',
  group: 'pages',
  cost: 'nightly',
  timeoutMs: 120_000,
  run: async (stand) => {
    const foyer = await stand.foyer();
    await show(foyer, 'cat');
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    await (
      await pageOf(foyer, 'cat')
    ).evaluate(() => {
      setTimeout(() => {
        for (;;);
      });
    });
    await othersGoOn();
    const recoverMs = await unhang(stand, foyer);
    await othersGoOn();
    return {
      seen: '“Cat is not responding”, with “Reload now”',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(foyer)),
    };
  },
};

const LARGE_KB = 1_000_000;

const largeDom: Fault = {
  id: 'page-large-dom',
  title: 'a page draws 1 GB of elements',
  group: 'pages',
  cost: 'nightly',
  timeoutMs: 180_000,
  run: async (stand) => {
    const foyer = await stand.start();
    await show(foyer, 'cat');
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    await (await pageOf(foyer, 'cat')).evaluate(grow);
    await expect.poll(() => memoryOf(foyer, 'name=cat&'), { timeout: 90_000 }).toBeGreaterThan(LARGE_KB);
    await othersGoOn();
    await show(foyer, 'ann');
    const after = stand.web.reports.items.length;
    const askedMs = performance.now();
    await command(foyer.shell, 'service.reload', { serviceId: 'cat', fromStartPage: true });
    await loaded(stand.web, 'cat', after);
    const recoverMs = performance.now() - askedMs;
    await othersGoOn();
    const lost = lostOf(before, await holdingsOf(foyer));
    await stand.quit();
    return {
      seen: 'a slow page; the others and the bar are as quick as ever, and it can be loaded anew',
      recoverMs: [recoverMs],
      lost,
    };
  },
};

/** In a page: draws more and more, out of sight so that it is the elements that cost. */
function grow(): void {
  const host = document.body.appendChild(document.createElement('div'));
  host.style.display = 'none';
  const timer = setInterval(() => {
    for (let count = 0; count < 20_000; count += 1) {
      const one = host.appendChild(document.createElement('p'));
      one.className = `c${count}`;
      one.textContent = `${performance.now()} ${'x'.repeat(200)}`;
    }
    if (host.childElementCount > 3_000_000) clearInterval(timer);
  });
}

/** What a page's process takes, in kB. */
async function memoryOf(foyer: Foyer, page: string): Promise<number> {
  const pid = await pidOf(foyer, { page });
  return foyer.app.evaluate(
    ({ app }, of) => app.getAppMetrics().find((one) => one.pid === of)?.memory.workingSetSize ?? 0,
    pid,
  );
}

/** As the benchmark of a burst has it. */
const PAUSE_BEAT_MS = 2;

const storm: Fault = {
  id: 'page-storm',
  title: 'a page storms: 10,000 notifications, badges and titles as fast as it can',
  group: 'pages',
  cost: 'nightly',
  run: async (stand) => {
    const foyer = await stand.start();
    await show(foyer, 'ann');
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const lateness = await watchLateness(foyer, PAUSE_BEAT_MS);
    await (
      await pageOf(foyer, 'cat')
    ).evaluate(() => {
      for (let count = 0; count < 10_000; count += 1) {
        (globalThis as { last?: Notification }).last = new Notification(`storm ${count}`);
        void navigator.setAppBadge(count);
        document.title = `(${count}) storm`;
      }
    });
    await expect(onBar(foyer.shell, 'Cat')).toHaveAccessibleName(/limited, it sends too much/);
    const mainPauseMs = await lateness();
    await othersGoOn();
    const lost = lostOf(before, await holdingsOf(foyer));
    await stand.quit();
    return {
      seen: 'Cat’s icon says that it is limited, as it sends too much',
      recoverMs: [],
      lost,
      mainPauseMs,
    };
  },
};

export const pageFaults: readonly Fault[] = [outOfMemory, endless, largeDom, storm];
