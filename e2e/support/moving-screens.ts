import { expect } from '@playwright/test';
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
      left: ['code', 'user-agent', 'spelling', 'dark'],
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
];
