import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { type ScreenReader, startScreenReader } from '../support/at-spi.js';
import { onBar } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { command, inboxOf } from '../support/inbox.js';
import { fromOutside } from '../support/from-outside.js';
import { type Keyboard, startKeyboard } from '../support/keyboard.js';
import { notify, type PlainChat, setUnread, startPlainChat } from '../support/plain-chat.js';

// The lock in the real app: one person, one passphrase, two starts. Each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' });

const PASSPHRASE = 'seven quiet rooms';
/** What nobody may read while it is locked; the words are said nowhere else. */
const SECRETS = ['Zanzibar', 'harbourmaster', 'velvet lighthouse', 'marmalade'];

let desktop: Desktop;
let chat: PlainChat;
let reader: ScreenReader;
let keyboard: Keyboard;
let foyer: Foyer;
let profile: string;

test.beforeAll(async () => {
  [desktop, chat, profile] = await Promise.all([startDesktop(), startPlainChat(), createProfile()]);
  [reader, keyboard] = await Promise.all([startScreenReader(desktop), startKeyboard(desktop.displayName)]);
});

test.afterAll(async () => {
  await foyer?.quit();
  keyboard?.stop();
  await reader?.stop();
  await Promise.all([desktop?.stop(), chat?.stop(), profile && removeProfile(profile)]);
});

const field = () => foyer.shell.getByLabel('Passphrase', { exact: true });
const lockScreen = () => foyer.shell.getByRole('heading', { name: 'Foyer is locked' });
const dialog = () => foyer.shell.getByRole('dialog');
const unlock = async (passphrase: string): Promise<void> => {
  await field().fill(passphrase);
  await foyer.shell.keyboard.press('Enter');
};
const title = () => foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.getTitle() ?? '');
const found = (text: string): readonly string[] => SECRETS.filter((secret) => text.includes(secret));
const spoken = async (): Promise<string> => JSON.stringify(await reader.read().catch(() => []));

/** Everything below the profile that holds one of the secrets; what Chromium keeps of the pages themselves aside. */
async function secretFiles(): Promise<readonly string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const ours = entries.filter((one) => one.isFile() && !/\/Partitions\/|Cache/.test(one.parentPath));
  const told = await Promise.all(
    ours.map(async ({ parentPath, name }) => {
      const text = (await readFile(join(parentPath, name)).catch(() => Buffer.of())).toString('latin1');
      return found(text).length > 0 ? [name] : [];
    }),
  );
  return told.flat();
}

test('L51 L52 a passphrase is set, once it is known that forgotten is lost, and seals what is kept', async () => {
  const services = [
    chat.service('one', { name: 'Zanzibar office', ownNames: ['harbourmaster'] }),
    chat.service('two', { name: 'Second' }),
  ];
  foyer = await startFoyer({ env: reader.env, profile, seed: { services, activeServiceId: 'one' } });
  const page = await foyer.servicePage(chat.addressOf('one'));
  const shown = desktop.nextNotification((one) => one.body.includes('velvet'));
  await notify(page, 'marmalade', { body: 'the velvet lighthouse' });
  await shown;
  await expect.poll(async () => (await inboxOf(foyer.shell)).length).toBe(1);
  await expect.poll(secretFiles).toContain('foyer.json');

  await command(foyer.shell, 'command.run', { id: 'settings.lock' });
  await foyer.shell.getByRole('button', { name: 'Set a passphrase' }).click();
  await dialog().getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await dialog().getByLabel('The same again').fill(PASSPHRASE);
  await dialog().getByRole('button', { name: 'Set a passphrase' }).click();
  await expect(dialog().getByRole('alert')).toHaveText('Tick this to go on.');
  await dialog()
    .getByRole('checkbox', { name: /forgotten passphrase/ })
    .check();
  await dialog().getByRole('button', { name: 'Set a passphrase' }).click();
  await expect(foyer.shell.getByText('The passphrase is set.')).toBeVisible();
  expect(await secretFiles()).toEqual([]);
});

