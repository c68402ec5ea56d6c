import { readdir } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { startHostileStage, type HostileStage } from '../servers/web/hostile-stage.js';
import { attack } from '../support/attack.js';

// A service whose page tries what it was not tried with a click before: every other way to an address, and what Chromium
// offers pages of late.
let stage: HostileStage;

test.beforeAll(async () => {
  stage = await startHostileStage();
  await stage.command('service.activate', { serviceId: 'hostile' });
  await stage.foyer.app.evaluate(({ app, webContents }) => {
    const all: string[] = [];
    Reflect.set(globalThis, 'cameTo', all);
    const watch = (page: Electron.WebContents) =>
      page.on('did-frame-navigate', (_event, url) => void all.push(url));
    webContents.getAllWebContents().forEach(watch);
    app.on('web-contents-created', (_event, page) => void watch(page));
  });
});

test.beforeEach(async () => {
  stage.forgetLog();
  await stage.hostile.goto(`${stage.web.own}/hostile.html`);
  // What follows counts as asked for by the person.
  await stage.hostile.mouse.click(300, 300);
});

test.afterAll(async () => {
  await stage?.stop();
});

/** Every address a page or a frame came to since the start. */
const cameTo = () => stage.foyer.app.evaluate(() => Reflect.get(globalThis, 'cameTo') as string[]);

const SCHEMES = [
  'file:///etc/passwd',
  'view-source:http://127.0.0.1/',
  'app://foyer/index.html',
  'vscode://file/etc/passwd',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
] as const;

for (const [id, what, go] of [
  [
    'redirect-to-other-schemes',
    'a redirect of the page',
    (to: string) => void (location.href = `/to?${encodeURIComponent(to)}`),
  ],
  [
    'frames-of-other-schemes',
    'a frame, at once or by a redirect',
    (to: string) => {
      for (const src of [to, `/to?${encodeURIComponent(to)}`])
        document.body.append(Object.assign(document.createElement('iframe'), { src }));
    },
  ],
  [
    'download-from-other-schemes',
    'a download, at once or by a redirect',
    (to: string) => {
      for (const href of [to, `/to?${encodeURIComponent(to)}`])
        Object.assign(document.createElement('a'), { href, download: 'taken.txt' }).click();
    },
  ],
  [
    'form-to-other-schemes',
    'a form',
    (to: string) => {
      const form = Object.assign(document.createElement('form'), { action: to, method: 'post' });
      document.body.append(form);
      form.submit();
    },
  ],
  [
    'window-to-other-schemes',
    'a window that is redirected',
    (to: string) => void window.open(`/to?${encodeURIComponent(to)}`, '_blank', 'popup'),
  ],
] as const) {
  test(`W2 W7 ${what} leads to no other scheme`, attack(id), async () => {
    for (const to of SCHEMES) {
      await stage.hostile.goto(`${stage.web.own}/hostile.html`);
      await stage.hostile.mouse.click(300, 300);
      const asked = stage.web.requests.items.length;
      await stage.hostile.evaluate(go, to).catch(() => undefined);
      if (id !== 'form-to-other-schemes')
        await expect
          .poll(() => stage.web.requests.items.slice(asked).filter((path) => path.startsWith('/to?')))
          .not.toEqual([]);
      // What was begun is over once another page has come.
      const leave = () =>
        stage.hostile.goto(`${stage.web.own}/calm.html?name=after`).then(
          () => true,
          () => false,
        );
      await expect.poll(leave).toBe(true);
      const came = await cameTo();
      expect(came).toContain(`${stage.web.own}/calm.html?name=after`);
      expect(came.filter((one) => !/^(?:https?:|about:blank$|$)/.test(one))).toEqual([]);
      await stage.foyer.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().forEach((one) => one.destroy()),
      );
    }
    expect(await stage.takeOpened()).toEqual([]);
    expect(await readdir(stage.downloads)).toEqual([]);
    await stage.goesOn(what);
    await stage.command('service.activate', { serviceId: 'hostile' });
  });
}

test(
  'W58 a page has no window over all others and no file but by the person’s hand',
  attack('float-over-others', 'write-a-file'),
  async () => {
    const found = await stage.hostile.evaluate(() =>
      ['documentPictureInPicture', 'showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'].filter(
        (name) => name in window,
      ),
    );
    expect(found).toEqual([]);
    expect(await stage.hostile.evaluate(() => 'getAsFileSystemHandle' in DataTransferItem.prototype)).toBe(
      false,
    );
    // Its own store, which nobody else sees, it keeps.
    expect(
      await stage.hostile.evaluate(() => navigator.storage.getDirectory().then(({ kind }) => kind)),
    ).toBe('directory');
  },
);

test(
  'W10 W12 what Chromium offers of late is refused, or asked for',
  attack('newer-devices', 'newer-facts-of-the-machine', 'become-a-handler'),
  async () => {
    const after = stage.web.reports.items.length;
    await stage.hostile.goto(`${stage.web.own}/hostile.html?act=newer`);
    await stage.hostile.mouse.click(300, 300);
    const { what } = await stage.web.reports.find(({ from }) => from === 'newer', { after });
    const said = JSON.parse(what) as Record<string, string>;
    expect(Object.keys(said).length).toBeGreaterThan(10);
    expect(Object.entries(said).filter(([, answer]) => answer === 'granted')).toEqual([]);
    const query = (name: string) =>
      stage.hostile.evaluate(
        (asked) => navigator.permissions.query({ name: asked as PermissionName }).then(({ state }) => state),
        name,
      );
    for (const name of [
      'accelerometer',
      'background-fetch',
      'local-fonts',
      'screen-wake-lock',
      'payment-handler',
    ])
      expect(await query(name), name).toBe('denied');
    const asked = (await stage.projection()).prompts.map(
      (one) => one.kind === 'permission' && one.permission,
    );
    expect(asked.filter((one) => one !== 'window-management')).toEqual([]);
    // It is no handler of anything: its own scheme leads nowhere, and mail goes where the system has it go.
    await stage.hostile.evaluate(() => void (location.href = 'web+foyer:x'));
    await stage.refused(/refused: navigation: scheme/);
    expect(await stage.takeOpened()).toEqual([]);
    expect(stage.hostile.url()).toContain('hostile.html');
  },
);
