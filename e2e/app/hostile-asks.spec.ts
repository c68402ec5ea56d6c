import { readdir } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { attack } from '../support/attack.js';
import { startHostileStage, type HostileStage } from '../servers/web/hostile-stage.js';

// A service whose page does its worst: questions, frames, redirects, downloads, focus, the storage of others.
let stage: HostileStage;

test.beforeAll(async () => {
  stage = await startHostileStage();
});

test.beforeEach(() => stage.forgetLog());

test.afterAll(async () => {
  await stage?.stop();
});

test(
  'a storm of questions opens one sheet a thing, a few at most, and grants nothing',
  attack('question-storm'),
  async () => {
    expect(await stage.act('permissions')).toBe('granted:0');
    await stage.refused(/refused: permission [a-z-]+: too many questions x\d+ of hostile/);
    const { prompts } = await stage.projection();
    expect(prompts.length).toBeGreaterThan(0);
    expect(prompts.length).toBeLessThanOrEqual(3);
    expect(prompts.every((prompt) => prompt.serviceId === 'hostile')).toBe(true);
  },
);

test(
  'a question that comes back each time it is left open is a no in the end',
  attack('question-again-and-again'),
  async () => {
    const ask = () =>
      stage.hostile.evaluate(() =>
        navigator.clipboard.readText().then(
          () => 'granted',
          (error: unknown) => (error instanceof Error ? error.name : ''),
        ),
      );
    const answerAll = async () => {
      for (const { id } of (await stage.projection()).prompts)
        await stage.command('permission.answer', { promptId: id, answer: 'deny-once' });
    };
    await stage.command('service.activate', { serviceId: 'hostile' });
    await answerAll();
    await stage.hostile.goto(`${stage.web.own}/hostile.html`);
    for (let left = 0; left < 3; left += 1) {
      const answer = ask();
      await Promise.race([
        answer,
        expect.poll(async () => (await stage.projection()).prompts.length).toBe(1),
      ]);
      await answerAll();
      expect(await answer).not.toBe('granted');
    }
    expect(await ask()).not.toBe('granted');
    await stage.refused(/refused: permission clipboard-read: asked too often/);
    expect((await stage.projection()).prompts).toEqual([]);
  },
);

test(
  'devices, the screen, the pointer and the whole screen are not had; only the pointer may be asked for',
  attack('devices', 'capture-the-screen'),
  async () => {
    const answers = Object.values(JSON.parse(await stage.act('never')) as Record<string, string>);
    expect(answers).not.toContain('granted');
    await stage.refused(/refused: share: unseen/);
    const isFull = await stage.foyer.app.evaluate(({ BaseWindow }) =>
      BaseWindow.getAllWindows()[0]?.isFullScreen(),
    );
    expect(isFull).toBe(false);
    const asked = (await stage.projection()).prompts.map(
      (one) => one.kind === 'permission' && one.permission,
    );
    expect(asked.filter((one) => one !== 'pointer-lock')).toEqual([]);
  },
);

test(
  'a frame of another origin cannot notify, count, open windows, or lead the page away',
  attack('foreign-frame-notifies', 'foreign-frame-counts', 'frame-leads-page-away'),
  async () => {
    const shown = stage.desktop.notifications().length;
    const after = stage.web.reports.items.length;
    const { unread } = await stage.service('hostile');
    await stage.act('foreign-frame');
    const report = await stage.web.reports.find((one) => one.from === 'frame-127.0.0.2', { after });
    expect(report.what).toBe('permission:denied events: opened:0');
    await stage.refused(/refused: window: nobody asked for it/);
    expect(
      stage.desktop
        .notifications()
        .slice(shown)
        .filter((one) => one.title.startsWith('from a foreign')),
    ).toEqual([]);
    expect((await stage.service('hostile')).unread).toEqual(unread);
    expect(stage.hostile.url()).toContain('act=foreign-frame');
    expect(await stage.takeOpened()).toEqual([]);
  },
);

test(
  'a page on its way through another site cannot count or notify for the service',
  attack('count-from-elsewhere'),
  async () => {
    const { unread } = await stage.service('hostile');
    await stage.hostile.goto(`${stage.web.foreign}/hostile.html?act=count-9007199254740991`);
    await stage.hostile.evaluate(() => navigator.setAppBadge(5));
    await stage.refused(/refused: may-not-notify x\d+ of hostile/);
    expect((await stage.service('hostile')).unread).toEqual(unread);
  },
);

test(
  'endless redirects, by the server or by the page, end in our own page or go on quietly',
  attack('redirects-by-the-page', 'redirects-by-the-server'),
  async () => {
    await stage.act('client-redirects');
    await stage.web.reports.find((one) => one.from === 'client-redirects' && one.what === 'end', {
      timeoutMs: 25_000,
    });
    await stage.hostile.goto(`${stage.web.own}/circle`).catch(() => undefined);
    await expect
      .poll(async () => (await stage.service('hostile')).load)
      .toMatchObject({ kind: 'failed', failure: { kind: 'too-many-redirects' } });
    await stage.goesOn('a circle');
  },
);

test(
  '120 downloads at once: a few are kept, each under its own name, the rest is refused',
  attack('download-storm'),
  async () => {
    await stage.act('downloads');
    await stage.refused(/refused: download: too many x\d+ of hostile/);
    // A file is there once it is whole, which may be after others were refused.
    await expect.poll(() => readdir(stage.downloads)).not.toEqual([]);
    const files = await readdir(stage.downloads);
    expect(files.length).toBeLessThanOrEqual(15);
    expect(files.every((name) => /^storm( \(\d+\))?\.txt$/.test(name))).toBe(true);
  },
);

test('calling window.focus without end brings no window up', attack('come-forward'), async () => {
  await stage.foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.hide());
  await stage.act('focus');
  const isVisible = () =>
    stage.foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.isVisible());
  expect(await isVisible()).toBe(false);
  await stage.foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.show());
  await stage.command('service.activate', { serviceId: 'calm' });
  await stage.act('focus');
  expect((await stage.projection()).activeServiceId).toBe('calm');
});

test('the webview tag is a tag like any unknown one', attack('webview'), async () => {
  expect(await stage.act('webview')).toBe('webview:undefined HTMLElement');
});

test(
  'a service at the same address sees nothing of what another one stored',
  attack('storage-of-others', 'channel-to-others'),
  async () => {
    const victim = await stage.page('name=victim');
    const store = () => {
      localStorage.setItem('secret', 'yes');
      document.cookie = 'secret=yes; max-age=1000';
      return caches.open('secret').then(() => undefined);
    };
    await victim.evaluate(store);
    const look = () =>
      caches.keys().then((keys) => `${localStorage.getItem('secret')} ${document.cookie} ${keys.join()}`);
    expect(await victim.evaluate(look)).toBe('yes secret=yes secret');
    expect(await stage.hostile.evaluate(look)).toBe('null  ');
    const heard = stage.hostile.evaluate(
      () =>
        new Promise((resolve) => {
          new BroadcastChannel('between').addEventListener('message', () => resolve('heard'));
          setTimeout(resolve, 300, 'silence');
        }),
    );
    await victim.evaluate(() => new BroadcastChannel('between').postMessage('hello'));
    expect(await heard).toBe('silence');
  },
);
