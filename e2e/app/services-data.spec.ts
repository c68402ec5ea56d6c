import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { barOf, namesOnBar, noticeIn, onBar, openAddresses, pickFor } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { seedService } from '../support/seed.js';
import { type Site, startSite } from '../support/site.js';

let desktop: Desktop;
let site: Site;
let foyer: Foyer;
let profile: string;

test.beforeAll(async () => {
  [desktop, site] = await Promise.all([startDesktop(), startSite()]);
});

test.beforeEach(async () => {
  profile = await createProfile();
});

test.afterEach(async () => {
  await foyer?.quit();
  await removeProfile(profile);
});

test.afterAll(async () => {
  await Promise.all([desktop?.stop(), site?.stop()]);
});

const service = (id: string) =>
  seedService({ id, recipeId: 'website', name: id.toUpperCase(), url: site.addressOf(id) });
const pageOf = (id: string): Promise<Page> => foyer.servicePage(site.addressOf(id));
const launch = async (...ids: readonly string[]): Promise<Page> => {
  const seed = { services: ids.map(service), activeServiceId: ids[0] ?? null };
  foyer = await startFoyer({ env: desktop.env, profile, seed });
  return foyer.shell;
};

async function signIn(id: string): Promise<void> {
  await onBar(foyer.shell, id.toUpperCase()).click();
  const page = await pageOf(id);
  await page.getByRole('textbox', { name: 'User' }).fill(id);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: `Signed in as ${id}` })).toBeVisible();
}

/** What the page of a service finds of its own. */
const keptIn = async (id: string) =>
  (await pageOf(id)).evaluate(async () => ({
    cookie: document.cookie,
    storage: Object.fromEntries(Object.entries(localStorage)) as Record<string, unknown>,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const everything = (id: string) => ({ cookie: `user=${id}`, storage: { user: id }, workers: 1 });
const NOTHING = { cookie: '', storage: {}, workers: 0 };

test('clearing its data signs out there and nowhere else', async () => {
  const shell = await launch('ann', 'bob');
  await signIn('bob');
  await signIn('ann');
  // From here on the page writes down its session anew whenever it goes.
  const reloaded = (await pageOf('ann')).waitForEvent('load');
  await shell.getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  expect(await keptIn('ann')).toEqual(everything('ann'));
  await pickFor(shell, 'ANN', 'Clear data');
  const sheet = shell.getByRole('dialog', { name: 'Clear the data of ANN?' });
  await expect(sheet.getByRole('radio', { name: 'Everything' })).toBeFocused();
  await shell.keyboard.press('Escape');
  expect(await keptIn('ann')).toEqual(everything('ann'));
  await pickFor(shell, 'ANN', 'Clear data');
  await sheet.getByRole('button', { name: 'Clear data' }).click();
  await expect(noticeIn(shell, 'The data of ANN was cleared.')).toBeVisible();
  await expect((await pageOf('ann')).getByRole('heading', { name: 'Signed out' })).toBeVisible();
  expect(await keptIn('ann')).toEqual(NOTHING);
  expect(await keptIn('bob')).toEqual(everything('bob'));
  await expect(onBar(shell, 'ANN')).toBeVisible();
});

test('removed and brought back: place, page and sign-in are as before', async () => {
  const shell = await launch('ann', 'bob', 'cat');
  await signIn('bob');
  await onBar(shell, 'BOB').click();
  await pickFor(shell, 'BOB', 'Remove');
  await expect.poll(() => namesOnBar(shell)).toEqual(['ANN', 'CAT']);
  await expect(onBar(shell, 'CAT')).toHaveAttribute('aria-current', 'page');
  await expect.poll(() => openAddresses(foyer)).not.toContain(site.addressOf('bob'));
  await shell.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => namesOnBar(shell)).toEqual(['ANN', 'BOB', 'CAT']);
  await expect(onBar(shell, 'BOB')).toHaveAttribute('aria-current', 'page');
  await expect(noticeIn(shell, 'BOB was removed.')).toBeHidden();
  await expect((await pageOf('bob')).getByRole('heading', { name: 'Signed in as bob' })).toBeVisible();
  expect(await keptIn('bob')).toEqual(everything('bob'));
});

test('removed for good its data is gone, also when the app ends within the time for undoing', async () => {
  const shell = await launch('ann', 'bob');
  await signIn('ann');
  await signIn('bob');
  await pickFor(shell, 'ANN', 'Remove');
  await expect(noticeIn(shell, 'ANN was removed.')).toBeVisible();
  await shell.getByRole('button', { name: 'Dismiss' }).click();
  await expect(shell.getByRole('button', { name: 'Undo' })).toBeHidden();
  await pickFor(shell, 'BOB', 'Remove');
  await expect(shell.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(shell.getByRole('combobox', { name: 'Search services' })).toBeVisible();
  await foyer.quit();
  await launch('ann', 'bob');
  expect(await keptIn('ann')).toEqual(NOTHING);
  expect(await keptIn('bob')).toEqual(NOTHING);
});

test('the data of services that are no longer there does not stay for ever', async () => {
  await launch('ann', 'bob');
  await signIn('ann');
  await signIn('bob');
  const folders = () => readdirSync(join(profile, 'Partitions')).toSorted();
  expect(folders()).toEqual(['service-ann', 'service-bob']);
  await foyer.quit();
  const shell = await launch('bob');
  await expect.poll(folders).toEqual(['service-bob']);
  await expect((await pageOf('bob')).getByRole('heading', { name: 'Signed in as bob' })).toBeVisible();
  await expect(onBar(shell, 'BOB')).toBeVisible();
  expect(existsSync(join(profile, 'foyer.json'))).toBe(true);
});

test('twenty services: all can be reached, by wheel and by keys', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `chat-${index + 1}`);
  const shell = await launch(...ids);
  const last = onBar(shell, 'CHAT-20');
  await expect(last).not.toBeInViewport();
  await expect(onBar(shell, 'Settings')).toBeInViewport();
  await onBar(shell, 'CHAT-1').hover();
  await shell.mouse.wheel(0, 2000);
  await expect(last).toBeInViewport();
  await last.click();
  await expect(last).toHaveAttribute('aria-current', 'page');
  await pageOf('chat-20');
  await onBar(shell, 'CHAT-20').focus();
  await shell.keyboard.press('Home');
  await expect(onBar(shell, 'Inbox')).toBeFocused();
  await shell.keyboard.press('ArrowDown');
  await expect(onBar(shell, 'CHAT-1')).toBeFocused();
  await expect(onBar(shell, 'CHAT-1')).toBeInViewport();
  await shell.keyboard.press('ArrowUp');
  await shell.keyboard.press('ArrowUp');
  await expect(onBar(shell, 'Settings')).toBeFocused();
  await shell.keyboard.press('Home');
  for (let index = 0; index < 20; index += 1) await shell.keyboard.press('ArrowDown');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(barOf(shell).locator('[tabindex="0"]')).toHaveCount(1);
  await shell.keyboard.press('Alt+Home');
  await expect.poll(async () => (await namesOnBar(shell))[0]).toBe('CHAT-20');
  await expect(last).toBeFocused();
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
});
