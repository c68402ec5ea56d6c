import { expect, test } from '@playwright/test';
import { defaultSettings } from '../../electron/core/model/settings.js';
import { type ScreenReader, type Spoken, startScreenReader } from '../support/at-spi.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { type Keyboard, startKeyboard } from '../support/keyboard.js';
import { seedService } from '../support/seed.js';
import { type Site, startSite } from '../support/site.js';

// Foyer as a screen reader is told of it, over AT-SPI alone: nothing here looks at the shell's page itself.
test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let site: Site;
let reader: ScreenReader;
let foyer: Foyer;
let keyboard: Keyboard;

test.beforeAll(async () => {
  [desktop, site] = await Promise.all([startDesktop(), startSite()]);
  [reader, keyboard] = await Promise.all([startScreenReader(desktop), startKeyboard(desktop.displayName)]);
  const services = ['Ann', 'Bob'].map((name) =>
    seedService({ id: name.toLowerCase(), recipeId: 'website', name, url: site.addressOf(name) }),
  );
  const settings = { ...defaultSettings, announce: 'all' } as const;
  foyer = await startFoyer({ env: reader.env, seed: { services, settings, activeServiceId: 'ann' } });
});

test.afterAll(async () => {
  await foyer?.quit();
  if (foyer) await removeProfile(foyer.profile);
  keyboard?.stop();
  await reader?.stop();
  await Promise.all([desktop?.stop(), site?.stop()]);
});

/** What is read of all that begins so. */
const found = async (begins: string): Promise<Spoken | undefined> => {
  const all = await reader.read().catch((): readonly Spoken[] => []);
  return all.find(({ role, name }) => role === 'push button' && name.startsWith(begins));
};
const heard = async (): Promise<readonly string[]> => {
  const all = await reader.read().catch((): readonly Spoken[] => []);
  return all.filter(({ role }) => role === 'static').map(({ name }) => name.trim());
};
const said = (begins: string) => expect.poll(async () => (await found(begins))?.name, { timeout: 20_000 });

test('X7 reads the bar: each service, what is unread, which is shown, in the order of the bar', async () => {
  await said('Ann').toBe('Ann, shown');
  await said('Bob').toBe('Bob');
  const all = await reader.read();
  const names = all.filter(({ role }) => role === 'push button').map(({ name }) => name);
  const bar = ['Inbox', 'Ann, shown', 'Bob', 'Add a service', 'Focus is off', 'Settings'];
  expect(names.filter((name) => bar.includes(name))).toEqual(bar);
  expect(all.some(({ role, name }) => role === 'tool bar' && name === 'Services')).toBe(true);
  expect((await found('Ann'))?.states).toContain('active');
  const bob = await found('Bob');
  expect(bob?.states).toEqual(expect.arrayContaining(['focusable', 'showing', 'enabled']));
  expect(bob?.states).not.toContain('active');
});

test('X1 X7 reads what is unread as it comes, and is told of it', async () => {
  const page = await foyer.servicePage(site.addressOf('Bob'));
  // What a page says first is how things stand.
  await page.evaluate(() => (document.title = '(1) Bob'));
  await said('Bob').toBe('Bob, 1 unread message');
  await page.evaluate(() => (document.title = '(3) Bob'));
  await said('Bob').toBe('Bob, 3 unread messages');
  await expect.poll(heard, { timeout: 20_000 }).toContain('Bob, 3 unread messages.');
});

test('X7 opens a service as a screen reader does', async () => {
  await (await found('Bob'))?.press();
  await said('Bob').toBe('Bob, 3 unread messages, shown');
  await said('Ann').toBe('Ann');
  expect((await found('Bob'))?.states).toContain('active');
});

test('X4 X7 is told what came of an action: focus', async () => {
  await (await found('Focus is off'))?.press();
  const items = async (): Promise<readonly Spoken[]> => {
    const all = await reader.read().catch((): readonly Spoken[] => []);
    return all.filter(({ role }) => role === 'menu item');
  };
  await expect
    .poll(async () => (await items()).map(({ name }) => name), { timeout: 20_000 })
    .toContain('Focus until you end it');
  await (await items()).find(({ name }) => name === 'Focus until you end it')?.press();
  await said('Focus').toBe('Focus until you end it');
  await expect.poll(heard, { timeout: 20_000 }).toContain('Focus until you end it.');
});

test('X7 works the switcher: its field, what is found, which is chosen, and where it leads', async () => {
  const inSwitcher = async (): Promise<readonly Spoken[]> => {
    const all = await reader.read().catch((): readonly Spoken[] => []);
    const at = all.findIndex(({ role }) => role === 'dialog');
    return at < 0 ? [] : all.slice(at);
  };
  const chosen = async (): Promise<readonly string[]> => {
    const options = (await inSwitcher()).filter(({ role }) => role === 'list item');
    return options
      .filter(({ states }) => states.includes('selected') && states.includes('focused'))
      .map(({ name }) => name);
  };
  await keyboard.press('Control+k');
  await expect
    .poll(async () => (await inSwitcher()).find(({ role }) => /combo box|entry/.test(role))?.states, {
      timeout: 20_000,
    })
    .toEqual(expect.arrayContaining(['expanded', 'showing']));
  await keyboard.type('ann');
  await expect.poll(chosen, { timeout: 20_000 }).toEqual(['Ann, service']);
  await keyboard.press('Enter');
  await said('Ann').toBe('Ann, in focus, held back, shown');
  expect(await inSwitcher()).toEqual([]);
});
