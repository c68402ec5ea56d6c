import { expect } from '@playwright/test';
import { test } from '../support/desktop-chat.js';
import { notify, setUnread } from '../support/plain-chat.js';

test('tray, launcher and title count all services, and the menu leads to them', async ({
  desktop,
  chat,
  launch,
}) => {
  const { servicePage, shell, app } = await launch(
    chat.service('one'),
    chat.service('two'),
    chat.service('three', { countInTotal: false }),
  );
  const title = () => app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.getTitle());
  const one = await servicePage(chat.addressOf('one'));
  const two = await servicePage(chat.addressOf('two'));
  const three = await servicePage(chat.addressOf('three'));
  const plain = await desktop.tray.nextTray((item) => item.tooltip.title === 'Foyer');
  await setUnread(two, 3);
  await desktop.launcher.nextLauncher(({ count, isCountVisible }) => count === 3 && isCountVisible);
  await setUnread(three, 5);
  await setUnread(one, 1);
  const { appUri } = await desktop.launcher.nextLauncher(({ count }) => count === 4);
  expect(appUri).toBe('application://foyer.desktop');
  const counted = await desktop.tray.nextTray((item) => item.tooltip.title === 'Foyer: 4 unread messages');
  expect(counted.pixmaps[0]?.argb).not.toEqual(plain.pixmaps[0]?.argb);
  expect((await desktop.tray.menu()).map(({ label }) => label)).toEqual([
    'Chat one (1)',
    'Chat two (3)',
    'Chat three (5)',
    '',
    'Pause for 1 hour',
    'Focus',
    '',
    'Show Foyer',
    'Quit',
  ]);
  expect(await title()).toBe('(4) Chat one — Foyer');
  await desktop.tray.clickMenu('Chat two (3)');
  await expect(shell.getByRole('heading', { name: 'Chat two' })).toBeVisible();
  expect(await title()).toBe('(4) Chat two — Foyer');
  await setUnread(one, 0);
  await setUnread(two, 0);
  await desktop.launcher.nextLauncher(({ isCountVisible }) => !isCountVisible);
  await desktop.tray.nextTray((item) => item.tooltip.title === 'Foyer');
});

test('paused from the tray nothing arrives, until it is resumed there', async ({ desktop, chat, launch }) => {
  const { servicePage } = await launch(chat.service('one'));
  const page = await servicePage(chat.addressOf('one'));
  await desktop.tray.nextTray(() => true);
  await desktop.tray.clickMenu('Pause for 1 hour');
  await desktop.tray.nextTray((item) => item.tooltip.title.endsWith(', paused'));
  await notify(page, 'unheard');
  await desktop.tray.clickMenu('End the pause');
  await desktop.tray.nextTray((item) => !item.tooltip.title.endsWith(', paused'));
  const heard = desktop.nextNotification((one) => one.title.startsWith('heard'));
  await notify(page, 'heard');
  await heard;
  expect(desktop.notifications().map((one) => one.title)).toEqual(['heard · Chat one']);
});

test('the tray comes and goes with its host; closing the window hides it only while it is there', async ({
  desktop,
  chat,
  launch,
}) => {
  const { app, shell } = await launch(chat.service('one'));
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
  } finally {
    await desktop.tray.start();
  }
});
