import { expect } from '@playwright/test';
import { readScreens, type Screen } from '../support/axe-screens';
import { discoveries } from '../support/discoveries';
import { everyState } from '../support/shell-fixtures';

// What is found at an address: every kind of find, in every look.
const services = everyState();

const screens: readonly Screen[] = Object.entries(discoveries).map(([name, found]) => ({
  name,
  projection: { services, page: 'add-service' },
  answers: { 'server.discover': { value: found } },
  go: async (page) => {
    await page.getByRole('combobox', { name: 'Search services' }).fill('chat.example.org');
    await expect(page.locator('.said')).toBeVisible();
  },
}));

readScreens([
  ...screens,
  {
    name: 'an address that is looked at',
    projection: { services, page: 'add-service' },
    answers: { 'server.discover': { pending: true } },
    go: async (page) => {
      await page.getByRole('combobox', { name: 'Search services' }).fill('chat.example.org');
      await expect(page.getByText('Looking what is there')).toBeVisible();
    },
  },
]);
