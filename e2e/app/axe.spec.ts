import { expect, type Page } from '@playwright/test';
import type { Projection } from '../../electron/core/ipc/projection';
import type { Prompt } from '../../electron/core/model/prompt';
import { aRefused } from '../../electron/core/trust.test-support';
import { readScreens, type Screen } from '../support/axe-screens';
import { aService, everyState } from '../support/shell-fixtures';
import { sleepScreens } from '../support/sleep-screens';
import { tweakScreens } from '../support/tweak-screens';

// Every screen and state of the shell but those of rules, focus and inbox, in every look.
const services = everyState();
const prompts: readonly Prompt[] = [
  {
    kind: 'permission',
    id: 'p1',
    serviceId: 'team',
    origin: 'https://chat.example.org',
    permission: 'camera-and-microphone',
  },
  {
    kind: 'login',
    id: 'p2',
    serviceId: 'slack',
    host: 'chat.example.org',
    realm: 'Staff',
    place: 'a.test:443',
    isProxy: false,
    protocol: 'https:',
    scheme: 'basic',
    again: true,
    canKeep: true,
  },
];
const onService = (activeServiceId: string, changes: Partial<Projection> = {}): Partial<Projection> => ({
  services,
  activeServiceId,
  ...changes,
});

const detailsOf = (query: string) => async (page: Page) => {
  await page.getByRole('combobox').fill(query);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name on the bar' })).toBeVisible();
};

async function openMenuOf(page: Page, serviceId: string): Promise<void> {
  await page.locator(`[data-service-id="${serviceId}"]`).focus();
  await page.keyboard.press('Shift+F10');
}

const inWorkspace: Partial<Projection> = {
  workspaces: [
    { id: 'work', name: 'Day job', serviceIds: ['team', 'muted', 'failed'], staysQuiet: false },
    { id: 'home', name: 'Home', serviceIds: ['slack', 'lounge'], staysQuiet: true },
    { id: 'empty', name: 'Later', serviceIds: [], staysQuiet: false },
  ],
  activeWorkspaceId: 'work',
  quietWorkspaces: ['Home'],
  focus: [{ source: 'workspace', untilMs: null, scheduleName: undefined }],
};