test('L53 L54 locked by its key while the keyboard is in a page, nothing of any service is left to see', async () => {
  await onBar(foyer.shell, 'Zanzibar office').click();
  const page = await foyer.servicePage(chat.addressOf('one'));
  await setUnread(page, 3);
  await expect.poll(title).toBe('(3) Zanzibar office — Foyer');
  await desktop.tray.nextTray(() => true);
  await expect.poll(spoken).toContain('Zanzibar');
  await keyboard.press('Control+Shift+l');
  await expect(lockScreen()).toBeVisible();
  await expect(field()).toBeFocused();
  expect(found(await foyer.shell.content())).toEqual([]);
  await expect.poll(title).toBe('(3) Foyer');
  const menu = async () => (await desktop.tray.menu()).map(({ label }) => label);
  await expect.poll(menu).toEqual(['Unlock Foyer', 'Quit']);
  // Not behind it either: pages are not in the window at all.
  const children = () =>
    foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.contentView.children.length);
  expect(await children()).toBe(1);
  await expect.poll(spoken).toContain('Foyer is locked');
  expect(found(await spoken())).toEqual([]);
  // What the keyboard says is not for the page, nor for any command.
  await keyboard.press('Control+k');
  await keyboard.press('F8');
  await expect(lockScreen()).toBeVisible();
  await expect(command(foyer.shell, 'channels.list', { serviceId: 'one' })).rejects.toThrow('locked');
});

test('L55 L56 what comes meanwhile says only that something came, and waits, sealed, for the inbox', async () => {
  const page = await foyer.servicePage(chat.addressOf('one'));
  const arriving = desktop.nextNotification(() => true);
  await notify(page, 'marmalade again', { body: 'harbourmaster: come to the velvet lighthouse' });
  const one = await arriving;
  expect(one).toMatchObject({ title: 'New message', body: '' });
  expect(one.hints['image-path']).toBeUndefined();
  expect(desktop.notifications().at(-1)?.title).toBe('New message');
  await desktop.click(one.id);
  await expect(lockScreen()).toBeVisible();
  await expect
    .poll(async () => (await readFile(join(profile, 'inbox.waiting'), 'utf8').catch(() => '')).length)
    .toBeGreaterThan(100);
  expect(await secretFiles()).toEqual([]);
});

test('L57 the right passphrase gives all back, and what came meanwhile is in the inbox', async () => {
  await unlock('seven quiet rooms ');
  await expect(foyer.shell.getByText('That is not the passphrase.')).toBeVisible();
  await unlock(PASSPHRASE);
  await expect(onBar(foyer.shell, 'Zanzibar office')).toBeVisible();
  await expect.poll(title).toBe('(3) Zanzibar office — Foyer');
  const bodies = async () => (await inboxOf(foyer.shell).catch(() => [])).map(({ body }) => body);
  await expect
    .poll(bodies)
    .toEqual(['harbourmaster: come to the velvet lighthouse', 'the velvet lighthouse']);
  const page = await foyer.servicePage(chat.addressOf('one'));
  expect(await isShown(page)).toBe(true);
});

