import { expect } from '@playwright/test';
import { aTrusted } from '../../electron/core/trust.test-support.js';
import { onBar } from '../support/bar.js';
import type { Foyer } from '../support/foyer.js';
import { startTlsServer } from '../servers/web/tls-server.js';
import { makeIdentity } from '../support/certificates.js';
import { command, entryWith } from '../support/inbox.js';
import type { Fault } from './fault.js';
import { holdingsOf, lostOf } from './holdings.js';
import { killListeners } from './killed-listeners.js';
import { killPart, pidOf } from './processes.js';
import { seesPage } from './screen.js';
import { fillInbox, loaded, show, tell, toService, troubleOf, watchOthers } from './stand.js';

const killPageInFront: Fault = {
  id: 'kill-page-in-front',
  title: 'kill -9 of the process of the page in front',
  group: 'processes',
  cost: 'quick',
  run: async (stand) => {
    const foyer = await stand.foyer();
    await show(foyer, 'cat');
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const after = stand.web.reports.items.length;
    const killedMs = await killPart(foyer, { page: 'name=cat' });
    // Both at once: a moment later its page is loaded again.
    await Promise.all([
      expect(troubleOf(foyer, /Cat stopped/)).toContainText('Your other services are not touched'),
      expect(onBar(foyer.shell, 'Cat')).toHaveAccessibleName(/stopped unexpectedly/),
    ]);
    await loaded(stand.web, 'cat', after);
    const recoverMs = performance.now() - killedMs;
    await expect(troubleOf(foyer, /Cat stopped/)).toHaveCount(0);
    await seesPage(stand, foyer, 'cat');
    await othersGoOn();
    return {
      seen: '“Cat stopped. Your other services are not touched”; a moment later its page again',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(foyer)),
    };
  },
};

const killPageBehind: Fault = {
  id: 'kill-page-behind',
  title: 'kill -9 of the process of a page behind',
  group: 'processes',
  cost: 'nightly',
  run: async (stand) => {
    const foyer = await stand.foyer();
    await show(foyer, 'ann');
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const after = stand.web.reports.items.length;
    const killedMs = await killPart(foyer, { page: 'name=cat' });
    await loaded(stand.web, 'cat', after);
    const recoverMs = performance.now() - killedMs;
    await expect(onBar(foyer.shell, 'Cat')).not.toHaveAccessibleName(/stopped/);
    await tell(stand, 'cat', 'heard again behind');
    await entryWith(foyer.shell, 'heard again behind');
    await othersGoOn();
    return {
      seen: 'a mark on its icon for a moment; it is heard again',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(foyer)),
    };
  },
};

const killShell: Fault = {
  id: 'kill-shell',
  title: 'kill -9 of the process of the shell’s own page',
  group: 'processes',
  cost: 'quick',
  run: async (stand) => {
    const foyer = await stand.foyer();
    await show(foyer, 'ann');
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const killedMs = await killPart(foyer, 'shell');
    // Playwright gives up a page whose process ended; the app has it draw again, which main can see.
    await expect.poll(() => drawnOnBar(foyer), { intervals: [20] }).toEqual(['Ann', 'Bob', 'Cat']);
    const recoverMs = performance.now() - killedMs;
    await seesPage(stand, foyer, 'ann');
    await othersGoOn('on the desktop');
    const { foyer: again } = await stand.again();
    return {
      seen: 'the bar flickers; the page under it stays',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(again)),
    };
  },
};

/** Names on the bar, read by main. */
const drawnOnBar = ({ app }: Foyer): Promise<readonly string[]> =>
  app.evaluate(({ webContents }) => {
    const shell = webContents.getAllWebContents().find((one) => one.getURL().startsWith('app://foyer/'));
    const read = `[...document.querySelectorAll('nav [data-service-id]')].map((one) => one.ariaLabel.split(',')[0])`;
    // Until it is there nobody answers.
    const answer = shell?.executeJavaScript(read) as Promise<readonly string[]> | undefined;
    return Promise.race([
      answer,
      new Promise<readonly string[]>((resolve) => setTimeout(resolve, 200, [])),
    ]).then(
      (names) => names ?? [],
      () => [],
    );
  });

