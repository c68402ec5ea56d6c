import { expect, type Page, test } from '@playwright/test';
import { barOf, onBar } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { type Keyboard, startKeyboard } from '../support/keyboard.js';
import { seedService } from '../support/seed.js';
import { type Site, startSite } from '../support/site.js';

test.describe.configure({ mode: 'serial' });

const IDS = ['ann', 'bob', 'cat', 'dan'];

let desktop: Desktop;
let site: Site;
let foyer: Foyer;
let shell: Page;
let keyboard: Keyboard;
let pages: Readonly<Record<string, Page>>;

test.beforeAll(async () => {
  [desktop, site] = await Promise.all([startDesktop(), startSite()]);
  keyboard = await startKeyboard(desktop.displayName);
  const services = IDS.map((id) =>
    seedService({ id, recipeId: 'website', name: id, url: site.addressOf(id), enabled: id !== 'cat' }),
  );
  foyer = await startFoyer({ env: desktop.env, seed: { services, activeServiceId: 'ann' } });
  ({ shell } = foyer);
  const found = ['ann', 'bob', 'dan'].map(async (id) => [id, await foyer.servicePage(site.addressOf(id))]);
  pages = Object.fromEntries(await Promise.all(found)) as typeof pages;
});

test.afterAll(async () => {
  await foyer?.quit();
  if (foyer) await removeProfile(foyer.profile);
  keyboard?.stop();
  await Promise.all([desktop?.stop(), site?.stop()]);
});

/** The page that has the keyboard, by the name of its service; `shell` when it is ours. */
const keyboardAt = () =>
  foyer.app.evaluate(({ webContents }) => {
    const focused = webContents.getFocusedWebContents();
    const url = focused?.getURL() ?? '';
    return url.startsWith('app:')
      ? 'shell'
      : (new URL(url || 'http://nowhere/').pathname.split('/')[1] ?? '');
  });
const shown = (name: string) => expect(onBar(shell, name)).toHaveAttribute('aria-current', 'page');
const heardBy = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
const pageOf = (id: string): Page => {
  const page = pages[id];
  if (page === undefined) throw new Error(`no page of ${id}`);
  return page;
};

/** Puts the keyboard into a page as a click would. */
async function focusPage(id: string): Promise<Page> {
  await onBar(shell, id).click();
  await shown(id);
  await pageOf(id).getByRole('textbox', { name: 'User' }).click();
  await expect.poll(keyboardAt).toBe(id);
  await heardBy(pageOf(id));
  return pageOf(id);
}

/** Puts the keyboard on the bar. */
async function focusShell(id: string): Promise<Page> {
  await focusPage(id);
  await keyboard.press('F6');
  await expect.poll(keyboardAt).toBe('shell');
  return shell;
}

for (const from of ['the page', 'the shell'] as const) {
  const start = (id: string) => (from === 'the page' ? focusPage(id) : focusShell(id));

  test(`with the keyboard in ${from}: numbers and Tab go to services, and the keyboard goes with them`, async () => {
    await start('ann');
    await keyboard.press('Control+2');
    await shown('bob');
    await expect.poll(keyboardAt).toBe('bob');
    await start('bob');
    await keyboard.press('Control+4');
    await shown('dan');
    await start('dan');
    await keyboard.press('Control+3');
    await shown('cat');
    await expect(shell.getByRole('heading', { name: 'cat is turned off' })).toBeVisible();
    await start('ann');
    await keyboard.press('Control+9');
    await shown('ann');
    await start('bob');
    await keyboard.press('Control+Tab');
    await shown('dan'); // the one that is off is passed over
    await start('dan');
    await keyboard.press('Control+Tab');
    await shown('ann');
    await start('ann');
    await keyboard.press('Control+Shift+Tab');
    await shown('dan');
    await expect.poll(keyboardAt).toBe('dan');
  });

  test(`with the keyboard in ${from}: reload, and back to the start page`, async () => {
    const page = pageOf('ann');
    await focusPage('ann');
    await page.getByRole('link', { name: 'Room' }).click();
    await expect(page).toHaveURL(`${site.addressOf('ann')}room`);
    const reloaded = page.waitForEvent('load');
    await start('ann');
    await keyboard.press('Control+r');
    await reloaded;
    await expect(page).toHaveURL(`${site.addressOf('ann')}room`);
    await start('ann');
    await keyboard.press('Control+Shift+R');
    await expect(page).toHaveURL(site.addressOf('ann'));
    await page.waitForLoadState();
  });

  test(`with the keyboard in ${from}: add and settings open ready to type`, async () => {
    await start('ann');
    await keyboard.press('Control+n');
    await expect(shell.getByRole('combobox', { name: 'Search services' })).toBeFocused();
    await expect.poll(keyboardAt).toBe('shell');
    await keyboard.press('Control+1');
    await shown('ann');
    await expect.poll(keyboardAt).toBe('ann');
    await start('ann');
    await keyboard.press('Control+,');
    await expect(shell.getByRole('textbox', { name: 'Search settings' })).toBeFocused();
    await expect.poll(keyboardAt).toBe('shell');
    await keyboard.press('Escape');
    await shown('ann');
  });
}

