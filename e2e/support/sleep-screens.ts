import { expect } from '@playwright/test';
import type { FoyerPart, ProcessList, ProcessRow } from '../../electron/core/decide/to-process-rows';
import type { Screen } from './axe-screens';
import { aService } from './shell-fixtures';

const MB = 2 ** 20;
const asleep = { kind: 'asleep', sinceMs: 0 } as const;
/** Twenty to ten, today. */
const earlier = new Date().setHours(9, 40, 0, 0);

/** Services in every way of sleeping and of staying awake. */
const services = [
  aService('team', { name: 'Team chat', listen: 'yes', memoryBytes: 310 * MB }),
  aService('upload', { recipeId: 'zulip', name: 'Zulip', busy: ['upload'], memoryBytes: 1230 * MB }),
  aService('always', {
    recipeId: 'discord',
    name: 'Discord of the very long name that somebody once gave to it',
    sleepMode: 'awake',
    memoryBytes: 95 * MB,
  }),
  aService('heard', {
    recipeId: 'mattermost',
    name: 'Mattermost',
    listen: 'yes',
    listening: 'live',
    load: asleep,
    unread: { direct: 4, indirect: true },
  }),
  aService('deaf', { recipeId: 'slack', name: 'Acme', load: asleep, countsFromMs: earlier }),
  aService('muted', {
    recipeId: 'element',
    name: 'Element',
    load: asleep,
    level: 'none',
    unread: { direct: 0, indirect: true },
  }),
  aService('out', {
    recipeId: 'rocketchat',
    name: 'Rocket.Chat',
    load: asleep,
    listen: 'yes',
    listening: 'refused',
    adapter: 'signed-out',
  }),
  aService('looked', {
    recipeId: 'telegram',
    name: 'Telegram',
    load: { kind: 'loading' },
    isLookedAt: true,
    countsFromMs: earlier,
  }),
];

const use = (serviceId: string, mb: number, cpuPercent: number, isShared = false): ProcessRow => ({
  of: { kind: 'service', serviceId },
  ...{ bytes: mb * MB, cpuPercent, sinceMs: earlier, isShared },
});
const part = (name: FoyerPart, mb: number, cpuPercent: number): ProcessRow => ({
  of: { kind: 'part', part: name },
  ...{ bytes: mb * MB, cpuPercent, sinceMs: earlier, isShared: false },
});
const processes: ProcessList = {
  rows: [
    use('team', 310, 0.4),
    use('upload', 1230, 112.3),
    use('always', 95, 0.1, true),
    part('main', 82, 1.2),
    part('shell', 61, 0),
    part('gpu', 74, 3.4),
    part('network', 18, 0.2),
    part('listeners', 31, 0),
    part('inbox', 40, 0),
  ],
  bytes: 1941 * MB,
  cpuPercent: 117.6,
};

/** All that is said of services that sleep, and of the memory that the others take. */
export const sleepScreens: readonly Screen[] = [
  {
    name: 'Z60 services that sleep, with names',
    projection: { services },
    settings: { barSize: 'names' },
    go: (page) => expect(page.getByRole('button', { name: /^Acme, asleep, counts from/ })).toBeVisible(),
  },
  {
    name: 'Z61 one that cannot sleep now, and why',
    projection: { services },
    go: async (page) => {
      await page.getByRole('button', { name: /^Zulip/ }).click({ button: 'right' });
      await expect(page.getByRole('menuitem', { name: /^Put to sleep/ })).toContainText('being uploaded');
    },
  },
  {
    name: 'Z70 what everything uses',
    projection: { services, surface: 'processes' },
    answers: { 'processes.list': { value: processes } },
    go: (page) => expect(page.getByRole('row', { name: /^Zulip/ })).toContainText('112.3%'),
  },
  {
    name: 'Z63 what pages may take of the memory, and what they take',
    projection: { services, page: 'settings' },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('memory');
      await expect(page.getByRole('button', { name: 'Put Team chat to sleep' })).toBeVisible();
    },
  },
  {
    name: 'Z64 how one service sleeps, and is heard',
    projection: { services, page: 'settings' },
    answers: { 'sign-ins.can-keep': { value: false } },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('Rocket.Chat');
      await expect(page.getByText('did not accept the sign-in')).toBeVisible();
    },
  },
  {
    name: 'Z65 whether one may be listened to',
    projection: {
      services,
      notices: [{ kind: 'listen', id: 'l', serviceId: 'team', name: 'Team chat', isSealed: false }],
    },
    go: (page) => expect(page.getByRole('button', { name: 'Listen', exact: true })).toBeVisible(),
  },
];
