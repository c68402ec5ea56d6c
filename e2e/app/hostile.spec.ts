import { expect, test } from '@playwright/test';
import { attack } from '../support/attack.js';
import { startHostileStage, type HostileStage } from '../servers/web/hostile-stage.js';

// A service whose page does its worst: its bridge, counts, storms, addresses and windows. What the page does is in
// e2e/servers/web/pages/hostile*.js; it acts without a click of the person unless said otherwise.
let stage: HostileStage;

test.beforeAll(async () => {
  stage = await startHostileStage();
});

test.beforeEach(() => stage.forgetLog());

test.afterAll(async () => {
  await stage?.stop();
});

test(
  'finds no bridge, no Node and nothing of Electron, and its fake messages count nothing',
  attack('find-bridge', 'fake-messages'),
  async () => {
    const found: unknown = JSON.parse(await stage.act('bridge'));
    expect(found).toEqual({ called: [], escape: 'ReferenceError', node: 'undefined', require: 'undefined' });
    expect((await stage.service('hostile')).unread).toEqual({ direct: 'unknown', indirect: false });
  },
);

test(
  'bends the built-ins beforehand and hears nothing of the bridge, which works all the same',
  attack('bend-built-ins'),
  async () => {
    const arriving = stage.desktop.nextNotification((one) => one.title.startsWith('polluted title'));
    expect(await stage.act('pollution')).toBe('stolen:0');
    expect((await arriving).body).toBe('polluted body');
    await expect.poll(async () => (await stage.service('hostile')).unread.direct).toBe(3);
  },
);

test(
  'counts of 1e308, NaN, Infinity and below nothing never reach the bar',
  attack('impossible-counts'),
  async () => {
    const { unread } = await stage.service('hostile');
    expect(await stage.act('counts')).toMatch(/^(TypeError,?){7} 1e308:TypeError$/);
    expect((await stage.service('hostile')).unread).toEqual(unread);
    await stage.act('count-9007199254740991');
    await expect.poll(async () => (await stage.service('hostile')).unread.direct).toBe(9999);
    await expect(stage.onBar(/^Hostile/)).toHaveAccessibleName(/9,999 unread/);
  },
);

test('titles, bodies, tags and icons of 10 MB are cut', attack('endless-texts'), async () => {
  const arriving = stage.desktop.nextNotification((one) => one.title.startsWith('xxx'));
  expect(await stage.act('big-titles')).toBe('done');
  expect((await arriving).title.length).toBeLessThanOrEqual(300);
  expect((await arriving).body.length).toBeLessThanOrEqual(2048);
  await stage.desktop.findNotification((one) => one.title.startsWith('after the big one'));
  expect((await stage.service('hostile')).title.length).toBeLessThanOrEqual(300);
});

test(
  '10,000 notifications at once: few reach the desktop, the rest is refused, logged and shown',
  attack('notification-flood'),
  async () => {
    const before = stage.desktop.notifications().length;
    const tookMs = Number(await stage.act('notifications'));
    expect(tookMs).toBeLessThan(10_000);
    await stage.refused(/refused: flood x\d{4,5} of hostile/);
    await stage.refused(/too-many-notifications x\d+ of hostile/);
    const storm = stage.desktop
      .notifications()
      .slice(before)
      .filter((one) => one.title.startsWith('storm'));
    expect(storm.length).toBeGreaterThan(0);
    expect(storm.length).toBeLessThanOrEqual(60);
    await expect(stage.onBar(/^Hostile/)).toHaveAccessibleName(/limited, it sends too much/);
  },
);

test('10,000 badges and 2,000 titles at once leave the last one', attack('badge-flood'), async () => {
  await stage.act('badges');
  await expect.poll(async () => (await stage.service('hostile')).unread.direct).toBe(9999);
  await stage.act('titles');
  await expect.poll(async () => (await stage.service('hostile')).title).toBe('(1999) storm');
});

for (const [to, by, id] of [
  ['file:///etc/passwd', 'Chromium', 'go-to-file'],
  ['chrome://settings/', 'Chromium', 'go-to-chrome'],
  ['devtools://devtools/bundled/inspector.html', 'Chromium', 'go-to-devtools'],
  ['view-source:http://127.0.0.1/', 'Chromium', 'go-to-view-source'],
  ['data:text/html,<title>away</title>', 'Chromium', 'go-to-data'],
  ['app://foyer/index.html', 'Foyer', 'go-to-app'],
  ['vscode://file/etc/passwd', 'Foyer', 'go-to-vscode'],
] as const) {
  test(`goes not to ${to.slice(0, 20)}`, attack(id), async () => {
    const said: string[] = [];
    stage.hostile.on('console', (message) => said.push(message.text()));
    await stage.act('navigate', `&to=${encodeURIComponent(to)}`);
    if (by === 'Foyer') await stage.refused(/refused: navigation: scheme/);
    else await expect.poll(() => said.join()).toMatch(/Not allowed to (?:load|navigate)/);
    const address = await stage.foyer.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((one) => one.getURL()),
    );
    expect(address.filter((one) => one.startsWith(to.slice(0, 12)))).toHaveLength(
      to.startsWith('app:') ? 1 : 0,
    );
    expect(await stage.takeOpened()).toEqual([]);
    expect(stage.hostile.url()).toContain('hostile.html?act=navigate');
  });
}

test('addresses of other schemes open no window and no program', attack('other-schemes'), async () => {
  expect(await stage.act('schemes')).toBe('opened:');
  await stage.refused(/refused: window: scheme/);
  await stage.refused(/refused: permission openExternal: never/);
  expect([await stage.childCount(), await stage.takeOpened()]).toEqual([0, []]);
});

test(
  '500 windows that nobody asked for: none opens, inside or outside',
  attack('windows-unasked'),
  async () => {
    expect(await stage.act('windows')).toBe('windows:0');
    await stage.refusedTimes('window: nobody asked for it', 499, 599);
    expect([await stage.childCount(), await stage.takeOpened()]).toEqual([0, []]);
  },
);

test(
  '500 windows after one click: a few open, the rest is refused',
  attack('windows-after-a-click'),
  async () => {
    await stage.command('service.activate', { serviceId: 'hostile' });
    await stage.hostile.goto(`${stage.web.own}/hostile.html?act=windows&click`);
    const after = stage.web.reports.items.length;
    await stage.hostile.mouse.click(50, 50);
    await stage.web.reports.find((one) => one.from === 'windows', { after });
    await stage.goesOn('windows after a click');
    await stage.refusedTimes('window: too many', 490, 509);
    expect(await stage.childCount()).toBeGreaterThan(0);
    expect(await stage.childCount()).toBeLessThanOrEqual(4);
    expect((await stage.takeOpened()).length).toBeLessThanOrEqual(3);
    await stage.foyer.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().forEach((window) => window.destroy()),
    );
  },
);
