import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Message, Variant } from 'dbus-next';
import { type PlainBrowser, startPlainBrowser } from '../servers/lib/browser.js';
import { type Desktop, startDesktop } from './desktop.js';
import { WATCHER } from './tray-watcher-service.js';

test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let browser: PlainBrowser;

test.beforeAll(async () => {
  desktop = await startDesktop();
  browser = await startPlainBrowser(desktop.env);
});

test.afterAll(async () => {
  await browser?.close();
  await desktop?.stop();
});

interface Kept {
  clicked: string[];
  keep: unknown[];
}

test('notifications arrive with all they carry; a click and a closing get back to the app', async () => {
  await browser.app.evaluate(({ Notification }) => {
    const kept: Kept = { clicked: [], keep: [] };
    Object.assign(globalThis, { kept });
    for (const title of ['one', 'two', 'three']) {
      const notification = new Notification({ title, body: `body of ${title}` });
      notification.on('click', () => kept.clicked.push(`click ${title}`));
      notification.on('close', () => kept.clicked.push(`close ${title}`));
      notification.show();
      kept.keep.push(notification);
    }
  });
  const one = await desktop.findNotification(({ title }) => title === 'one');
  const two = await desktop.findNotification(({ title }) => title === 'two');
  const three = await desktop.findNotification(({ title }) => title === 'three');
  expect(two).toMatchObject({ body: 'body of two', appName: 'plain-browser', replacesId: 0 });
  expect(two.actions.map(({ key }) => key)).toContain('default');
  expect(two.receivedAtMs).toBeGreaterThan(one.receivedAtMs);
  expect(await desktop.counts()).toEqual({ shown: 3, waiting: 0, history: 0 });
  await desktop.click(two.id);
  await desktop.close(three.id);
  const seen = () => browser.app.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.clicked);
  await expect.poll(seen).toEqual(expect.arrayContaining(['click two', 'close three']));
  expect(await seen()).not.toContain('click one');
  await expect(desktop.click(three.id)).rejects.toThrow('not on screen');
  expect((await desktop.history()).map(({ title }) => title)).toEqual(
    expect.arrayContaining(['two', 'three']),
  );
  await desktop.closeAll();
  expect((await desktop.counts()).shown).toBe(0);
});

test('the tray shows icon, tooltip and menu of a real app, and its menu can be used', async () => {
  await browser.app.evaluate(({ Menu, Tray, nativeImage }) => {
    const { kept } = globalThis as unknown as { kept: Kept };
    const tray = new Tray(
      nativeImage.createFromBitmap(Buffer.alloc(16 * 16 * 4, 0x80), { width: 16, height: 16 }),
    );
    tray.setToolTip('3 unread');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Pause', type: 'checkbox', checked: true },
        { type: 'separator' },
        { label: 'Services', submenu: [{ label: 'Team (3)', click: () => kept.clicked.push('menu Team') }] },
        { label: 'Off', enabled: false },
      ]),
    );
    tray.on('click', () => kept.clicked.push('tray'));
    kept.keep.push(tray);
  });
  const item = await desktop.tray.nextTray(({ tooltip }) =>
    `${tooltip.title}${tooltip.text}`.includes('3 unread'),
  );
  expect(item.pixmaps[0]).toMatchObject({ width: 16, height: 16 });
  expect(item.pixmaps[0]?.argb).toHaveLength(16 * 16 * 4);
  const menu = await desktop.tray.menu();
  expect(menu.map(({ label, kind, isEnabled, isChecked }) => [label, kind, isEnabled, isChecked])).toEqual([
    ['Pause', 'entry', true, true],
    ['', 'separator', true, undefined],
    ['Services', 'entry', true, undefined],
    ['Off', 'entry', false, undefined],
  ]);
  await desktop.tray.clickMenu('Team (3)');
  await desktop.tray.activate();
  const seen = () => browser.app.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.clicked);
  await expect.poll(seen).toEqual(expect.arrayContaining(['menu Team', 'tray']));
  await expect(desktop.tray.clickMenu('Off')).rejects.toThrow('greyed out');
  await expect(desktop.tray.clickMenu('Nothing')).rejects.toThrow('has no "Nothing"');
});

test('a tray can go and come back, and forgets an app that has ended', async () => {
  desktop.tray.stop();
  await expect(desktop.tray.nextTray(() => true, 200)).rejects.toThrow();
  await desktop.tray.start();
  await desktop.tray.nextTray(() => true); // Electron registers again by itself
  const registered = async () => {
    const properties = {
      name: WATCHER.name,
      path: WATCHER.path,
      interface: 'org.freedesktop.DBus.Properties',
    };
    const names = await desktop.bus.call(properties, 'Get', 'ss', [
      WATCHER.interface,
      'RegisteredStatusNotifierItems',
    ]);
    return names[0];
  };
  expect(await registered()).toHaveLength(1);
  await browser.close();
  await expect.poll(registered).toEqual([]);
  expect(await desktop.tray.items()).toEqual([]);
  browser = await startPlainBrowser(desktop.env);
});

test('the launcher keeps what a signal leaves out', async () => {
  const tell = (changes: Record<string, Variant>) =>
    desktop.bus.bus.send(
      Message.newSignal(
        '/com/canonical/unity/launcherentry/1',
        'com.canonical.Unity.LauncherEntry',
        'Update',
        'sa{sv}',
        ['application://foyer.desktop', changes],
      ),
    );
  expect(desktop.launcher.last()).toBeUndefined();
  tell({ count: new Variant('x', 4n), 'count-visible': new Variant('b', true) });
  tell({ urgent: new Variant('b', true) });
  const state = await desktop.launcher.nextLauncher(({ isUrgent }) => isUrgent);
  expect(state).toMatchObject({ appUri: 'application://foyer.desktop', count: 4, isCountVisible: true });
  expect(desktop.launcher.updates()).toHaveLength(2);
  await expect(desktop.launcher.nextLauncher(({ count }) => count === 5, 100)).rejects.toThrow(
    'launcher state',
  );
});

test('a desktop without a notification daemon is one too', async () => {
  await desktop.daemon.halt();
  await expect(desktop.counts()).rejects.toThrow();
  await desktop.daemon.resume();
  expect(await desktop.counts()).toEqual({ shown: 0, waiting: 0, history: 0 });
});

test('pictures can be taken, and nothing is left behind', async () => {
  const file = test.info().outputPath('desktop.png');
  const own = await startDesktop({ hasTray: false, size: '640x480' });
  await own.screenshot(file);
  await own.stop();
  expect(existsSync(file)).toBe(true);
  expect(existsSync(own.env['XDG_RUNTIME_DIR'] ?? '')).toBe(false);
});
