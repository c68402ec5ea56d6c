import { expect, type Page } from '@playwright/test';
import type { Projection } from '../../electron/core/ipc/projection';
import { defaultFocus, defaultPass, type FocusSchedule } from '../../electron/core/model/focus';
import { readScreens, type Screen } from '../support/axe-screens';
import { anExplanation, aRuleTable } from '../support/rule-fixtures';
import { aService, everyState } from '../support/shell-fixtures';

// Every screen and state of rules and focus, in every look.
const services = everyState();
const held = {
  health: { kind: 'ready', seal: { kind: 'sealed' } },
  unread: 23,
  held: 12,
  version: 1,
} as const;
const untilMs = 4_000_000_000_000;
const inFocus: Partial<Projection> = {
  services: [
    aService('team', { name: 'Team chat', inFocus: true, unread: { direct: 3, indirect: true } }),
    aService('slack', {
      recipeId: 'slack',
      name: 'Acme',
      inFocus: true,
      unread: { direct: 0, indirect: true },
    }),
    aService('quiet', { recipeId: 'zulip', name: 'Zulip', level: 'none', quietUntilMs: untilMs }),
  ],
  focus: [
    { source: 'focus', untilMs, scheduleName: undefined },
    { source: 'schedule', untilMs, scheduleName: 'Evenings' },
    { source: 'system-dnd', untilMs: null, scheduleName: undefined },
  ],
  inbox: held,
};
const evenings: FocusSchedule = {
  id: 'evenings',
  name: 'Evenings',
  enabled: true,
  ranges: [
    { weekdays: [1, 2, 3, 4, 5], fromMinute: 1080, toMinute: 480 },
    { weekdays: [6, 7], fromMinute: 0, toMinute: 0 },
  ],
  services: { kind: 'some', serviceIds: ['team', 'slack'] },
  pass: { ...defaultPass, direct: true },
};
const words = { senders: ['Mara'], keywords: ['deploy'] };
const withSchedule: Partial<Projection> = {
  services,
  page: 'settings',
  focusSettings: { ...defaultFocus, schedules: [evenings], pass: { ...defaultPass, words } },
};

const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);

const onRules = (name: string, go: (page: Page) => Promise<unknown> = () => Promise.resolve()): Screen => ({
  name,
  projection: { services, page: 'rules' },
  answers: { 'rules.table': { rows: aRuleTable(40) }, 'rules.explain': { value: anExplanation() } },
  go: async (page) => {
    await expect(cell(page, 1, 0)).toContainText('Team chat');
    await go(page);
  },
});

const openEditor = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Edit Evenings' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

