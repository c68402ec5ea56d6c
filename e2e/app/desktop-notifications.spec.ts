import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/desktop-chat.js';
import type { Desktop } from '../support/desktop.js';
import type { DesktopNotification } from '../support/dunst.js';
import { startHungDaemon } from '../support/hung-daemon.js';
import { closeLast, notify, setUnread, told } from '../support/plain-chat.js';

/** Makes a notification and waits until it is on the desktop. */
async function shownBy(
  desktop: Desktop,
  page: Page,
  title: string,
  options: object = {},
): Promise<DesktopNotification> {
  const arriving = desktop.nextNotification((one) => one.title.startsWith(title));
  await notify(page, title, options);
  return arriving;
}

test('a notification arrives whole, and a click on it comes back to its page and brings the service up', async ({
  desktop,
  chat,
  launch,
}) => {
  const { servicePage, shell } = await launch(chat.service('one'), chat.service('two'));
  const page = await servicePage(chat.addressOf('two'));
  const arriving = desktop.nextNotification((one) => one.title.startsWith('#general'));
  await notify(page, '#general', { body: 'Ann: <b>lunch</b> & more?' });
  const one = await arriving;
  expect(one).toMatchObject({
    appName: 'Foyer',
    title: '#general · Chat two',
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

test('the page gives the picture; one of the same tag takes the place of the older; what the page closes is gone', async ({
  desktop,
  chat,
  launch,
}) => {
  const { servicePage, app } = await launch(chat.service('one'));
  const page = await servicePage(chat.addressOf('one'));
  const options = { tag: 'room', icon: chat.addressOf('one') + 'ann.png', requireInteraction: true };
  const lookOf = (one: DesktopNotification) =>
    app.evaluate(
      ({ nativeImage }, file) => {
        const image = nativeImage.createFromPath(file);
        return { ...image.getSize(), bgra: [...image.toBitmap().subarray(0, 4)] };
      },
      fileURLToPath(String(one.hints['image-path'])),
    );
  // A service's own picture is at hand soon after the start.
  await expect
    .poll(async () => (await shownBy(desktop, page, 'early')).hints['image-path'])
    .toMatch(/^file:/);
  await desktop.closeAll();
  const first = await shownBy(desktop, page, 'first', options);
  // It came with the picture of the service, so that it did not wait for the network.
  expect((await lookOf(first)).bgra).not.toEqual([0, 0, 255, 255]);
  await expect
    .poll(async () => lookOf(await shownBy(desktop, page, 'again', options)))
    .toEqual({ width: 128, height: 128, bgra: [0, 0, 255, 255] });
  const last = await shownBy(desktop, page, 'last', options);
  expect(last).toMatchObject({ id: first.id, replacesId: first.id, expireMs: 0 });
  expect(last.hints['suppress-sound']).toBe(true);
  const loud = await shownBy(desktop, page, 'loud', { ...options, renotify: true });
  expect(loud.hints['suppress-sound']).toBeUndefined();
  await closeLast(page);
  await expect.poll(() => desktop.counts().then(({ shown }) => shown)).toBe(0);
});

test('dismissed on the desktop is closed in the page', async ({ desktop, chat, launch }) => {
  const { servicePage } = await launch(chat.service('one'));
  const page = await servicePage(chat.addressOf('one'));
  const one = await shownBy(desktop, page, 'hello');
  await desktop.close(one.id);
  await expect.poll(() => told(page)).toEqual(['show hello', 'close hello']);
});

test('without a notification daemon the page hears an error; when one starts, it is used', async ({
  desktop,
  chat,
  launch,
}) => {
  await desktop.daemon.halt();
  try {
    const { servicePage } = await launch(chat.service('one'));
    const page = await servicePage(chat.addressOf('one'));
    await notify(page, 'nobody there');
    await expect.poll(() => told(page)).toEqual(['error nobody there']);
    await desktop.daemon.resume();
    await shownBy(desktop, page, 'somebody there');
  } finally {
    await desktop.daemon.resume();
  }
});

test('a daemon that hangs holds up nothing; when it ends the page hears an error, and the next one is used', async ({
  desktop,
  chat,
  launch,
}) => {
  await desktop.daemon.halt();
  const hung = await startHungDaemon(desktop.busAddress);
  try {
    const { servicePage, app } = await launch(chat.service('one'));
    const page = await servicePage(chat.addressOf('one'));
    for (let index = 0; index < 5; index += 1) await notify(page, `waiting ${index}`);
    await expect.poll(() => hung.calls()).toContain('GetCapabilities');
    const startedMs = performance.now();
    for (let index = 0; index < 20; index += 1) await app.evaluate(() => 1 + 1);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    await setUnread(page, 7);
    await desktop.launcher.nextLauncher(({ count }) => count === 7);
    expect(await told(page)).toEqual([]);
    hung.stop();
    await expect.poll(() => told(page)).toEqual([0, 1, 2, 3, 4].map((index) => `error waiting ${index}`));
    await desktop.daemon.resume();
    await shownBy(desktop, page, 'alive');
  } finally {
    hung.stop();
    await desktop.daemon.resume();
  }
});
