import { expect } from '@playwright/test';
import type { Screen } from './axe-screens.js';
import { aService } from './shell-fixtures.js';

const services = [aService('team', { name: 'Team chat', browser: 'firefox' })];

/** Screens of where links go, and of resets. */
export const linkScreens: readonly Screen[] = [
  {
    name: 'a question where links go',
    projection: {
      services,
      notices: [{ kind: 'link-followed', id: 'l', pattern: 'docs.example.org', way: 'outside', name: '' }],
    },
    go: (page) => expect(page.getByRole('button', { name: 'Always in Foyer' })).toBeVisible(),
  },
  {
    name: 'where links go',
    projection: {
      services,
      page: 'settings',
      linkRules: [
        { serviceId: null, pattern: 'docs.example.org/handbook', answer: { kind: 'here' } },
        { serviceId: 'team', pattern: 'git.example.org', answer: { kind: 'browser', browser: 'vivaldi' } },
      ],
    },
    answers: { 'browsers.list': { value: ['firefox', 'chromium'] } },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('where links go');
      await page.getByRole('textbox', { name: 'Links to' }).fill('no place');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(page.getByText('That is no place.')).toBeVisible();
    },
  },
  {
    name: 'what a reset would change',
    projection: { services, page: 'settings' },
    answers: {
      'settings.changed': {
        value: [
          { id: 'theme', section: 'appearance' },
          { id: 'textSize', section: 'appearance' },
          { id: 'linkRules', section: 'links' },
        ],
      },
    },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('reset');
      await page.getByRole('button', { name: 'See what changes' }).click();
      await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(3);
    },
  },
  {
    name: 'starting anew',
    projection: { services, page: 'settings' },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('anew');
      await page.getByRole('button', { name: 'Start anew', exact: true }).click();
      await page.getByRole('checkbox', { name: 'I want all of it removed here' }).check();
      await page.getByRole('button', { name: 'Go on' }).click();
      await expect(page.getByRole('button', { name: 'Remove everything' })).toBeVisible();
    },
  },
];
