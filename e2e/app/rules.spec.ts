import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Persisted } from '../../electron/core/model/persisted';
import type { Rule, RuleScope } from '../../electron/core/model/rule';
import { defaultSettings } from '../../electron/core/model/settings';
import { menuEntry, onBar, pickFor } from '../support/bar';
import { startDesktop, type Desktop } from '../support/desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from '../support/foyer';
import { seedService } from '../support/seed';
import { startSite, type Site } from '../support/site';

// The page of rules and focus in the real app.
let desktop: Desktop;
let site: Site;
let foyer: Foyer;
let profile: string;

test.beforeAll(async () => {
  [desktop, site] = await Promise.all([startDesktop(), startSite()]);
});
test.afterEach(() => desktop.forget());
test.afterAll(async () => {
  await Promise.all([desktop?.stop(), site?.stop()]);
});

const channel = (name: string): RuleScope => ({
  kind: 'channel',
  serviceId: 'ann',
  channelId: `id-${name}`,
  name,
  channelKind: 'public',
});
const sounds = (name: string): Rule => ({ scope: channel(name), values: { sound: false } });

async function end(): Promise<void> {
  await foyer?.quit();
  await removeProfile(profile);
}
async function launch(seed: Partial<Persisted> = {}): Promise<Page> {
  const services = ['ann', 'bob'].map((id) =>
    seedService({ id, recipeId: 'website', name: id, url: site.addressOf(id) }),
  );
  profile = await createProfile();
  foyer = await startFoyer({
    env: desktop.env,
    profile,
    seed: { services, activeServiceId: 'ann', ...seed },
  });
  return foyer.shell;
}
const cell = (shell: Page, row: string, column: string): Locator =>
  shell.getByRole('row', { name: new RegExp(`^${row}`) }).locator(`[data-column="${column}"]`);

