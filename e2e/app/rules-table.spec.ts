import { expect, test, type Page } from '@playwright/test';
import { startDesktop, type Desktop } from '../support/desktop';
import { createProfile, removeProfile } from '../support/foyer';
import { aRuleTable } from '../support/rule-fixtures';
import { aProjection, everyState } from '../support/shell-fixtures';
import { openShellHarness, type ShellHarness } from '../support/shell-harness';

// The table of rules with 20,000 rows, by keyboard, in a shell with a made-up main.
const TOTAL = 20_000;
let desktop: Desktop;
let profile: string;
let shell: ShellHarness;
let page: Page;

test.beforeAll(async () => {
  [desktop, profile] = await Promise.all([startDesktop(), createProfile()]);
  shell = await openShellHarness(profile, { env: desktop.env });
  ({ page } = shell);
});
test.afterAll(async () => {
  await shell?.close();
  await desktop?.stop();
  await removeProfile(profile);
});
test.beforeEach(async () => {
  await page.reload();
  await putRows();
  await shell.show(aProjection({ services: everyState(), activeServiceId: 'team', page: 'rules' }));
  await expect(cell(0, 0)).toContainText('Everywhere');
});

/** Has the made-up main make its rows itself: so many do not travel quickly. */
const putRows = () =>
  page.evaluate(
    ([few, total]) => {
      const last = few[few.length - 1];
      const rowAt = (index: number) => {
        if (index < few.length - 1 || last?.scope.kind !== 'channel') return few[index];
        const name = `channel-${index}`;
        return { ...last, name, scope: { ...last.scope, channelId: name, name } };
      };
      window.harness.answer('rules.table', {
        by: (input) => {
          const { offset, limit } = input as { offset: number; limit: number };
          const count = Math.max(0, Math.min(limit, total - offset));
          return { rows: Array.from({ length: count }, (_, index) => rowAt(offset + index)), total };
        },
      });
    },
    [aRuleTable(1), TOTAL] as const,
  );

const cell = (row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));

test('all of its rows are there for a screen reader, few are drawn, and only those to be seen were asked for', async () => {
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '20001');
  expect(await page.getByRole('row').count()).toBeLessThan(50);
  const asked = await shell.calls('rules.table');
  expect(asked.map(({ input }) => input)).toEqual([expect.objectContaining({ offset: 0, limit: 100 })]);
});

test('one stop for Tab; arrows, page keys and Ctrl go as far as the ends, and what has the focus is to be seen', async () => {
  await page.getByRole('combobox', { name: 'Service' }).focus();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('0:0');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('-1:0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('0:1');
  await page.keyboard.press('Control+End');
  await expect(cell(19_999, 8)).toBeFocused();
  await expect(cell(19_999, 0)).toContainText('channel-19999');
  await expect(cell(19_999, 8)).toBeInViewport();
  await page.keyboard.press('PageUp');
  const row = Number((await focused())?.split(':')[0]);
  expect(row).toBeGreaterThan(19_970);
  expect(row).toBeLessThan(19_995);
  await page.keyboard.press('Control+Home');
  await expect(cell(0, 0)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('combobox', { name: 'Service' })).toBeFocused();
});

test('what has the focus keeps it when it is scrolled out of sight', async () => {
  await cell(3, 1).focus();
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 300_000));
  await expect(page.getByText('channel-7510', { exact: true })).toBeVisible();
  expect(await focused()).toBe('3:1');
});

test('all 20,000 are chosen and changed at once, and Escape chooses none before it leaves', async () => {
  await cell(0, 0).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('19,999 chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Notify', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Mentions' }).click();
  const sentCount = () =>
    page.evaluate(() => {
      const sent = window.harness.calls().find(({ name }) => name === 'rules.set');
      return sent === undefined ? 0 : (sent.input as { rules: unknown[] }).rules.length;
    });
  await expect.poll(sentCount).toBe(TOTAL - 1);
  await cell(2, 1).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Chosen rows' })).toHaveCount(0);
  expect(await shell.calls('page.show')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => shell.calls('page.show')).toHaveLength(1);
});

test('Shift chooses on the way, by keys and by mouse', async () => {
  await cell(2, 0).focus();
  await page.keyboard.press('Space');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('4 chosen')).toBeVisible();
  await cell(9, 0).click({ modifiers: ['Shift'] });
  await expect(page.getByText('8 chosen')).toBeVisible();
  await expect(page.getByRole('row', { selected: true })).toHaveCount(8);
});

test('a page of rows is drawn within a moment of its key', async () => {
  await cell(0, 1).focus();
  const medianMs = await page.evaluate(async () => {
    const times: number[] = [];
    for (let press = 0; press < 20; press += 1) {
      const start = performance.now();
      const event = { key: 'PageDown', bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event));
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  });
  test.info().annotations.push({ type: 'median ms for a page of rows', description: medianMs.toFixed(1) });
  expect(medianMs).toBeLessThan(250);
});
