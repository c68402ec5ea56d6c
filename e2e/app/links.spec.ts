import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Session } from 'electron/main';
import type { Browser } from '../../electron/core/model/browser.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { noticeIn } from '../support/bar.js';
import { createProfile, removeProfile } from '../support/foyer.js';
import { type Keyboard, startKeyboard } from '../support/keyboard.js';
import { type NativeMenus, watchNativeMenus } from '../support/native-menu.js';

test.describe.configure({ mode: 'serial' });

let stage: Stage;
let keyboard: Keyboard;
let menus: NativeMenus;
let folder: string;

/** Writes down what it is given, as a browser would open it. */
const BROWSER = '#!/bin/sh\nprintf "%s\\n" "$@" >> "$(dirname "$0")/opened"\n';

test.beforeAll(async () => {
  folder = await createProfile();
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/vivaldi'), BROWSER);
  await chmod(join(folder, 'bin/vivaldi'), 0o755);
  stage = await startStage({
    services: (web) => ({
      desk: `${web.own}/calm.html?name=desk`,
      front: `http://127.0.0.2:${web.port}/calm.html?name=front`,
      spare: `http://127.0.0.4:${web.port}/calm.html?name=spare`,
    }),
    settings: { theme: 'dark' },
    env: { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` },
  });
  keyboard = await startKeyboard(stage.desktop.displayName);
  menus = await watchNativeMenus(stage.foyer, keyboard);
});

test.afterAll(async () => {
  keyboard?.stop();
  await stage?.stop();
  await removeProfile(folder);
});

/** Puts a link into the page, as somebody's message would, and follows it. */
async function follow(address: string, target = '', from?: Page): Promise<void> {
  const page = from ?? (await desk());
  await page.evaluate(
    ([href, into]) => {
      document.querySelector('#link')?.remove();
      const link = Object.assign(document.createElement('a'), { id: 'link', href, target: into });
      link.textContent = 'A link';
      link.style.cssText = 'position: fixed; inset: 40px auto auto 40px; font-size: 24px';
      document.body.append(link);
    },
    [address, target],
  );
  // A click of Playwright's own would wait for where the page does not go.
  await page.mouse.click(60, 55);
}
const desk = (): Promise<Page> => stage.page('name=desk');
const other = (): string => `http://127.0.0.2:${stage.web.port}`;
const shell = (): Page => stage.foyer.shell;
const rules = async () => (await stage.projection()).linkRules;
const windows = () =>
  stage.foyer.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => ({
      url: webContents.getURL(),
      isKept: webContents.session.isPersistent(),
    })),
  );

test('B60 B66 a link opens outside, and with one click such links open in Foyer, apart from what services store', async () => {
  const away = `http://127.0.0.3:${stage.web.port}/calm.html?name=away`;
  await follow(away, '_blank');
  await expect.poll(stage.takeOpened).toEqual([away]);
  const asked = noticeIn(shell(), /open in your browser/);
  await expect(asked).toBeVisible();
  await shell().getByRole('button', { name: 'Always in Foyer' }).click();
  await expect(noticeIn(shell(), /open in Foyer from now on/)).toBeVisible();
  await (await desk()).evaluate(() => (document.cookie = 'secret=1'));
  for (const target of ['_blank', '']) await follow(away, target);
  await expect.poll(async () => (await windows()).map(({ url }) => url)).toEqual([away, away]);
  expect((await windows()).map(({ isKept }) => isKept)).toEqual([false, false]);
  expect(await stage.takeOpened()).toEqual([]);
  expect((await desk()).url()).toContain('name=desk');
  await stage.foyer.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().forEach((window) => window.close()),
  );
  await shell().getByRole('button', { name: 'Undo' }).click();
  await expect.poll(rules).toEqual([]);
});

test('B62 a link to another service opens there', async () => {
  await follow(`${other()}/calm.html?name=front&deep=1`, '_blank');
  await expect.poll(async () => (await stage.projection()).activeServiceId).toBe('front');
  await stage.page('deep=1');
  expect(await stage.takeOpened()).toEqual([]);
  await expect(noticeIn(shell(), /opened in Front/)).toBeVisible();
  await stage.command('service.activate', { serviceId: 'desk' });
});

test('B67 B68 the menu of a link has all ways; a service has a browser of its own', async () => {
  expect((await stage.command('browsers.list')) as readonly Browser[]).toContain('vivaldi');
  await stage.command('service.set-browser', { serviceId: 'desk', browser: 'vivaldi' });
  const page = await desk();
  await page.mouse.click(60, 55, { button: 'right' });
  expect(await menus.next()).toEqual([
    ...['Open Link in Browser', 'Open Link in Front', 'Open Link in Foyer', 'Copy Link Address'],
    expect.stringMatching(/^Always Open Links to .+ in Browser$/),
  ]);
  await menus.choose('Open Link in Browser');
  await expect
    .poll(() => readFile(join(folder, 'bin/opened'), 'utf8').catch(() => ''))
    .toBe(`${other()}/calm.html?name=front&deep=1\n`);
  expect(await stage.takeOpened()).toEqual([]);
  await stage.command('service.set-browser', { serviceId: 'desk', browser: null });
});

test('B69 rules are listed, added, changed and taken back in the settings, by key', async () => {
  await stage.command('command.run', { id: 'settings.links' });
  const place = shell().getByRole('textbox', { name: 'Links to' });
  await place.fill('https://Docs.example.org/');
  await place.press('Enter');
  const way = shell().getByRole('combobox', { name: 'Where links to docs.example.org go' });
  await expect(way).toHaveValue('here');
  await way.selectOption('In the browser');
  await expect
    .poll(rules)
    .toEqual([{ serviceId: null, pattern: 'docs.example.org', answer: { kind: 'outside' } }]);
  const remove = shell().getByRole('button', { name: 'Remove what is set for links to docs.example.org' });
  await remove.press('Enter');
  await expect(way).toHaveCount(0);
  await expect(place).toBeFocused();
  await shell().getByRole('button', { name: 'Undo' }).click();
  await expect(way).toBeVisible();
});

test('B80 B81 settings are reset after it was shown which, and come back', async () => {
  await shell().getByRole('textbox', { name: 'Search settings' }).fill('reset');
  await shell().getByRole('button', { name: 'See what changes' }).click();
  const dialog = shell().getByRole('dialog', { name: 'Reset: All settings' });
  await expect(dialog.getByRole('listitem')).toHaveText(['Theme']);
  await dialog.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(async () => (await stage.projection()).settings.theme).toBe('system');
  const copies = await readdir(join(stage.foyer.profile, 'backups'));
  expect(copies).toEqual([expect.stringMatching(/^before-reset-/)]);
  await expect(noticeIn(shell(), /1 setting was reset/)).toBeVisible();
  await shell().getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await stage.projection()).settings.theme).toBe('dark');
});

