import { expect, type Page } from '@playwright/test';
import type { DownloadProjection } from '../../electron/core/ipc/download-projection';
import { layoutSides } from '../../electron/core/decide/layout-sides';
import type { Screen } from './axe-screens.js';
import { aService } from './shell-fixtures.js';

const team = aService('team', { name: 'Team chat', ownKeys: ['Mod+K', 'F9'] });
const bindings = { inbox: ['F8', 'Mod+2'], 'service.add': [], quit: ['Alt+Shift+ArrowDown'] };
const keys = { bindings, system: 'Mod+Alt+F9' };
const settings = { page: 'settings', services: [team], keys } as const;

const aDownload = (
  look: DownloadProjection['look'],
  changes: Partial<DownloadProjection>,
): DownloadProjection => ({
  id: look,
  serviceName: 'Team chat',
  fileName: `${look}.pdf`,
  look,
  acts: [],
  failure: null,
  sizeBytes: 1_000_000,
  receivedBytes: 0,
  bytesPerSecond: 0,
  atMs: 0,
  ...changes,
});

const search = (page: Page, words: string) =>
  page.getByRole('textbox', { name: 'Search settings' }).fill(words);

/** Screens and states of keys: the list of all, setting them, and finding in the page. */
export const keyScreens: readonly Screen[] = [
  {
    name: 'V71 two services side by side, one of which is not there and asks something',
    projection: {
      services: [
        team,
        aService('other', {
          recipeId: 'zulip',
          name: 'Zulip of the very long name that somebody once gave to it',
          load: { kind: 'crashed', reason: 'oom', attempt: 1, retryAtMs: Date.now() + 20_000 },
        }),
      ],
      sides: {
        ...layoutSides({ x: 64, y: 40, width: 416, height: 360 }, 'column', 0.5, { divider: 8 }, false),
        ...{ firstId: 'team', secondId: 'other' },
      },
      prompts: [
        {
          kind: 'permission',
          id: 'p',
          serviceId: 'other',
          origin: 'https://z.example',
          permission: 'camera',
        },
      ],
    },
    go: (page) => expect(page.getByRole('button', { name: 'Asks you something' })).toBeVisible(),
  },
  {
    name: 'the downloads',
    projection: {
      services: [team],
      surface: 'downloads',
      downloads: [
        aDownload('running', { acts: ['pause', 'cancel'], receivedBytes: 300_000, bytesPerSecond: 90_000 }),
        aDownload('paused', { acts: ['resume', 'cancel'], receivedBytes: 300_000 }),
        aDownload('failed', { acts: ['retry', 'forget'], failure: 'disk-full' }),
        aDownload('done', { acts: ['open', 'show', 'forget'] }),
      ],
    },
    go: (page) => expect(page.getByRole('button', { name: 'Pause running.pdf' })).toBeVisible(),
  },
  {
    name: 'all keys',
    projection: { services: [team], surface: 'keys', keys },
    go: (page) => expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible(),
  },
  {
    name: 'all keys, nothing found, on macOS',
    projection: { services: [team], surface: 'keys', platform: 'darwin' },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search commands and keys' }).fill('xyzzy');
      await expect(page.getByText('Nothing fits.')).toBeVisible();
    },
  },
  {
    name: 'keys as they are set, one of them lost, and one the system does not give',
    projection: { ...settings, systemKey: 'refused' },
    go: async (page) => {
      await page.getByText('Going places').click();
      await expect(page.getByText('Now for: Quit Foyer')).toBeVisible();
      await expect(page.getByText('another program may have it')).toBeVisible();
    },
  },
  {
    name: 'a key that another command has',
    projection: { ...settings, recordingKeys: true },
    go: async (page) => {
      await search(page, 'focus for 1 hour');
      const row = page.getByRole('group', { name: 'Focus for 1 hour', exact: true });
      await row.getByRole('button', { name: 'Add a key for: Focus for 1 hour' }).click();
      await expect(row.getByText('Press the keys')).toBeVisible();
      await page.keyboard.press('Control+Shift+R');
      await expect(row.getByRole('alert')).toHaveText('Ctrl+Shift+R is for: Reload from the start page');
    },
  },
  {
    name: 'all keys taken back',
    projection: settings,
    go: async (page, shell) => {
      await search(page, 'as they came');
      await page.getByRole('button', { name: 'Take back' }).click();
      await expect.poll(() => shell.calls('keys.change')).toHaveLength(1);
    },
  },
  {
    name: 'the keys a service’s pages keep',
    projection: settings,
    go: async (page) => {
      await search(page, 'team chat');
      await expect(page.getByRole('combobox', { name: 'Keys its pages keep' })).toBeVisible();
    },
  },
  {
    name: 'finding in the page',
    projection: {
      services: [team],
      surface: 'find',
      find: { text: 'word', matchCase: true, at: 3, count: 17, isAnswered: true },
    },
    go: (page) => expect(page.getByText('3 of 17')).toBeVisible(),
  },
];