test.describe('started for each', () => {
  test.afterEach(end);

  test('a row is found by typing and changed by keyboard alone; what is set is kept and given back', async () => {
    const shell = await launch({ rules: ['general', 'random', 'releases'].map(sounds) });
    await pickFor(shell, 'ann', 'Its rules');
    await expect(shell.getByRole('combobox', { name: 'Service' })).toHaveValue('ann');
    await expect(shell.getByRole('textbox', { name: 'Search services and channels' })).toBeFocused();
    await shell.keyboard.type('rand');
    await expect(shell.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
    await shell.keyboard.press('ArrowDown');
    await shell.keyboard.press('ArrowRight');
    await shell.keyboard.press('Enter');
    await shell.getByRole('menuitemradio', { name: 'Nothing' }).press('Enter');
    await expect(cell(shell, 'random', 'notify')).toHaveText('Nothing, set here');
    await expect(cell(shell, 'random', 'notify')).toBeFocused();

    await foyer.quit();
    foyer = await startFoyer({ env: desktop.env, profile });
    await pickFor(foyer.shell, 'ann', 'Its rules');
    await expect(cell(foyer.shell, 'random', 'notify')).toHaveText('Nothing, set here');
    await expect(cell(foyer.shell, 'general', 'notify')).toHaveText(/^All, from: /);
    await cell(foyer.shell, 'random', 'sound').click();
    await foyer.shell.keyboard.press('Escape');
    await foyer.shell.keyboard.press('Delete');
    await expect(cell(foyer.shell, 'random', 'sound')).toHaveText(/^On, from: /);
  });

  test('all rows at once: chosen by Ctrl+A, set, muted for a while, given back', async () => {
    const shell = await launch({ rules: ['general', 'random'].map(sounds) });
    await pickFor(shell, 'ann', 'Its rules');
    await cell(shell, 'general', 'name').click();
    await shell.keyboard.press('Control+a');
    await expect(shell.getByText('4 chosen')).toBeVisible();
    await shell.getByRole('button', { name: 'Set to' }).click();
    await shell.getByRole('menuitemradio', { name: /^Nothing/ }).click();
    for (const name of ['ann', 'Public channels', 'general', 'random'])
      await expect(cell(shell, name, 'notify')).toHaveText('Nothing, set here');
    await expect(onBar(shell, 'ann')).toHaveAccessibleName(/notifications off/);
    await shell.getByRole('button', { name: 'Give back' }).click();
    await expect(cell(shell, 'ann', 'notify')).toHaveText(/^All, from: /);
    await expect(onBar(shell, 'ann')).not.toHaveAccessibleName(/notifications off/);
    await shell.getByRole('button', { name: 'Choose none' }).click();
    await cell(shell, 'ann', 'name').click();
    await shell.getByRole('button', { name: 'For a while' }).click();
    await menuEntry(shell, 'For one hour').click();
    await expect(cell(shell, 'ann', 'quiet')).toHaveText(/\d/);
    await expect(onBar(shell, 'ann')).toHaveAccessibleName(/quiet until/);
  });

  test('a busy channel is offered once, in a line for which its page gives way; the answer is a rule', async () => {
    const services = [
      seedService({ id: 'ann', recipeId: 'thelounge', name: 'ann', url: site.addressOf('ann') }),
    ];
    const settings = { ...defaultSettings, busyPerHour: 2 };
    const shell = await launch({ services, settings });
    const ann = await foyer.servicePage(site.addressOf('ann'));
    const heightOf = () => ann.evaluate(() => innerHeight);
    const before = await heightOf();
    const hint = shell.getByRole('complementary', { name: 'A busy channel' });
    for (let count = 0; count < 3; count += 1)
      await ann.evaluate(() => void new Notification('mara (#random) says:', { body: 'so' }));
    await expect(hint.getByRole('status')).toHaveText('#random: 3 messages this hour.');
    await expect.poll(heightOf).toBe(before - 44);
    await hint.getByRole('button', { name: 'Only when I am mentioned' }).click();
    await expect(hint).toHaveCount(0);
    await expect.poll(heightOf).toBe(before);
    await pickFor(shell, 'ann', 'Its rules');
    await expect(cell(shell, 'random', 'notify')).toHaveText('Mentions, set here');
  });
});

test.describe('in one start', () => {
  test.beforeAll(() => launch());
  test.afterAll(end);

  test('a schedule is made by keyboard, is on at once, and ends for this turn', async () => {
    const { shell } = foyer;
    await shell.getByRole('button', { name: 'Focus is off' }).click();
    await menuEntry(shell, 'Schedules').click();
    await expect(shell.getByRole('button', { name: 'Add a schedule' })).toBeFocused();
    await shell.keyboard.press('Enter');
    await expect(shell.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await shell.keyboard.type('All day');
    for (const day of ['Saturday', 'Sunday']) await shell.getByRole('checkbox', { name: day }).press(' ');
    await shell.getByLabel('From', { exact: true }).fill('00:00');
    await shell.getByLabel('To', { exact: true }).fill('00:00');
    await shell.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(shell.getByText('Every day, all day')).toBeVisible();
    const button = shell.locator('.focus-button');
    await expect(button).toHaveAccessibleName(/^Focus until .*: All day$/);
    await button.click();
    await shell.getByRole('menuitem', { name: /^End focus/ }).click();
    await expect(button).toHaveAccessibleName('Focus is off');
  });

  test('why a service is silent is said, and the desktop hears nothing of it', async () => {
    const { shell } = foyer;
    const ann = await foyer.servicePage(site.addressOf('ann'));
    const bob = await foyer.servicePage(site.addressOf('bob'));
    await pickFor(shell, 'ann', 'Notifications', 'Nothing');
    const arriving = desktop.nextNotification((one) => one.title.startsWith('loud'));
    await ann.evaluate(() => void new Notification('quiet'));
    await bob.evaluate(() => void new Notification('loud'));
    await arriving;
    expect(desktop.notifications().map(({ title }) => title)).toEqual([expect.stringMatching(/^loud/)]);
    await pickFor(shell, 'ann', 'Its rules');
    await cell(shell, 'ann', 'menu').click();
    await menuEntry(shell, 'Why?').click();
    const why = shell.getByRole('dialog', { name: 'Why? ann' });
    await expect(why.getByText('Not shown: nothing there is notified.').first()).toBeVisible();
    await expect(why.getByText('from: ann').first()).toBeVisible();
    await shell.keyboard.press('Escape');
    await expect(why).toHaveCount(0);
  });

  test('in focus what comes is held and counted; the bar and the header say so, and ending it shows the inbox', async () => {
    const { shell } = foyer;
    const bob = await foyer.servicePage(site.addressOf('bob'));
    await shell.getByRole('button', { name: 'Focus is off' }).click();
    await menuEntry(shell, 'Focus for one hour').click();
    const header = shell.getByRole('banner').getByRole('button', { name: /^Focus until/ });
    await expect(header).toBeVisible();
    await bob.evaluate(() => void new Notification('held'));
    await expect(shell.locator('.focus-button')).toHaveAccessibleName(/, 1 held back$/);
    await header.click();
    await menuEntry(shell, 'Show what was held back').click();
    await expect(shell.getByRole('main').getByText('held', { exact: true })).toBeVisible();
    expect(desktop.notifications()).toEqual([]);
  });
});
