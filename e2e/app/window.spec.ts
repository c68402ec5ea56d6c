import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { onBar, openSettings, windowOf } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { electronBinary } from '../support/electron-binary.js';
import { sandboxArgs } from '../support/electron-launch.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { hearWindowWishes } from '../support/window-wishes.js';
import type { Persisted } from '../../electron/core/model/persisted.js';

let desktop: Desktop;
let foyer: Foyer | undefined;
let profile: string;

test.beforeAll(async () => {
  desktop = await startDesktop();
});

test.beforeEach(async () => {
  profile = await createProfile();
});

test.afterEach(async () => {
  await foyer?.quit();
  foyer = undefined;
  await removeProfile(profile);
});

test.afterAll(() => desktop?.stop());

async function launch(seed?: Partial<Persisted>, args: readonly string[] = []): Promise<Foyer> {
  foyer = await startFoyer({ env: desktop.env, profile, args, ...(seed === undefined ? {} : { seed }) });
  return foyer;
}
async function quit(): Promise<void> {
  await foyer?.quit();
  foyer = undefined;
}
const close = ({ app }: Foyer) => app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.close());
const isVisible = async (running: Foyer) => (await windowOf(running)).isVisible;
const hasTray = () => desktop.tray.nextTray(({ tooltip }) => tooltip.title.includes('Foyer'));

test('place and size are as they were left', async () => {
  const first = await launch();
  expect((await windowOf(first)).bounds).toEqual({ x: 200, y: 100, width: 1200, height: 800 });
  const left = { x: 130, y: 60, width: 900, height: 650 };
  await first.app.evaluate(
    ({ BaseWindow }, bounds) => BaseWindow.getAllWindows()[0]?.setBounds(bounds),
    left,
  );
  await expect.poll(async () => (await windowOf(first)).bounds).toEqual(left);
  await quit();
  expect((await windowOf(await launch())).bounds).toEqual(left);
});

test('the screen it was on is gone: it opens where it can be seen, at its size', async () => {
  const window = { bounds: { x: -5000, y: 3000, width: 900, height: 650 }, maximized: false };
  const { bounds } = await windowOf(await launch({ window }));
  expect(bounds).toEqual({ x: 350, y: 175, width: 900, height: 650 });
});

test('a window larger than the screen that is left is made to fit', async () => {
  const window = { bounds: { x: 0, y: 0, width: 5000, height: 3000 }, maximized: false };
  const { bounds } = await windowOf(await launch({ window }));
  expect(bounds).toMatchObject({ x: 0, y: 0 });
  expect(bounds.width).toBeLessThanOrEqual(1600);
  expect(bounds.height).toBeLessThanOrEqual(1000);
  expect(bounds.width * bounds.height).toBeGreaterThan(1500 * 900);
});

test('maximised is kept: it asks the desktop for that when it is first shown, not before', async () => {
  // There is no window manager here to do it; what the app asks of one goes to the root window for all to hear.
  const wishes = await hearWindowWishes(desktop.displayName);
  try {
    const window = { bounds: { x: 50, y: 50, width: 900, height: 650 }, maximized: true };
    const running = await launch({ window }, ['--hidden']);
    await hasTray();
    expect(await isVisible(running)).toBe(false);
    expect(await wishes.maximised()).toBe(0);
    await desktop.tray.activate();
    await expect.poll(() => isVisible(running)).toBe(true);
    await expect.poll(() => wishes.maximised()).toBe(1);
  } finally {
    wishes.stop();
  }
});

test('a second start shows the window of the first and ends by itself', async () => {
  const running = await launch();
  await hasTray();
  await close(running);
  await expect.poll(() => isVisible(running)).toBe(false);
  const args = [...sandboxArgs, join(import.meta.dirname, '../..'), `--user-data-dir=${profile}`];
  const second = promisify(execFile)(electronBinary(), args, { env: { ...desktop.env }, timeout: 15_000 });
  await second;
  await expect.poll(() => windowOf(running)).toMatchObject({ isVisible: true, isFocused: true });
});

test('closing hides it into the tray, and a click there brings it back', async () => {
  const running = await launch();
  await hasTray();
  await close(running);
  await expect.poll(() => isVisible(running)).toBe(false);
  await desktop.tray.activate();
  await expect.poll(() => windowOf(running)).toMatchObject({ isVisible: true, isFocused: true });
  await close(running);
  await expect.poll(() => isVisible(running)).toBe(false);
  await desktop.tray.clickMenu('Show Foyer');
  await expect.poll(() => isVisible(running)).toBe(true);
});

test('with that turned off in the settings, closing ends it', async () => {
  const running = await launch();
  await hasTray();
  await openSettings(running.shell);
  const keep = running.shell.getByRole('switch', { name: 'Keep running when the window is closed' });
  await expect(keep).toBeChecked();
  await keep.click();
  await expect(keep).not.toBeChecked();
  const ended = running.app.waitForEvent('close');
  await close(running);
  await ended;
  foyer = undefined;
  await expect.poll(() => desktop.tray.items()).toEqual([]);
});

test('the tray ends it for good, also while its window is hidden', async () => {
  const running = await launch();
  await hasTray();
  await close(running);
  await expect.poll(() => isVisible(running)).toBe(false);
  const ended = running.app.waitForEvent('close');
  await desktop.tray.clickMenu('Quit').catch(() => undefined); // it may be gone before it answers
  await ended;
  foyer = undefined;
});

test('started hidden it is in the tray and nowhere else until it is called', async () => {
  const running = await launch({}, ['--hidden']);
  await hasTray();
  expect(await isVisible(running)).toBe(false);
  await desktop.tray.activate();
  await expect.poll(() => windowOf(running)).toMatchObject({ isVisible: true, isFocused: true });
  await expect(onBar(running.shell, 'Settings')).toBeVisible();
});

test.describe('where there is no tray', () => {
  let bare: Desktop;
  test.beforeAll(async () => {
    bare = await startDesktop({ hasTray: false });
  });
  test.afterAll(() => bare?.stop());

  test('closing ends it, and a start that was to be hidden is not', async () => {
    foyer = await startFoyer({ env: bare.env, profile, args: ['--hidden'] });
    const running = foyer;
    await expect.poll(() => isVisible(running)).toBe(true);
    const ended = running.app.waitForEvent('close');
    await close(running);
    await ended;
    foyer = undefined;
  });
});
