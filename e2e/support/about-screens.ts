import { expect, type Page } from '@playwright/test';
import type { Screen } from './axe-screens.js';

const licences = {
  value: [
    { id: 'foyer@0.1.0', name: 'foyer', version: '0.1.0', licence: 'MIT', of: 'foyer' },
    { id: 'electron', name: 'Electron', version: '33.2.1', licence: 'MIT', of: 'foyer' },
    { id: 'chromium-0', name: 'Abseil', version: '', licence: '', of: 'chromium' },
  ],
};
const text = { value: 'Permission is hereby granted, free of charge, to any person.\n\n'.repeat(40) };

const openLicences = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Licences' }).click();
  await expect(page.getByRole('dialog', { name: 'Licences' })).toBeVisible();
};

/** Screens of what the app says of itself. */
export const aboutScreens: readonly Screen[] = [
  {
    name: 'licences of all that is shipped',
    projection: { page: 'settings' },
    answers: { 'app.licences': licences },
    go: async (page) => {
      await openLicences(page);
      await expect(page.getByRole('button', { name: 'Abseil' })).toBeVisible();
    },
  },
  {
    name: 'the text of a licence',
    projection: { page: 'settings' },
    answers: { 'app.licences': licences, 'app.licence-text': text },
    go: async (page) => {
      await openLicences(page);
      await page.getByRole('button', { name: 'Electron 33.2.1 MIT' }).click();
      await expect(page.getByRole('region', { name: 'Electron' })).toBeFocused();
    },
  },
  {
    name: 'diagnostics before they are saved',
    projection: { surface: 'diagnostics' },
    answers: { 'diagnostics.make': { value: '{\n  "kind": "foyer-diagnostics"\n}\n'.repeat(30) } },
    go: (page) => expect(page.getByRole('region', { name: 'What the file holds' })).toContainText('kind'),
  },
];
