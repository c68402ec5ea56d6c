import { expect, test, type Page } from '@playwright/test';
import { barOf, menuEntry, namesOnBar, onBar, openSettings, pickFor } from '../support/bar';
import { startDesktop, type Desktop } from '../support/desktop';
import { removeProfile, startFoyer, type Foyer } from '../support/foyer';
import { startKeyboard, type Keyboard } from '../support/keyboard';
import { notify, setUnread, startPlainChat, type PlainChat } from '../support/plain-chat';

test.describe.configure({ mode: 'serial' });

// One app for all: two workspaces are made by the first test, and the others live in them.
let desktop: Desktop;
let chat: PlainChat;
let keyboard: Keyboard;
let foyer: Foyer;
let shell: Page;
const pageOf = (id: string): Promise<Page> => foyer.servicePage(chat.addressOf(id));

test.beforeAll(async () => {
  [desktop, chat] = await Promise.all([startDesktop(), startPlainChat()]);
  keyboard = await startKeyboard(desktop.displayName);
  const services = ['one', 'two', 'three'].map((id) => chat.service(id));
  foyer = await startFoyer({ env: desktop.env, seed: { services, activeServiceId: 'one' } });
  ({ shell } = foyer);
});

test.afterAll(async () => {
  await foyer?.quit();
  if (foyer !== undefined) await removeProfile(foyer.profile);
  keyboard?.stop();
  await Promise.all([desktop?.stop(), chat?.stop()]);
});

const button = () => barOf(shell).locator('.workspace-button');
const expectBar = (...names: readonly string[]) =>
  expect.poll(() => namesOnBar(shell)).toEqual(names.map((name) => `Chat ${name}`));
/** The address of the page that has the keyboard. */
const keyboardAt = () =>
  foyer.app.evaluate(({ webContents }) => webContents.getFocusedWebContents()?.getURL() ?? '');

test('O12 O13 workspaces are made from a service’s menu and from the bar', async () => {
  await expect(button()).toHaveCount(0);
  await pickFor(shell, 'Chat one', 'In workspaces', 'New workspace');
  const dialog = shell.getByRole('dialog', { name: 'New workspace' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Work');
  await expect(dialog.getByRole('checkbox', { name: 'Chat one' })).toBeChecked();
  await dialog.getByRole('checkbox', { name: 'Chat three' }).check();
  await dialog.getByRole('switch', { name: 'Stays quiet while another is up' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(button()).toHaveAccessibleName('Workspace: All services');

  await button().click();
  await menuEntry(shell, 'New workspace').click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Home');
  await dialog.getByRole('checkbox', { name: 'Chat two' }).check();
  await shell.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await pickFor(shell, 'Chat two', 'In workspaces');
  await expect(shell.getByRole('menuitemcheckbox', { name: 'Home' })).toBeChecked();
  await expect(shell.getByRole('menuitemcheckbox', { name: 'Work' })).not.toBeChecked();
  await shell.keyboard.press('Escape');
  await shell.keyboard.press('Escape');
});

test('O6 O8 keys put them up from a page and from the shell, each in its own order', async () => {
  await onBar(shell, 'Chat one').click();
  await expect.poll(keyboardAt).toBe(chat.addressOf('one'));
  await keyboard.press('Alt+Shift+2');
  await expectBar('two');
  await expect(onBar(shell, 'Chat two')).toHaveAttribute('aria-current', 'page');
  await expect.poll(keyboardAt).toBe(chat.addressOf('two'));
  await keyboard.press('Alt+Shift+1');
  await expectBar('one', 'three');
  await expect(button()).toHaveAccessibleName('Workspace: Work');
  await onBar(shell, 'Chat one').focus();
  await shell.keyboard.press('Alt+ArrowDown');
  await expectBar('three', 'one');
  await keyboard.press('F6');
  await expect.poll(keyboardAt).toMatch(/^app:/);
  await keyboard.press('Alt+Shift+0');
  await expectBar('one', 'two', 'three');
  await keyboard.press('Alt+Shift+1');
  await expectBar('three', 'one');
});

test('O9 O12 what comes in a quiet one is held while another is up, and summed up when it is put up', async () => {
  const [one, two] = await Promise.all([pageOf('one'), pageOf('two')]);
  await button().click();
  await shell.getByRole('menuitemradio', { name: /^Home/ }).click();
  await expectBar('two');
  await expect(shell.getByRole('button', { name: 'Quiet: Work', exact: true }).first()).toBeVisible();
  const loud = desktop.nextNotification(({ title }) => title.startsWith('loud'));
  await notify(one, 'quiet');
  await setUnread(one, 3);
  await notify(two, 'loud');
  await loud;
  expect(desktop.notifications().map(({ title }) => title)).toEqual([expect.stringMatching(/^loud/)]);
  await expect(button()).toHaveAccessibleName('Workspace: Home, unread messages elsewhere');
  const summary = desktop.nextNotification(({ body }) => body.includes('Chat one'));
  await onBar(shell, 'Chat two').click();
  await keyboard.press('Alt+Shift+1');
  await summary;
  await expect(shell.getByRole('button', { name: 'Quiet: Work', exact: true })).toHaveCount(0);
});

test('O11 the badge counts the workspace that is up, where that is set', async () => {
  await setUnread(await pageOf('two'), 4);
  await desktop.launcher.nextLauncher(({ count }) => count === 7);
  await openSettings(shell);
  await shell.getByText('The workspace that is up').click();
  await desktop.launcher.nextLauncher(({ count }) => count === 3);
  await shell.getByText('All services', { exact: true }).first().click();
  await desktop.launcher.nextLauncher(({ count }) => count === 7);
});

test('O5 a click on a notification comes to the workspace that has its service', async () => {
  await keyboard.press('Alt+Shift+1');
  await expectBar('three', 'one');
  const arriving = desktop.nextNotification(({ title }) => title.startsWith('over here'));
  await notify(await pageOf('two'), 'over here');
  await desktop.click((await arriving).id);
  await expectBar('two');
  await expect(onBar(shell, 'Chat two')).toHaveAttribute('aria-current', 'page');
});

test('O13 O5 one that is taken away leaves its services and the rest', async () => {
  await openSettings(shell);
  await shell.getByRole('button', { name: 'Edit Home' }).click();
  await shell.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  const question = shell.getByRole('dialog', { name: 'Remove Home?' });
  await question.getByRole('button', { name: 'Remove' }).click();
  await expectBar('one', 'two', 'three');
  await expect(shell.getByRole('button', { name: 'Edit Home' })).toHaveCount(0);
  await expect(shell.getByRole('button', { name: 'Edit Work' })).toBeVisible();
});