test('R37 own code and safe mode are called up by commands', async () => {
  await stage.command('page.show', { page: 'service' });
  await stage.command('command.run', { id: 'page.code' });
  await expect(shell().getByRole('dialog', { name: 'Own style and script for Desk' })).toBeVisible();
  await shell().keyboard.press('Escape');
  await expect(shell().getByRole('dialog')).toHaveCount(0);
  await stage.command('command.run', { id: 'safeMode' });
  await expect(shell().getByRole('dialog', { name: 'Safe mode' })).toBeVisible();
  await shell().keyboard.press('Escape');
  await expect(shell().getByRole('dialog')).toHaveCount(0);
});

test('B63 what links in Foyer stored goes with the service', async () => {
  const away = `http://127.0.0.3:${stage.web.port}/calm.html?name=away`;
  await stage.command('service.activate', { serviceId: 'spare' });
  await stage.command('link-rule.set', {
    serviceId: 'spare',
    pattern: '127.0.0.3',
    answer: { kind: 'here' },
  });
  await follow(away, '_blank', await stage.page('name=spare'));
  const guest = await stage.page('name=away');
  await guest.evaluate(() => (document.cookie = 'user=me; max-age=9999'));
  await stage.foyer.app.evaluate(({ BrowserWindow }) =>
    Reflect.set(globalThis, 'guest', BrowserWindow.getAllWindows()[0]?.webContents.session),
  );
  const cookies = () =>
    stage.foyer.app.evaluate(async () => {
      const { cookies: kept } = Reflect.get(globalThis, 'guest') as Session;
      return (await kept.get({})).map(({ value }) => value);
    });
  expect(await cookies()).toEqual(['me']);
  await stage.command('service.remove', { serviceId: 'spare' });
  await expect.poll(stage.childCount).toBe(0);
  expect(await cookies()).toEqual(['me']);
  await stage.command('notice.dismiss', { noticeId: 'removed-spare' });
  await expect.poll(cookies).toEqual([]);
});

test('B82 starting anew is asked twice, and leaves a backup of all there was', async () => {
  await stage.command('command.run', { id: 'settings.reset' });
  await shell().getByRole('button', { name: 'Start anew' }).click();
  const dialog = shell().getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeDisabled();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toContainText('2 services are removed now');
  await dialog.getByRole('button', { name: 'Remove everything' }).click();
  const path = await dialog.getByText(/before-start-anew-/).innerText();
  expect(await stage.projection()).toMatchObject({
    services: [],
    linkRules: [],
    settings: { theme: 'system' },
  });
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    kind: 'foyer-backup',
    kept: { services: [{ id: 'desk' }, { id: 'front' }], settings: { theme: 'dark' } },
  });
});
