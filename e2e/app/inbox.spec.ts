import { expect, test, type Page } from '@playwright/test';
import { startDesktop, type Desktop } from '../support/desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from '../support/foyer';
import { command, entryWith, inboxOf, passTime } from '../support/inbox';
import { notify, startPlainChat, type PlainChat } from '../support/plain-chat';

// The inbox of the real app, as a person uses it after a focus: one story, told in order.
test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let chat: PlainChat;
let profile: string;
let foyer: Foyer;
let team: Page;
let build: Page;

test.beforeAll(async () => {
  [desktop, chat, profile] = await Promise.all([startDesktop(), startPlainChat(), createProfile()]);
  const services = [chat.service('team'), chat.service('build')];
  foyer = await startFoyer({ env: desktop.env, profile, seed: { services, activeServiceId: 'team' } });
  [team, build] = await Promise.all([
    foyer.servicePage(chat.addressOf('team')),
    foyer.servicePage(chat.addressOf('build')),
  ]);
});
test.afterAll(async () => {
  await foyer?.quit();
  await Promise.all([desktop?.stop(), chat?.stop()]);
  await removeProfile(profile);
});

const shell = () => foyer.shell;
const head = (name: string) => shell().locator('.conversation-name').filter({ hasText: name });
const entry = (text: string) => shell().locator('.entry-open').filter({ hasText: text });
const found = () => shell().locator('.inbox-found');
const press = (key: string) => shell().keyboard.press(key);

test('I31 coming back opens on what was held, and keys clear it', async () => {
  await command(shell(), 'focus.begin', { until: { kind: 'minutes', minutes: 30 }, isPause: false });
  await notify(team, 'Mara', { body: 'the mock-ups are up' });
  await notify(build, 'Build 7 failed (main)', { body: 'two checks are red' });
  await entryWith(shell(), 'two checks are red');
  await entryWith(shell(), 'the mock-ups are up');
  const summary = desktop.nextNotification(({ title }) => title.startsWith('Focus is over'));
  await passTime(foyer, 30 * 60_000);
  await desktop.click((await summary).id);
  await expect(shell().locator('.conversation-name')).toHaveCount(2);
  await expect(shell().locator('.conversation-name').first()).toBeFocused();
  await expect(shell().getByText('held in focus').first()).toBeVisible();
  await press('e');
  await expect(shell().locator('.conversation-name')).toHaveCount(1);
  await expect(shell().locator('.conversation-name')).toBeFocused();
  await press('e');
  await expect(shell().getByRole('heading', { name: 'All read' })).toBeVisible();
  await expect.poll(async () => (await inboxOf(shell(), { isUnread: true })).length).toBe(0);
});

test('I26 all is there again, and a word finds it as one types', async () => {
  await shell().getByRole('button', { name: 'Show everything' }).click();
  await expect(entry('the mock-ups are up')).toBeVisible();
  await shell().getByRole('textbox', { name: 'Search the inbox' }).fill('mock');
  await expect(shell().locator('mark')).toHaveText(['mock']);
  await expect(found()).toHaveText('1 message');
  await press('Escape');
  await expect(entry('two checks are red')).toBeVisible();
});

test('I38 what comes while somebody reads waits, and is there with a key', async () => {
  await entry('two checks are red').focus();
  await notify(build, 'Build 8 is green (main)', { body: 'all is well' });
  await expect(shell().getByRole('button', { name: '1 new message' })).toBeVisible();
  await expect(entry('all is well')).toHaveCount(0);
  await press('n');
  await expect(entry('all is well')).toBeVisible();
});

test('I34 any entry says why, as it was decided then', async () => {
  await entry('two checks are red').focus();
  await press('w');
  await expect(shell().getByRole('group', { name: 'Why?' })).toContainText(/focus/i);
  await press('Escape');
});

test('I43 a conversation nobody names is recognised from then on, and muted as asked', async () => {
  await entry('all is well').click({ button: 'right' });
  await shell().getByRole('menuitem', { name: 'Recognise this conversation' }).click();
  const dialog = shell().getByRole('dialog', { name: 'Recognise this conversation' });
  await dialog.getByText('the title ends with “(main)”').click();
  await expect(dialog.getByText('Fits 2 of the last notifications')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Builds of main');
  await dialog.getByRole('button', { name: 'Recognise it' }).click();
  await expect(found()).toHaveText('Builds of main is recognised from now on.');
  await notify(build, 'Build 9 failed (main)', { body: 'red once more' });
  expect(await entryWith(shell(), 'red once more')).toMatchObject({
    channelName: 'Builds of main',
    decision: 'drop',
    reason: 'muted',
  });
  await expect(shell().getByRole('button', { name: '1 new message' })).toBeVisible();
  await press('n');
  await expect(head('Builds of main')).toBeVisible();
});

test('I42 what is deleted is asked for once, and gone also after a restart', async () => {
  const card = shell()
    .locator('article')
    .filter({ has: head('Builds of main') });
  await card.getByRole('button', { name: 'More for this conversation' }).click();
  await shell().getByRole('menuitem', { name: 'Delete this conversation' }).click();
  const dialog = shell().getByRole('dialog', { name: 'Delete for good?' });
  await expect(dialog).toContainText('1 message (Builds of main)');
  await dialog.getByRole('button', { name: 'Delete 1' }).click();
  await expect(head('Builds of main')).toHaveCount(0);
  await foyer.quit();
  foyer = await startFoyer({ env: desktop.env, profile });
  await foyer.servicePage(chat.addressOf('team'));
  const bodies = (await inboxOf(shell())).map(({ body }) => body);
  expect(bodies).toEqual(['all is well', 'two checks are red', 'the mock-ups are up']);
});
