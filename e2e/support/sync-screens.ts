import { expect, type Page } from '@playwright/test';
import type { SyncBeginAnswer, SyncPlaceAnswer } from '../../electron/core/ipc/sync-contract.js';
import type { SyncStatus } from '../../electron/core/model/sync.js';
import type { Screen } from './axe-screens.js';
import { aService } from './shell-fixtures.js';

const inSettings = { services: [aService('team')], page: 'settings', settingsAt: 'sync' } as const;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const found: SyncPlaceAnswer = {
  kind: 'found',
  place: '/home/somebody/Nextcloud/A folder with quite a long name/Foyer',
  isNew: true,
  machineName: 'desk',
};
const offer: SyncBeginAnswer = {
  kind: 'offer',
  changes: {
    services: { come: ['Team chat', 'دردشة'], go: [], change: ['Wiki'] },
    workspaces: { come: ['Day job'], go: [], change: [] },
    counts: [{ kind: 'rules', count: 3 }],
    isOrderChanged: true,
  },
  isUnchanged: false,
};
const on: SyncStatus = {
  kind: 'on',
  place: { kind: 'folder', folder: '/home/somebody/Nextcloud/A folder with quite a long name/Foyer' },
  isPaused: false,
  problem: 'full',
  wroteAtMs: 1_780_000_000_000,
  readAtMs: null,
  machines: [
    { id: 'a', name: 'Desk', isThis: true, heardAtMs: null },
    { id: 'b', name: 'حاسوب', isThis: false, heardAtMs: 1_780_000_000_000 },
  ],
  aside: [
    { name: 'foyer-00112233445566aa-00000001 (conflicted copy 2026-11-26).sync', why: 'foreign' },
    { name: 'foyer-00112233445566aa-00000002.sync', why: 'torn' },
  ],
  isKeyOpen: true,
};

/** Screens of several machines. */
export const syncScreens: readonly Screen[] = [
  {
    name: 'where machines meet, and an address that is none',
    projection: inSettings,
    answers: { 'sync.look-webdav': { value: { kind: 'failed', reason: 'bad-address' } } },
    go: async (page) => {
      await button(page, 'Set up').click();
      await page.getByLabel('Address of the folder').fill('http://example.org');
      await button(page, 'Connect').click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'beginning with a passphrase, with all that can be wrong',
    projection: inSettings,
    answers: { 'sync.choose-folder': { value: found } },
    go: async (page) => {
      await button(page, 'Set up').click();
      await button(page, 'Choose a folder').click();
      await page.getByLabel('Passphrase', { exact: true }).fill('short');
      await button(page, 'Begin').click();
      await expect(page.getByText('The two are not the same.')).toBeVisible();
    },
  },
  {
    name: 'what joining other machines changes',
    projection: inSettings,
    answers: {
      'sync.choose-folder': { value: { ...found, isNew: false } },
      'sync.begin': { value: offer },
    },
    go: async (page) => {
      await button(page, 'Set up').click();
      await button(page, 'Choose a folder').click();
      await page.getByLabel('Passphrase', { exact: true }).fill('correct horse');
      await button(page, 'Look what is there').click();
      await expect(button(page, 'Join')).toBeFocused();
    },
  },
  {
    name: 'several machines, with a problem and files set aside',
    projection: { ...inSettings, sync: on },
    go: (page) => expect(page.getByRole('list', { name: 'Files set aside' })).toBeVisible(),
  },
  {
    name: 'leaving the other machines',
    projection: { ...inSettings, sync: { ...on, isPaused: true } },
    go: async (page) => {
      await button(page, 'Leave').click();
      await expect(page.getByRole('checkbox', { name: /^Remove what this machine/ })).toBeFocused();
    },
  },
  {
    name: 'several machines whose book cannot be read',
    projection: { ...inSettings, sync: { kind: 'off', problem: 'book' } },
    go: (page) => expect(page.getByText(/^What this machine remembers of the others/)).toBeVisible(),
  },
  {
    name: 'leaving a server whose password is not there any more',
    projection: {
      ...inSettings,
      sync: { ...on, problem: 'no-key', place: { kind: 'webdav', url: 'https://dav.test/', user: 'ann' } },
    },
    go: async (page) => {
      await button(page, 'Leave').click();
      await expect(page.getByText(/^What this machine wrote there stays/)).toBeVisible();
    },
  },
];