test('L68 L70 L72 what a Mac knows its person by opens it, too: when they ask for it, and when they come back', async () => {
  const button = () => foyer.shell.getByRole('button', { name: 'Unlock with Touch ID' });
  // The parts of it that only a Mac has: these two, and its word that somebody comes to the app.
  await foyer.app.evaluate(({ systemPreferences }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { touchId: { asked, isKnown: false } });
    const { touchId } = globalThis as unknown as { touchId: { isKnown: boolean } };
    Object.assign(systemPreferences, {
      canPromptTouchID: () => true,
      promptTouchID: (reason: string) => {
        asked.push(reason);
        return touchId.isKnown ? Promise.resolve() : Promise.reject(new Error('Cancelled'));
      },
    });
  });
  const know = (isKnown: boolean) =>
    foyer.app.evaluate((_electron, is) => {
      const { touchId } = globalThis as unknown as { touchId: { isKnown: boolean } };
      touchId.isKnown = is;
    }, isKnown);
  const asked = () =>
    foyer.app.evaluate(
      () => (globalThis as unknown as { touchId: { asked: readonly string[] } }).touchId.asked,
    );
  await command(foyer.shell, 'command.run', { id: 'settings.lock' });
  await foyer.shell.getByRole('switch', { name: 'Unlock with Touch ID' }).click();
  await dialog().getByLabel('Passphrase now').fill('not the passphrase');
  await dialog().getByRole('button', { name: 'Unlock with Touch ID' }).click();
  await expect(dialog().getByText('That is not the passphrase.')).toBeVisible();
  await dialog().getByLabel('Passphrase now').fill(PASSPHRASE);
  await dialog().getByRole('button', { name: 'Unlock with Touch ID' }).click();
  await expect(foyer.shell.getByRole('switch', { name: 'Unlock with Touch ID' })).toBeChecked();
  await foyer.shell.getByRole('button', { name: 'Lock now' }).click();
  await expect(field()).toBeFocused();
  await button().click();
  await expect(foyer.shell.getByText('Touch ID did not unlock it.')).toBeVisible();
  expect(await asked()).toEqual(['unlock your messages']);
  expect(await secretFiles()).toEqual([]);
  await know(true);
  await button().click();
  await expect(onBar(foyer.shell, 'Zanzibar office')).toBeVisible();
  await expect.poll(async () => (await inboxOf(foyer.shell).catch(() => [])).length).toBe(2);
  // Who locks it with a key is still here; once they were away and come back they are asked, with no press.
  await keyboard.press('Control+Shift+l');
  await expect(button()).toBeVisible();
  expect(await asked()).toHaveLength(2);
  await foyer.app.evaluate(({ app }) => void app.emit('did-become-active'));
  await expect(onBar(foyer.shell, 'Zanzibar office')).toBeVisible();
  expect(await asked()).toHaveLength(3);
});

test('D75 L58 L59 L61 started anew it is locked, loads nothing, and opens to the right passphrase alone', async () => {
  await foyer.quit();
  foyer = await startFoyer({ env: reader.env, profile });
  await expect(lockScreen()).toBeVisible();
  await expect(field()).toBeFocused();
  expect(foyer.app.windows()).toHaveLength(1);
  expect(found(await foyer.shell.content())).toEqual([]);
  for (const wrong of ['Seven quiet rooms', 'velvet lighthouse']) {
    await unlock(wrong);
    await expect(foyer.shell.getByText('That is not the passphrase.')).toBeVisible();
    await expect(field()).toHaveValue('');
  }
  expect(await secretFiles()).toEqual([]);
  // What leads somewhere is done once it is open.
  const asked = fromOutside(profile, reader.env).bus('Open', 'ss', 'Second', '');
  await expect(asked).rejects.toThrow('This is done when you unlock it');
  await unlock(PASSPHRASE);
  await expect(onBar(foyer.shell, 'Zanzibar office')).toBeVisible();
  const active = async () => (await command(foyer.shell, 'app.connect', undefined)).activeServiceId;
  await expect.poll(active).toBe('two');
  await foyer.servicePage(chat.addressOf('one'));
  await expect.poll(async () => (await inboxOf(foyer.shell).catch(() => [])).length).toBe(2);
  expect((await readdir(profile)).filter((name) => /broken|sealed/.test(name))).toEqual([]);
});

test('L60 the passphrase is changed, then removed, and all is as before', async () => {
  const next = 'another quiet room';
  await command(foyer.shell, 'lock.change', { passphrase: PASSPHRASE, next });
  expect(await command(foyer.shell, 'lock.remove', { passphrase: PASSPHRASE })).toEqual({ kind: 'wrong' });
  expect(await command(foyer.shell, 'lock.remove', { passphrase: next })).toEqual({ kind: 'done' });
  expect(await secretFiles()).toEqual(expect.arrayContaining(['foyer.json', 'foyer.backup.json']));
  expect((await readdir(profile)).filter((name) => name.startsWith('lock'))).toEqual([]);
});

const isShown = (page: Page): Promise<boolean> => page.evaluate(() => document.visibilityState === 'visible');
