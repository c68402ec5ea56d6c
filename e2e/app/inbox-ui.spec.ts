import { expect, test } from '@playwright/test';
import { aMorning } from '../support/inbox-fixtures';
import { putInbox } from '../support/inbox-stand-in';
import { startInboxScreen, type InboxScreen } from '../support/inbox-screen';

// The inbox on screen with a made-up main: what a person sees and does, by mouse and by keyboard.

let it: InboxScreen;

test.beforeAll(async () => {
  it = await startInboxScreen();
});
test.afterAll(() => it?.stop());

const held = { inboxFilter: { decisions: ['hold'] } } as const;
const press = (key: string) => it.page.keyboard.press(key);

test('I31 what was held is cleared with two keys, the most important first', async () => {
  await it.open(held);
  await expect(it.heads()).toHaveCount(4);
  await expect(it.heads().first()).toBeFocused();
  await expect(it.heads().first()).toContainText('田中 由紀');
  await press('e');
  await expect(it.heads().nth(1)).toBeFocused();
  await expect(it.page.locator('article').first()).toHaveAttribute('data-folded', 'true');
  await press('e');
  await press('e');
  await expect(it.heads().nth(3)).toBeFocused();
  await press('e');
  await it.changed(held);
  await expect(it.status()).toHaveText('2 messages marked as read.');
  await expect(it.page.locator('[data-unread="true"]')).toHaveCount(0);
  expect((await it.shell.calls('inbox.mark')).length).toBe(4);
  await press('u');
  await expect(it.status()).toHaveText('2 messages marked as unread.');
});

test('I29 Shift with E marks all that is shown, and nothing else', async () => {
  await it.open(held);
  await expect(it.heads().first()).toBeFocused();
  await press('Shift+E');
  await expect(it.page.locator('[data-unread="true"]')).toHaveCount(0);
  const [call] = await it.shell.calls('inbox.mark');
  expect(call?.input).toMatchObject({ filter: { decisions: ['hold'] }, isRead: true });
  await it.page.getByRole('button', { name: 'Held back' }).click();
  await expect(it.entry('Deployed 4f2c9d1')).toHaveAttribute('data-unread', 'true');
});

test('I30 keys go through conversations and entries, open, and find the search', async () => {
  await it.open();
  await expect(it.search()).toBeFocused();
  await press('ArrowDown');
  await expect(it.heads().first()).toBeFocused();
  await press('ArrowDown');
  await expect(it.entry('来週の会議')).toBeFocused();
  await press('j');
  await expect(it.heads().nth(1)).toBeFocused();
  await press('k');
  await expect(it.heads().first()).toBeFocused();
  await press('ArrowLeft');
  await expect(it.entry('来週の会議')).toHaveCount(0);
  await press('ArrowRight');
  await press('ArrowDown');
  await press('Enter');
  expect((await it.shell.calls('inbox.open')).map(({ input }) => input)).toEqual([{ id: 999 }]);
  await press('/');
  await expect(it.search()).toBeFocused();
  await it.page.keyboard.type('ej');
  await expect(it.search()).toHaveValue('ej');
});

test('I26 a search finds as one types, marks it, says how many, and says when there is nothing', async () => {
  await it.open();
  await it.page.keyboard.type('lunch at');
  await expect(it.page.locator('mark')).toHaveText(['Lunch', 'at', 'at']);
  await expect(it.status()).toHaveText('1 message, 1 unread');
  await it.page.keyboard.type(' night');
  await expect(it.page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await it.page.getByRole('button', { name: 'Show everything' }).click();
  await expect(it.heads().first()).toBeVisible();
  await expect(it.search()).toHaveValue('');
});

test('I27 filters by service, conversation, sender and time add up and go one by one', async () => {
  await it.open();
  const choose = async (menu: string, item: string): Promise<void> => {
    await it.page.getByRole('button', { name: menu, exact: true }).click();
    await it.page.getByRole('menuitemradio', { name: item }).click();
  };
  await choose('Service', 'Acme');
  await expect(it.heads()).toHaveText([/#random/]);
  await choose('Conversation', '#random');
  await choose('Sender', 'deploybot');
  await it.page.getByRole('button', { name: 'Time', exact: true }).click();
  await it.page.getByRole('menuitem', { name: 'Last 7 days' }).click();
  const lastFilter = async () =>
    ((await it.shell.calls('inbox.page')).at(-1)?.input as { filter: object } | undefined)?.filter;
  await expect
    .poll(lastFilter)
    .toMatchObject({ serviceId: 'slack', channelId: 'C1', sender: 'deploybot', fromMs: expect.any(Number) });
  await it.page.getByRole('button', { name: 'Remove the filter: Sender' }).click();
  await it.page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(it.heads().first()).toContainText('田中 由紀');
});

test('I34 W tells why in place, Escape folds it, and the rules are one step away', async () => {
  await it.open(held);
  await expect(it.heads().first()).toBeFocused();
  await press('ArrowDown');
  await press('w');
  await expect(it.page.getByRole('group', { name: 'Why?' })).toContainText('focus');
  await press('Escape');
  await expect(it.page.getByRole('group', { name: 'Why?' })).toHaveCount(0);
  await expect(it.entry('来週の会議')).toBeFocused();
  expect(await it.shell.calls('page.show')).toEqual([]);
  await press('w');
  await it.page.getByRole('button', { name: 'Change the rules' }).click();
  expect((await it.shell.calls('page.show')).map(({ input }) => input)).toEqual([{ page: 'rules' }]);
});

test('a conversation is muted from the keyboard, for a while or for good, and the keyboard is back', async () => {
  await it.open(held);
  await expect(it.heads().first()).toBeFocused();
  await press('j');
  await press('m');
  await expect(it.page.getByRole('menuitem', { name: 'Always' })).toBeEnabled();
  await it.page.getByRole('menuitem', { name: 'For one hour' }).press('Enter');
  await expect(it.heads().nth(1)).toBeFocused();
  const [call] = await it.shell.calls('rule.pause');
  expect(call?.input).toMatchObject({
    scope: { kind: 'channel', serviceId: 'matrix', channelId: '!dev:example.org' },
    until: { kind: 'minutes', minutes: 60 },
  });
});

test('I38 what is new waits while somebody reads, and comes with N', async () => {
  const morning = aMorning();
  await it.open(held, { ...morning, entries: morning.entries.slice(1) });
  await expect(it.heads().first()).toBeFocused();
  const drawn = await it.page.locator('.entry-open').count();
  await putInbox(it.shell, morning);
  await it.changed(held);
  await expect(it.page.getByRole('button', { name: '1 new message' })).toBeVisible();
  expect(await it.page.locator('.entry-open').count()).toBe(drawn);
  await press('n');
  await expect(it.page.locator('.entry-open')).toHaveCount(drawn + 1);
  await expect(it.heads().first()).toBeFocused();
});

test('I20 nothing the inbox does is against the content policy', () => {
  expect(it.shell.complaints).toEqual([]);
});