const screens: readonly Screen[] = [
  { name: 'the first start', projection: {} },
  {
    name: 'the catalogue with nothing found',
    projection: { services, page: 'add-service' },
    go: async (page) => {
      await page.getByRole('combobox').fill('qqq');
      await expect(page.getByText('Add qqq as a website')).toBeVisible();
    },
  },
  {
    name: 'an address that is refused',
    projection: { services, page: 'add-service' },
    go: async (page, shell) => {
      const value = { kind: 'refused', reason: 'certificate', certificate: aRefused() };
      await shell.answer('address.check', { value });
      await detailsOf('rocket')(page);
      await page.getByRole('textbox', { name: 'Address' }).fill('chat.example.org');
      await expect(page.getByText('Its certificate cannot be trusted')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Trust this certificate' })).toBeVisible();
    },
  },
  {
    name: 'an address that is found but not encrypted',
    projection: { services, page: 'add-service' },
    go: async (page, shell) => {
      const value = { kind: 'ok', url: 'http://chat.example.org/', title: 'Chat', insecure: true };
      await shell.answer('address.check', { value });
      await detailsOf('rocket')(page);
      await page.getByRole('textbox', { name: 'Address' }).fill('http://chat.example.org');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  { name: 'a choice of places', projection: { services, page: 'add-service' }, go: detailsOf('gitter') },
  {
    name: 'a service of a fixed place',
    projection: { services, page: 'add-service' },
    go: detailsOf('disc'),
  },
  { name: 'every state of a service', projection: onService('team') },
  {
    name: 'every state with names, in focus',
    projection: onService('muted', {
      focus: [{ source: 'focus', untilMs: 4_000_000_000_000, scheduleName: undefined }],
    }),
    settings: { barSize: 'names' },
  },
  { name: 'every state, compact', projection: onService('letters'), settings: { barSize: 'compact' } },
  { name: 'a page that did not answer', projection: onService('failed') },
  { name: 'the same without a network', projection: onService('failed', { online: false }) },
  {
    name: 'a page that stopped, with its details',
    projection: onService('crashed'),
    go: (page) => page.getByText('Details').click(),
  },
  { name: 'a page that hangs', projection: onService('hung') },
  { name: 'a service that is turned off', projection: onService('off') },
  {
    name: 'a question for permission',
    projection: onService('team', { prompts }),
    // Its answers count only once it has been there for a moment.
    go: (page) =>
      expect(page.getByRole('button', { name: 'Allow', exact: true })).toHaveAttribute(
        'aria-disabled',
        'false',
      ),
  },
  {
    name: 'a question for a password',
    projection: onService('slack', { prompts }),
    go: (page) => expect(page.getByRole('dialog')).toBeVisible(),
  },
  {
    name: 'a question that a link asks',
    projection: onService('team', {
      asked: {
        id: 'q1',
        asked: { verb: 'compose', service: 'team', channel: 'general', text: 'See you at noon by the door' },
        service: 'Team chat',
        channel: 'general',
      },
    }),
    go: (page) => expect(page.getByRole('dialog', { name: 'Write in' })).toBeVisible(),
  },
  {
    name: 'a notice to undo',
    projection: onService('team', {
      notices: [
        { kind: 'link-refused', id: 'l', scheme: 'steam' },
        { kind: 'service-removed', id: 'removed-x', serviceId: 'x', name: 'Old chat' },
      ],
    }),
    go: (page) => expect(page.getByRole('button', { name: 'Undo' })).toBeVisible(),
  },
  {
    name: 'a question where to mute',
    projection: onService('team', {
      notices: [
        {
          kind: 'mute-there',
          id: 'mute-there:team',
          serviceId: 'team',
          name: 'Team chat',
          channel: '#random',
          changes: [{ channelId: 'r', level: 'none' }],
        },
      ],
    }),
    go: (page) => expect(page.getByRole('button', { name: 'In Team chat too' })).toBeVisible(),
  },
  {
    name: 'the settings',
    projection: {
      services: [
        aService('a', {
          permissions: [
            { origin: 'https://a.example', permission: 'notifications', decision: 'allow', decidedAtMs: 0 },
            { origin: 'https://a.example', permission: 'camera', decision: 'deny', decidedAtMs: 0 },
          ],
        }),
      ],
      page: 'settings',
      spelling: { choosable: ['de', 'en-US', 'fr', 'pt-BR'], automatic: ['de'], failed: ['fr'] },
    },
    settings: {
      spelling: { languages: ['de', 'en-US'], mirror: 'https://words.example/', words: ['Foyer'] },
      downloads: { kind: 'folder', folder: '/home/somebody/Downloads' },
    },
    go: (page) => expect(page.getByRole('button', { name: /Forget the answer on Camera/ })).toBeVisible(),
  },
  {
    name: 'the settings with nothing found',
    projection: { services, page: 'settings' },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('zzz');
      await expect(page.getByText('No setting by that name')).toBeVisible();
    },
  },
  {
    name: 'a workspace that is up, and the menu of all',
    projection: onService('team', inWorkspace),
    go: async (page) => {
      await page.getByRole('button', { name: /^Workspace: Day job/ }).click();
      await expect(page.getByRole('menuitemradio', { name: /^Home/ })).toBeVisible();
    },
  },
  {
    name: 'the settings of workspaces, and one of them',
    projection: { ...onService('team', inWorkspace), page: 'settings' },
    settings: { barSize: 'names' },
    go: async (page) => {
      await page.getByRole('button', { name: 'Edit Day job' }).click();
      await expect(page.getByRole('dialog', { name: 'Day job' })).toBeVisible();
    },
  },
  {
    name: 'the menu of a service',
    projection: onService('team'),
    go: async (page) => {
      await page.getByRole('button', { name: /^Acme/ }).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Icon' }).click();
      await expect(page.getByRole('menuitemcheckbox', { name: 'Of the site' })).toBeVisible();
    },
  },
  {
    name: 'the dialog for a new name, left empty',
    projection: onService('team'),
    go: async (page) => {
      await openMenuOf(page, 'team');
      await page.getByRole('menuitem', { name: 'Rename' }).press('Enter');
      await page.getByRole('textbox', { name: 'Name' }).fill('');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Give it a name.')).toBeVisible();
    },
  },
  {
    name: 'the dialog before data is cleared',
    projection: onService('team'),
    go: async (page) => {
      await openMenuOf(page, 'team');
      await page.getByRole('menuitem', { name: 'Clear data' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

readScreens([...screens, ...sleepScreens, ...tweakScreens]);
