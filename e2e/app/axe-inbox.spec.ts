import { expect, test } from '@playwright/test';
import type { Projection } from '../../electron/core/ipc/projection';
import { defaultSettings } from '../../electron/core/model/settings';
import { expectReadable, putAxeInto } from '../support/axe';
import { aMorning } from '../support/inbox-fixtures';
import type { Kept } from '../support/inbox-stand-in';
import { startInboxScreen, type InboxScreen } from '../support/inbox-screen';

// Every screen and state of the inbox, in every look, read by axe; and that nothing of it is cut in a small window.

let it: InboxScreen;

test.beforeAll(async () => {
  it = await startInboxScreen();
  await putAxeInto(it.page);
});
test.afterAll(() => it?.stop());

interface Screen {
  readonly name: string;
  readonly projection?: Partial<Projection>;
  readonly kept?: Kept;
  /** What the person does before the screen is read, and what shows that it is there. */
  readonly go?: () => Promise<void>;
}

const held = { inboxFilter: { decisions: ['hold'] } } as const;
const nothing: Kept = { sessions: [], entries: [] };
const failing = (reason: string) => ({
  inbox: { health: { kind: 'failing', reason } as const, unread: 0, held: 0, version: 1 },
});
const pageMenu = async (item: string): Promise<void> => {
  await it.page.getByRole('button', { name: 'More for the inbox' }).click();
  await it.page.getByRole('menuitem', { name: item }).click();
  await expect(it.page.getByRole('dialog')).toBeVisible();
};
const menuOf = (button: string) => async (): Promise<void> => {
  await it.page.getByRole('button', { name: button, exact: true }).first().click();
  await expect(it.page.getByRole('menu')).toBeVisible();
};
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await it.page.keyboard.press(key);
};

const screens: readonly Screen[] = [
  { name: 'a morning', go: () => expect(it.heads().first()).toBeVisible() },
  {
    name: 'what was held, half of it read',
    projection: held,
    go: async () => {
      await press('e', 'e');
      await expect(it.heads().nth(2)).toBeFocused();
    },
  },
  {
    name: 'by time',
    go: async () => {
      await it.page.getByText('By time').click();
      await expect(it.page.getByRole('heading', { name: 'Today' })).toBeVisible();
    },
  },
  {
    name: 'why',
    projection: held,
    go: async () => {
      await press('ArrowDown', 'w');
      await expect(it.page.getByRole('group', { name: 'Why?' })).toBeVisible();
    },
  },
  {
    name: 'something found',
    go: async () => {
      await it.search().fill('the');
      await expect(it.page.locator('mark').first()).toBeVisible();
    },
  },
  {
    name: 'nothing found, with filters',
    go: async () => {
      await it.page.getByRole('button', { name: 'For me' }).click();
      await it.search().fill('zzz');
      await expect(it.page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    },
  },
  {
    name: 'nothing yet',
    kept: nothing,
    go: () => expect(it.page.getByRole('heading', { name: 'Nothing yet' })).toBeVisible(),
  },
  {
    name: 'a full disk',
    projection: failing('disk-full'),
    go: () => expect(it.heads().first()).toBeVisible(),
  },
  {
    name: 'a filter of each kind',
    projection: {
      inboxFilter: {
        serviceId: 'slack',
        channelId: 'C1',
        sender: 'deploybot',
        fromMs: 1,
        decisions: ['drop', 'hold'],
      },
    },
  },
  { name: 'the menu for muting', projection: held, go: menuOf('Mute') },
  { name: 'the menu of a conversation', projection: held, go: menuOf('More for this conversation') },
  { name: 'the menu of all', go: menuOf('More for the inbox') },
  { name: 'the choice of conversations', go: menuOf('Conversation') },
  { name: 'the question before deleting', go: () => pageMenu('Delete what is old') },
  { name: 'the keys', go: () => pageMenu('Keys') },
  {
    name: 'the choice of days',
    go: async () => {
      await menuOf('Time')();
      await it.page.getByRole('menuitem', { name: 'Choose days' }).click();
      await expect(it.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'how to recognise a conversation',
    go: async () => {
      const suggestion = { name: '#dev', kind: 'public', on: 'title', how: 'contains', text: '#dev' };
      const value = [{ suggestion, count: 3, examples: ['#dev: Mara', '#dev: Jonas'] }];
      await it.shell.answer('pattern.suggest', { value });
      await it.page
        .locator('article', { hasText: 'Status page' })
        .getByRole('button', { name: /^More/ })
        .click();
      await it.page.getByRole('menuitem', { name: 'Recognise' }).click();
      await expect(it.page.getByRole('radio').first()).toBeVisible();
    },
  },
];

for (const { name, projection, kept = aMorning(10), go } of screens) {
  test(name, async () => {
    await it.open({ ...projection, settings: { ...defaultSettings, theme: 'light' } }, kept);
    await go?.();
    await expectReadable(it.shell);
  });
}

for (const dir of ['ltr', 'rtl'] as const) {
  test(`nothing is cut in a small window with large text, ${dir}`, async () => {
    await it.shell.resize(480, 400);
    await it.open();
    await it.page.evaluate((to) => {
      document.documentElement.dir = to;
      document.documentElement.style.fontSize = '200%';
    }, dir);
    await expect(it.heads().first()).toBeVisible();
    for (const reading of ['By session', 'By time']) {
      await it.page.getByRole('button', { name: 'More for the inbox' }).click();
      await it.page.getByRole('menuitemradio', { name: reading }).click();
      await expect(it.page.locator('.entry-open').first()).toBeAttached();
      const inbox = it.page.locator('.inbox');
      expect(await inbox.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
      const cut = await inbox.locator('button, .entry-text, .entry-head').evaluateAll((all) =>
        all.flatMap((one) => {
          const { left, right, width } = one.getBoundingClientRect();
          return width > 1 && (left < 0 || right > innerWidth) ? [one.textContent] : [];
        }),
      );
      expect(cut).toEqual([]);
    }
  });
}
