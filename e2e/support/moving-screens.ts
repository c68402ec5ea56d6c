import { expect, type Page } from '@playwright/test';
import type { RestoreAnswer } from '../../electron/core/ipc/backup-contract.js';
import type { ImportOffer, OfferedService } from '../../electron/core/ipc/moving-contract.js';
import type { Screen } from './axe-screens.js';
import { aService } from './shell-fixtures.js';

const offered = (name: string, changes: Partial<OfferedService> = {}): OfferedService => ({
  key: name,
  status: 'new',
  recipeId: 'website',
  name,
  url: `https://${name.toLowerCase().replaceAll(/\W/g, '')}.example.org/`,
  isEnabled: true,
  notifies: true,
  hasSound: true,
  badge: 'all',
  countsInTotal: true,
  zoomPercent: 100,
  brings: [],
  left: [],
  ...changes,
});

const offer: ImportOffer = {
  kind: 'offer',
  from: 'ferdium',
  file: '/home/somebody/.config/Ferdium',
  services: [
    offered('Team chat', { recipeId: 'rocketchat', hasSound: false, badge: 'mentions' }),
    offered('Acme', { recipeId: 'slack', isEnabled: false, notifies: false, left: ['proxy', 'icon'] }),
    offered('The intranet of the very long name that somebody once gave to it', {
      url: 'https://intranet.of.a.department.with.a.long.name.example.org/',
      brings: ['css', 'dark', 'proxy'],
      left: ['code', 'user-agent', 'spelling', 'proxy-password'],
    }),
    offered('WhatsApp', { recipeId: 'whatsapp', status: 'here' }),
    offered('Ours', { url: undefined, status: 'no-address' }),
    offered('دردشة', { recipeId: 'mattermost', url: 'https://mm.example.org/', countsInTotal: false }),
  ],
  workspaces: [
    { status: 'new', name: 'Day job' },
    { status: 'here', name: 'Home' },
  ],
  refused: [
    { what: 'service', name: '', reason: 'not-an-entry' },
    { what: 'workspace', name: 'Empty', reason: 'no-services' },
  ],
};
const found = [
  { app: 'ferdium', folder: '/home/somebody/.config/Ferdium', canBring: true },
  { app: 'franz', folder: '/home/somebody/.config/Franz', canBring: false },
  { app: 'rambox', folder: '/home/somebody/snap/rambox/current/.config/Rambox', canBring: false },
];
const services = [aService('a')];

const restore: RestoreAnswer = {
  kind: 'offer',
  file: 'foyer-backup-2026-05-01.json',
  madeAtMs: 1_780_000_000_000,
  changes: {
    services: {
      come: ['Team chat', 'Acme'],
      go: ['WhatsApp of the very long name that somebody gave'],
      change: ['دردشة'],
    },
    workspaces: { come: ['Day job'], go: [], change: [] },
    counts: [
      { kind: 'rules', count: 12 },
      { kind: 'settings', count: 3 },
    ],
    isOrderChanged: true,
  },
  isUnchanged: false,
  inboxComes: 1234,
  inboxStays: 0,
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Screens of moving in. */
export const movingScreens: readonly Screen[] = [
  {
    name: 'the first start with another app on the computer',
    projection: {},
    answers: { 'moving.found': { value: found } },
    go: (page) => expect(page.getByRole('button', { name: /^Ferdium is on this computer/ })).toBeVisible(),
  },
  {
    name: 'where services can come from, and a file that is none',
    projection: { services, page: 'moving' },
    answers: {
      'moving.found': { value: found },
      'moving.choose': { value: { kind: 'failed', reason: 'unknown' } },
    },
    go: async (page) => {
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'what would come, with an address that is none',
    projection: { services, page: 'moving' },
    answers: {
      'moving.found': { value: found },
      'moving.look': { value: offer },
      'moving.bring': { value: { kind: 'bad-address', keys: ['Ours'] } },
    },
    go: async (page) => {
      await page.getByRole('button', { name: 'See what is there: Ferdium' }).click();
      await page.getByText('What is not taken over, and why').click();
      await page.getByRole('button', { name: /^Bring \d/ }).click();
      await expect(page.getByText('That is not an address')).toBeVisible();
    },
  },
  {
    name: 'what came',
    projection: { services, page: 'moving' },
    answers: {
      'moving.choose': { value: offer },
      'moving.bring': {
        value: {
          kind: 'brought',
          services: 4,
          workspaces: 1,
          report: '/home/somebody/.config/Foyer/imports/a.json',
        },
      },
    },
    go: async (page) => {
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await page.getByRole('button', { name: /^Bring \d/ }).click();
      await expect(page.getByRole('button', { name: 'Go to your services' })).toBeFocused();
    },
  },
  {
    name: 'a backup is saved, with two passphrases that differ',
    projection: { services, page: 'moving' },
    go: async (page) => {
      await press(page, 'Save a backup');
      await page.getByRole('textbox', { name: 'Passphrase, if you want one' }).fill('short');
      await press(page, 'Save');
      await expect(page.getByText('At least 8 characters.')).toBeVisible();
    },
  },
  {
    name: 'a sealed backup, and a passphrase that is another',
    projection: { services, page: 'moving' },
    answers: {
      'backup.choose': { value: { kind: 'sealed', file: 'mine.json', madeAtMs: 0 } },
      'backup.unseal': { value: { kind: 'failed', reason: 'wrong' } },
    },
    go: async (page) => {
      await press(page, 'Restore a backup');
      await press(page, 'Choose a backup');
      await page.getByRole('textbox', { name: 'Passphrase of mine.json' }).fill('wrong horse');
      await press(page, 'Open the backup');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'what a backup would change',
    projection: { services, page: 'moving' },
    answers: { 'backup.choose': { value: restore } },
    go: async (page) => {
      await press(page, 'Restore a backup');
      await press(page, 'Choose a backup');
      await expect(page.getByText('Come: Team chat, Acme')).toBeVisible();
    },
  },
  {
    name: 'a backup that was restored',
    projection: { services, page: 'moving' },
    answers: {
      'backup.choose': { value: restore },
      'backup.restore': {
        value: {
          kind: 'restored',
          copy: '/home/somebody/.config/Foyer/backups/a.json',
          isSyncPaused: true,
        },
      },
    },
    go: async (page) => {
      await press(page, 'Restore a backup');
      await press(page, 'Choose a backup');
      await press(page, 'Restore');
      await expect(page.getByRole('heading', { name: 'The backup is restored' })).toBeVisible();
    },
  },
];
