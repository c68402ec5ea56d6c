import { expect, test } from '@playwright/test';
import { aMorning, manyEntries, MORNING_MS } from '../support/inbox-fixtures';
import { putInbox } from '../support/inbox-stand-in';
import { startInboxScreen, type InboxScreen } from '../support/inbox-screen';

// What is kept, deleted, exported and recognised on screen, and what it does when there is much of it or trouble.

let it: InboxScreen;

test.beforeAll(async () => {
  it = await startInboxScreen();
});
test.afterAll(() => it?.stop());

const press = (key: string) => it.page.keyboard.press(key);

test('I44 the keyboard is where the next is when an entry is deleted, after being asked once', async () => {
  await it.open({ inboxFilter: { channelId: 'C1' } });
  await expect(it.heads().first()).toBeFocused();
  await press('ArrowDown');
  await expect(it.entry('99ab012')).toBeFocused();
  await press('Tab');
  await press('Tab');
  await press('Enter');
  await it.page.getByRole('menuitem', { name: 'Delete this message' }).press('Enter');
  const dialog = it.page.getByRole('dialog', { name: 'Delete for good?' });
  await expect(dialog).toContainText('1 message (#random) goes from the inbox');
  await press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await it.shell.calls('page.show')).toEqual([]);
  await expect(it.entry('99ab012')).toBeFocused();
  await it.page.locator('.entry', { hasText: '99ab012' }).click({ button: 'right' });
  await it.page.getByRole('menuitem', { name: 'Delete this message' }).click();
  await dialog.getByRole('button', { name: 'Delete 1' }).click();
  await it.changed({ inboxFilter: { channelId: 'C1' } });
  await expect(it.entry('99ab012')).toHaveCount(0);
  await expect(it.page.locator('[data-stop]:focus')).toHaveCount(1);
});

test('I42 what is shown goes by filter, and an export says where it went', async () => {
  await it.open();
  await it.page.getByRole('button', { name: 'Held back' }).click();
  await expect(it.heads()).toHaveCount(4);
  await it.page.getByRole('button', { name: 'More for the inbox' }).click();
  await it.page.getByRole('menuitem', { name: 'Delete what is shown' }).click();
  await it.page.getByRole('button', { name: 'Delete 9' }).click();
  const [call] = await it.shell.calls('inbox.remove');
  expect(call?.input).toMatchObject({ filter: { decisions: ['hold'] } });
  await it.shell.answer('inbox.export', {
    value: { kind: 'saved', file: '/home/alice/inbox.json', count: 9 },
  });
  await it.page.getByRole('button', { name: 'More for the inbox' }).click();
  await it.page.getByRole('menuitem', { name: 'Export what is shown' }).click();
  await expect(it.status()).toHaveText('9 messages saved to /home/alice/inbox.json.');
});

test('I41 a failing inbox says what was kept, and is tried again', async () => {
  const health = { kind: 'failing', reason: 'disk-full' } as const;
  await it.open({ inbox: { health, unread: 0, held: 0, version: 1 } });
  await expect(it.page.getByRole('alert')).toContainText('The disk is full');
  await expect(it.heads().first()).toBeVisible();
  await it.shell.answer('inbox.page', { value: { kind: 'failed', reason: 'broken' } });
  await it.page.getByRole('button', { name: 'For me' }).click();
  await expect(it.page.getByRole('heading', { name: 'The inbox cannot be read' })).toBeVisible();
  await putInbox(it.shell, aMorning());
  await it.page.getByRole('button', { name: 'Try now' }).click();
  await expect(it.heads().first()).toBeVisible();
});

test('I43 a conversation nobody names is recognised as the person says', async () => {
  await it.open();
  const offer = (how: 'contains' | 'is', text: string, count: number) => ({
    suggestion: { name: text, kind: 'public', on: 'title', how, text },
    count,
    examples: [text, `${text} again`],
  });
  const value = [offer('contains', '#deploys', 38), offer('is', 'Build 812', 1)];
  await it.shell.answer('pattern.suggest', { value });
  await it.page
    .locator('article', { hasText: 'Status page' })
    .getByRole('button', { name: /More for this con/ })
    .click();
  await it.page.getByRole('menuitem', { name: 'Recognise this conversation' }).click();
  const dialog = it.page.getByRole('dialog', { name: 'Recognise this conversation' });
  await expect(dialog.getByText('Fits 38 of the last notifications')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Deploys');
  await dialog.getByText('Mentions').click();
  await dialog.getByRole('button', { name: 'Recognise it' }).click();
  await expect(it.status()).toHaveText('Deploys is recognised from now on.');
  expect((await it.shell.calls('pattern.add')).map(({ input }) => input)).toEqual([
    {
      serviceId: 'website',
      pattern: { on: 'title', how: 'contains', text: '#deploys', name: 'Deploys', kind: 'public' },
      values: { preset: 'only-me' },
    },
  ]);
});

test('I39 a long inbox is read to its end with few entries in the page, and back', async () => {
  const entries = manyEntries(3600, MORNING_MS);
  await it.open({}, { sessions: [{ id: 1, cameMs: 0, leftMs: null }], entries });
  await it.page.getByText('By time').click();
  const rows = it.page.locator('.entry-open');
  await expect(rows).toHaveCount(60);
  const toEnd = () => it.page.locator('.inbox').evaluate((inbox) => inbox.scrollTo(0, inbox.scrollHeight));
  await expect
    .poll(
      async () => {
        await toEnd();
        return it.page.getByText('Loading more').count();
      },
      { timeout: 40_000, intervals: [20] },
    )
    .toBe(0);
  expect(await rows.count()).toBeLessThan(2800);
  await expect(rows.last()).toHaveAttribute('data-entry', '1');
  await it.page.locator('.inbox').evaluate((inbox) => inbox.scrollTo(0, 0));
  await expect(rows.first()).toHaveAttribute('data-entry', '3600');
});

test('I20 nothing the inbox does is against the content policy', () => {
  expect(it.shell.complaints).toEqual([]);
});
