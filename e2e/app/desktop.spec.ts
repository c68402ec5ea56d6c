import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { Resvg } from '@resvg/resvg-js';
import type { Service } from '../../electron/core/model/service.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import type { DesktopNotification } from '../support/dunst.js';
import { type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { startHungDaemon } from '../support/hung-daemon.js';
import { seedService } from '../support/seed.js';

let desktop: Desktop;
let server: Server;
let foyer: Foyer | undefined;

const RED_PICTURE = new Resvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="red"/></svg>',
)
  .render()
  .asPng();

const addressOf = (id: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${id}/`;
const service = (id: string, changes: Partial<Service> = {}): Service =>
  seedService({ id, recipeId: 'website', name: `Chat ${id}`, url: addressOf(id), ...changes });
const launch = async (...services: readonly Service[]): Promise<Foyer> => {
  const seed = { services, activeServiceId: services[0]?.id ?? null };
  foyer = await startFoyer({ env: desktop.env, seed });
  return foyer;
};

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const isPicture = request.url?.endsWith('.png');
    response.setHeader('content-type', isPicture ? 'image/png' : 'text/html; charset=utf-8');
    response.end(isPicture ? RED_PICTURE : '<!doctype html><title>Chat</title><p>A chat');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  desktop = await startDesktop();
});

test.afterEach(async () => {
  await foyer?.quit();
  if (foyer) await removeProfile(foyer.profile);
  foyer = undefined;
  desktop.forget();
});

test.afterAll(async () => {
  await desktop?.stop();
  server?.close();
});

interface Told {
  told?: string[];
  last?: Notification;
}

/** Makes a notification in the page and keeps what its events say. */
const notify = (page: Page, title: string, options: object = {}) =>
  page.evaluate(
    ([text, more]) => {
      const told: string[] = ((globalThis as Told).told ??= []);
      const notification = new Notification(text, more);
      (globalThis as Told).last = notification;
      for (const event of ['show', 'click', 'close', 'error'])
        notification.addEventListener(event, () => told.push(`${event} ${text}`));
    },
    [title, options] as const,
  );
const told = (page: Page) => page.evaluate(() => (globalThis as Told).told ?? []);

/** Makes a notification and waits until it is on the desktop. */
async function shownBy(page: Page, title: string, options: object = {}): Promise<DesktopNotification> {
  const arriving = desktop.nextNotification((one) => one.title.startsWith(title));
  await notify(page, title, options);
  return arriving;
}
const unread = (page: Page, count: number) => page.evaluate((n) => navigator.setAppBadge(n), count);

test('a notification arrives whole, and a click on it comes back to its page and brings the service up', async () => {
  const { servicePage, shell } = await launch(service('one'), service('two'));
  const page = await servicePage(addressOf('two'));
  const arriving = desktop.nextNotification((one) => one.title.startsWith('#general'));
  await notify(page, '#general', { body: 'Ann: <b>lunch</b> & more?' });
  const one = await arriving;
  expect(one).toMatchObject({
    appName: 'Foyer',
    title: '#general (Chat two)',
    body: 'Ann: &lt;b&gt;lunch&lt;/b&gt; &amp; more?',
    replacesId: 0,
    expireMs: -1,
  });
  expect(one.hints).toMatchObject({ 'desktop-entry': 'foyer', urgency: 1 });
  expect(one.hints['image-path']).toMatch(/^file:\/\/.*\.png$/);
  await expect.poll(() => told(page)).toEqual(['show #general']);
  await desktop.click(one.id);
  await expect.poll(() => told(page)).toEqual(['show #general', 'click #general', 'close #general']);
  await expect(shell.getByRole('heading', { name: 'Chat two' })).toBeVisible();
});

test('the page gives the picture; one of the same tag takes the place of the older; what the page closes is gone', async () => {
  const { servicePage, app } = await launch(service('one'));
  const page = await servicePage(addressOf('one'));
  const options = { tag: 'room', icon: addressOf('one') + 'ann.png', requireInteraction: true };
  const lookOf = (one: DesktopNotification) =>
    app.evaluate(
      ({ nativeImage }, file) => {
        const image = nativeImage.createFromPath(file);
        return { ...image.getSize(), bgra: [...image.toBitmap().subarray(0, 4)] };
      },
      fileURLToPath(String(one.hints['image-path'])),
    );
  const first = await shownBy(page, 'first', options);
  // It came with the picture of the service, so that it did not wait for the network.
  expect((await lookOf(first)).bgra).not.toEqual([0, 0, 255, 255]);
  await expect
    .poll(async () => lookOf(await shownBy(page, 'again', options)))
    .toEqual({ width: 128, height: 128, bgra: [0, 0, 255, 255] });
  const last = await shownBy(page, 'last', options);
  expect(last).toMatchObject({ id: first.id, replacesId: first.id, expireMs: 0 });
  expect(last.hints['suppress-sound']).toBe(true);
  const loud = await shownBy(page, 'loud', { ...options, renotify: true });
  expect(loud.hints['suppress-sound']).toBeUndefined();
  await page.evaluate(() => (globalThis as Told).last?.close());
  await expect.poll(() => desktop.counts().then(({ shown }) => shown)).toBe(0);
});

test('dismissed on the desktop is closed in the page', async () => {
  const { servicePage } = await launch(service('one'));
  const page = await servicePage(addressOf('one'));
  const one = await shownBy(page, 'hello');
  await desktop.close(one.id);
  await expect.poll(() => told(page)).toEqual(['show hello', 'close hello']);
});

test('tray, launcher and title count all services, and the menu leads to them', async () => {
  const { servicePage, shell, app } = await launch(
    service('one'),
    service('two'),
    service('three', { countInTotal: false }),
  );
  const title = () => app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.getTitle());
  const one = await servicePage(addressOf('one'));
  const two = await servicePage(addressOf('two'));
  const three = await servicePage(addressOf('three'));
  const plain = await desktop.tray.nextTray((item) => item.tooltip.title === 'Foyer');
  await unread(two, 3);
  await desktop.launcher.nextLauncher(({ count, isCountVisible }) => count === 3 && isCountVisible);
  await unread(three, 5);
  await unread(one, 1);
  const { appUri } = await desktop.launcher.nextLauncher(({ count }) => count === 4);
  expect(appUri).toBe('application://foyer.desktop');
  const counted = await desktop.tray.nextTray((item) => item.tooltip.title === 'Foyer: 4 unread messages');
  expect(counted.pixmaps[0]?.argb).not.toEqual(plain.pixmaps[0]?.argb);
  expect((await desktop.tray.menu()).map(({ label }) => label)).toEqual([
    'Chat one (1)',
    'Chat two (3)',
    'Chat three (5)',
    '',
    'Pause notifications',
    'Pause notifications for one hour',
    '',
    'Show Foyer',
    'Quit',
  ]);
  expect(await title()).toBe('(4) Chat one — Foyer');
  await desktop.tray.clickMenu('Chat two (3)');
  await expect(shell.getByRole('heading', { name: 'Chat two' })).toBeVisible();
  expect(await title()).toBe('(4) Chat two — Foyer');
  await unread(one, 0);
  await unread(two, 0);
  await desktop.launcher.nextLauncher(({ isCountVisible }) => !isCountVisible);
  await desktop.tray.nextTray((item) => item.tooltip.title === 'Foyer');
});

test('paused from the tray nothing arrives, until it is resumed there', async () => {
  const { servicePage } = await launch(service('one'));
  const page = await servicePage(addressOf('one'));
  await desktop.tray.nextTray(() => true);
  await desktop.tray.clickMenu('Pause notifications for one hour');
  await desktop.tray.nextTray((item) => item.tooltip.title.endsWith('notifications paused'));
  await notify(page, 'unheard');
  await desktop.tray.clickMenu('Turn notifications on');
  await desktop.tray.nextTray((item) => !item.tooltip.title.endsWith('notifications paused'));
  await shownBy(page, 'heard');
  expect(desktop.notifications().map((one) => one.title)).toEqual(['heard (Chat one)']);
});

test('the tray comes and goes with its host; closing the window hides it only while it is there', async () => {
  const { app, shell } = await launch(service('one'));
  await desktop.tray.nextTray(() => true);
  await app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.close());
  const isVisible = () => app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(false);
  await desktop.tray.activate();
  await expect.poll(isVisible).toBe(true);
  await shell.getByRole('button', { name: 'Settings' }).click();
  const noTray = shell.getByText('This desktop has no tray, so closing the window ends Foyer.');
  await expect(noTray).toBeHidden();
  desktop.tray.stop();
  try {
    await expect(noTray).toBeVisible();
    await desktop.tray.start();
    await expect(noTray).toBeHidden();
    const back = await desktop.tray.nextTray(() => true);
    expect(back.tooltip.title).toBe('Foyer');
    desktop.tray.stop();
    await expect(noTray).toBeVisible();
    const ended = app.waitForEvent('close');
    await app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.close());
    await ended;
    foyer = undefined;
  } finally {
    await desktop.tray.start();
  }
});

test('without a notification daemon the page hears an error; when one starts, it is used', async () => {
  await desktop.daemon.halt();
  try {
    const { servicePage } = await launch(service('one'));
    const page = await servicePage(addressOf('one'));
    await notify(page, 'nobody there');
    await expect.poll(() => told(page)).toEqual(['error nobody there']);
    await desktop.daemon.resume();
    await shownBy(page, 'somebody there');
  } finally {
    await desktop.daemon.resume();
  }
});

test('a daemon that hangs holds up nothing; when it ends the page hears an error, and the next one is used', async () => {
  await desktop.daemon.halt();
  const hung = await startHungDaemon(desktop.busAddress);
  try {
    const { servicePage, app } = await launch(service('one'));
    const page = await servicePage(addressOf('one'));
    for (let index = 0; index < 5; index += 1) await notify(page, `waiting ${index}`);
    await expect.poll(() => hung.calls()).toContain('GetCapabilities');
    const startedMs = performance.now();
    for (let index = 0; index < 20; index += 1) await app.evaluate(() => 1 + 1);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    await unread(page, 7);
    await desktop.launcher.nextLauncher(({ count }) => count === 7);
    expect(await told(page)).toEqual([]);
    hung.stop();
    await expect.poll(() => told(page)).toEqual([0, 1, 2, 3, 4].map((index) => `error waiting ${index}`));
    await desktop.daemon.resume();
    await shownBy(page, 'alive');
  } finally {
    hung.stop();
    await desktop.daemon.resume();
  }
});