readScreens([
  onRules('the table of rules'),
  onRules('the table sorted, with its focus in the head', async (page) => {
    await page.getByRole('columnheader', { name: 'Last hour' }).click();
    await expect(page.getByRole('columnheader', { name: 'Last hour' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  }),
  onRules('chosen rows', async (page) => {
    await cell(page, 5, 0).click();
    await cell(page, 6, 0).click();
    await expect(page.getByText('2 chosen')).toBeVisible();
  }),
  onRules('what can be done with chosen rows', async (page) => {
    await cell(page, 5, 0).click();
    await page.getByRole('button', { name: 'For a while' }).click();
    await expect(page.getByRole('menuitem', { name: 'For one hour' })).toBeVisible();
  }),
  onRules('the choice of a cell', async (page) => {
    await cell(page, 4, 1).click();
    await expect(page.getByRole('menuitemradio', { name: 'As: Team chat' })).toBeVisible();
  }),
  onRules('the menu of a row', async (page) => {
    await cell(page, 7, 8).click();
    await page.getByRole('menuitem', { name: 'Set to' }).click();
    await expect(page.getByRole('menuitemradio', { name: /^Only me/ })).toBeVisible();
  }),
  onRules('why', async (page) => {
    await cell(page, 6, 8).click();
    await page.getByRole('menuitem', { name: 'Why?' }).click();
    await expect(page.getByText('This decided.').first()).toBeVisible();
  }),
  onRules('people and words', async (page) => {
    await cell(page, 6, 8).click();
    await page.getByRole('menuitem', { name: 'People and words' }).click();
    await page.keyboard.type('Mara, Jon,');
    await expect(page.getByRole('button', { name: 'Remove Jon' })).toBeVisible();
  }),
  {
    name: 'the table with nothing found',
    projection: { services, page: 'rules' },
    answers: { 'rules.table': { rows: [] } },
    go: (page) => expect(page.getByText('Nothing by that name.')).toBeVisible(),
  },
  {
    name: 'the table on its way',
    projection: { services, page: 'rules' },
    answers: { 'rules.table': { pending: true } },
    go: (page) => expect(page.getByText('Loading')).toBeVisible(),
  },
  {
    name: 'the table that cannot be had',
    projection: { services, page: 'rules' },
    answers: { 'rules.table': { refused: 'failed' } },
    go: (page) => expect(page.getByRole('button', { name: 'Try now' })).toBeVisible(),
  },
  { name: 'focus, on the bar and in the header', projection: inFocus },
  { name: 'focus with names', projection: inFocus, settings: { barSize: 'names' } },
  {
    name: 'the menu of focus, off',
    projection: { services },
    go: async (page) => {
      await page.getByRole('button', { name: 'Focus is off' }).click();
      await expect(page.getByRole('menuitem', { name: 'Focus for one hour' })).toBeVisible();
    },
  },
  {
    name: 'the menu of focus, on',
    projection: inFocus,
    go: async (page) => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^Focus until/ })
        .click();
      await expect(page.getByRole('menuitem', { name: /^End focus/ })).toBeVisible();
    },
  },
  {
    name: 'until when, in the past',
    projection: { services },
    go: async (page) => {
      await page.getByRole('button', { name: 'Focus is off' }).click();
      await page.getByRole('menuitem', { name: 'Focus until a time you choose' }).click();
      await page.getByLabel('Day and time').fill('2020-01-01T09:00');
      await page.getByRole('button', { name: 'Begin' }).click();
      await expect(page.getByText('Choose a time that is still to come.')).toBeVisible();
    },
  },
  {
    name: 'a busy channel',
    projection: {
      services,
      busyHint: { serviceId: 'team', channelId: 'r', name: '#random', channelKind: 'public', count: 64 },
    },
    go: (page) => expect(page.getByRole('button', { name: 'Only when I am mentioned' })).toBeVisible(),
  },
  {
    name: 'the settings of notifications, focus and inbox',
    projection: withSchedule,
    go: (page) => expect(page.getByText('Mon–Fri, 6:00 PM to 8:00 AM the next day')).toBeVisible(),
  },
  {
    name: 'the settings after an export, and an inbox that cannot be sealed',
    projection: {
      ...withSchedule,
      inbox: { ...held, health: { kind: 'ready', seal: { kind: 'key-in-file' } } },
    },
    go: async (page, shell) => {
      await shell.answer('rules.export', {
        value: { kind: 'saved', file: '/home/somebody/foyer-rules.json', count: 3 },
      });
      await page.getByRole('button', { name: 'Export' }).click();
      await expect(page.getByText('3 rules were saved to /home/somebody/foyer-rules.json.')).toBeVisible();
    },
  },
  { name: 'the editor of a schedule', projection: withSchedule, go: openEditor },
  {
    name: 'a schedule that lacks a day',
    projection: withSchedule,
    go: async (page) => {
      await openEditor(page);
      for (const day of ['Saturday', 'Sunday'])
        await page.getByRole('group', { name: 'Time 2' }).getByRole('checkbox', { name: day }).press(' ');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Choose at least one day for each time.')).toBeVisible();
    },
  },
  {
    name: 'the settings of a service',
    projection: {
      services: [aService('a', { name: 'Acme', ownNames: ['mara', 'Mara Lindqvist'] })],
      page: 'settings',
    },
    // The only one is unfolded.
    go: (page) => expect(page.getByRole('button', { name: 'Remove Mara Lindqvist' })).toBeVisible(),
  },
]);