/** Chromium itself gives up a graphics process that dies all the time; this often it must be borne. */
const GPU_KILLS = 3;

const killGpu: Fault = {
  id: 'kill-gpu',
  title: `kill -9 of the graphics process, ${GPU_KILLS} times`,
  group: 'processes',
  cost: 'nightly',
  run: async (stand) => {
    const foyer = await stand.start();
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const recoverMs: number[] = [];
    for (const id of ['ann', 'cat', 'bob'] as const) {
      await expect.poll(() => pidOf(foyer, 'gpu')).toBeDefined();
      const killedMs = await killPart(foyer, 'gpu');
      // What was drawn before is still there: only another page shows that it draws again.
      await show(foyer, id === 'ann' ? 'bob' : 'ann');
      await seesPage(stand, foyer, id === 'ann' ? 'bob' : 'ann');
      recoverMs.push(performance.now() - killedMs);
    }
    await othersGoOn();
    return {
      seen: 'at most a flicker',
      recoverMs,
      lost: lostOf(before, await holdingsOf(foyer)),
      tries: GPU_KILLS,
    };
  },
};

const killNetwork: Fault = {
  id: 'kill-network',
  title: 'kill -9 of the network process, with a service behind a certificate that the person trusts',
  group: 'processes',
  cost: 'nightly',
  run: async (stand) => {
    const host = '127.0.0.1';
    const identity = makeIdentity({ name: host, hosts: [host] });
    const tls = await startTlsServer(identity);
    const { fingerprint } = identity;
    const place = `${host}:${tls.port}`;
    try {
      const foyer = await stand.start({
        kept: {
          services: [
            toService(stand.web, 'ann'),
            toService(stand.web, 'bob'),
            toService(stand.web, 'cat', tls.url),
          ],
          certificates: [aTrusted({ place, fingerprint, subject: host, issuer: host })],
        },
      });
      const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
      const cat = await foyer.servicePage(tls.url);
      await expect(cat).toHaveTitle('Inside connected fetched');
      const before = await holdingsOf(foyer);
      const after = stand.web.reports.items.length;
      const killedMs = await killPart(foyer, 'network');
      // Their lines to the server were cut, and are made anew.
      for (const id of ['ann', 'bob']) await loaded(stand.web, id, after);
      const recoverMs = performance.now() - killedMs;
      await command(foyer.shell, 'service.reload', { serviceId: 'cat', fromStartPage: true });
      await expect.poll(() => tls.openSockets(), { timeout: 15_000 }).toBe(1);
      await expect(cat).toHaveTitle('Inside connected fetched');
      await expect(troubleOf(foyer, /vouches/)).toHaveCount(0);
      await othersGoOn();
      return {
        seen: 'nothing; what is open stays, what is trusted stays trusted',
        recoverMs: [recoverMs],
        lost: lostOf(before, await holdingsOf(foyer)),
      };
    } finally {
      await stand.quit();
      await tls.stop();
    }
  },
};

const killInbox: Fault = {
  id: 'kill-inbox',
  title: 'kill -9 of the inbox’s process while notifications come',
  group: 'processes',
  cost: 'quick',
  run: async (stand) => {
    const foyer = await stand.foyer();
    await fillInbox(stand, foyer);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const texts = Array.from({ length: 20 }, (_, index) => `poured ${index}`);
    for (const text of texts.slice(0, 10)) await tell(stand, 'cat', text);
    const killedMs = await killPart(foyer, 'inbox');
    for (const text of texts.slice(10)) await tell(stand, 'cat', text);
    await entryWith(foyer.shell, 'poured 19');
    const recoverMs = performance.now() - killedMs;
    const { size } = (await holdingsOf(foyer, { text: 'poured' })).entries;
    expect(size).toBe(texts.length);
    await othersGoOn();
    return {
      seen: 'nothing: all are in the inbox, once',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(foyer)),
    };
  },
};

export const processFaults: readonly Fault[] = [
  killPageInFront,
  killShell,
  killInbox,
  killListeners,
  killPageBehind,
  killGpu,
  killNetwork,
];