test('F6 goes to the bar, to the service that is shown, and back to where one typed', async () => {
  const page = await focusPage('bob');
  await keyboard.type('hel');
  await keyboard.press('F6');
  await expect.poll(keyboardAt).toBe('shell');
  await expect(barOf(shell).locator(':focus')).toHaveAccessibleName(/^bob/);
  await keyboard.press('F6');
  await expect.poll(keyboardAt).toBe('bob');
  await keyboard.type('lo');
  await expect(page.getByRole('textbox', { name: 'User' })).toHaveValue('hello');
  await keyboard.press('F6');
  await expect.poll(keyboardAt).toBe('shell');
  await keyboard.press('Escape');
  await expect.poll(keyboardAt).toBe('bob');
});

test('a page hears nothing of what the app takes, and everything else', async () => {
  const page = await focusPage('ann');
  await keyboard.press('Control+2');
  await focusPage('bob');
  await keyboard.press('Control+1');
  await shown('ann');
  await keyboard.press('Control+,');
  await expect(shell.getByRole('textbox', { name: 'Search settings' })).toBeFocused();
  await expect.poll(keyboardAt).toBe('shell');
  await keyboard.press('Escape');
  await expect.poll(keyboardAt).toBe('ann');
  await keyboard.press('F6');
  await expect.poll(keyboardAt).toBe('shell');
  const taken = await heardBy(page);
  expect(taken.filter((key) => !/(?:Control|Alt|Shift)$/.test(key))).toEqual([]);
  await focusPage('ann');
  const free = [
    'Control+k',
    'Control+b',
    'Alt+1',
    'Control+Alt+2',
    'Control+Shift+K',
    'Escape',
    'F5',
    'Control+f',
  ];
  for (const key of free) await keyboard.press(key);
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: readonly string[] }).heard);
  await expect
    .poll(async () => (await heard()).filter((key) => !/(?:Control|Alt|Shift)$/.test(key)))
    .toEqual(free);
  await shown('ann');
});

test('F9 begins and ends focus and F8 opens and leaves the inbox, wherever the keyboard is', async () => {
  const page = await focusPage('ann');
  const button = shell.locator('.focus-button');
  await keyboard.press('F9');
  await expect(button).toHaveAccessibleName('Focus until you end it');
  await keyboard.press('F9');
  await expect(button).toHaveAccessibleName('Focus is off');
  await keyboard.press('F8');
  await expect(shell.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await keyboard.press('F8');
  await shown('ann');
  expect(await heardBy(page)).toEqual([]);
});

test('Ctrl+Q ends the app from a page', async () => {
  await focusPage('bob');
  const ended = foyer.app.waitForEvent('close');
  await keyboard.press('Control+q');
  await ended;
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
});

test('Ctrl+Q ends the app from the shell', async () => {
  foyer = await startFoyer({ env: desktop.env, profile: foyer.profile });
  await onBar(foyer.shell, 'Settings').click();
  await expect.poll(keyboardAt).toBe('shell');
  const ended = foyer.app.waitForEvent('close');
  await keyboard.press('Control+q');
  await ended;
});
