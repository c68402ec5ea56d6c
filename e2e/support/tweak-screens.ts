import { expect, type Page } from '@playwright/test';
import type { TweaksProjection } from '../../electron/core/ipc/service-projection.js';
import type { Screen } from './axe-screens.js';
import { aService } from './shell-fixtures.js';

const tweaks: TweaksProjection = {
  isCodeOn: true,
  dark: 'with-app',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Mine/1.0',
  proxy: {
    kind: 'server',
    scheme: 'http',
    host: 'proxy.of.a.long.name.example.org',
    port: 3128,
    except: ['*.example.org', '10.0.0.0/8'],
  },
  hasCss: true,
  hasJs: true,
  hasProxyLogin: true,
};
const services = [aService('team', { name: 'Team chat', tweaks })];

const openEditor = async (page: Page): Promise<void> => {
  await page.locator('[data-service-id="team"]').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Own style and script' }).click();
  await expect(page.getByRole('textbox', { name: 'Style, in CSS' })).toBeFocused();
};

const together = [
  aService('team', { name: 'Team chat' }),
  aService('mail', { name: 'Mail', storageId: 'team' }),
  aService('other', { name: 'Other team' }),
];

/** Screens of what a person changes of the pages of a service. */
export const tweakScreens: readonly Screen[] = [
  {
    name: 'what is changed of the pages of a service, in safe mode',
    projection: { services, page: 'settings', isSafeMode: true },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('Team chat');
      await page.getByRole('textbox', { name: 'Host name' }).fill('not a host');
      await page.getByRole('button', { name: 'Use this way' }).click();
      await expect(page.getByText('Give a host name or an address')).toBeVisible();
    },
  },
  {
    name: 'what it means to sign in together, and with whom',
    projection: { services: together, page: 'settings' },
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('Other team');
      await page.getByRole('combobox', { name: 'Signs in together with' }).selectOption('Team chat and Mail');
      await expect(page.getByRole('dialog')).toContainText('Counts, notifications');
    },
  },
  {
    name: 'whom clearing the data of one signs out too',
    projection: { services: together },
    go: async (page) => {
      await page.locator('[data-service-id="mail"]').focus();
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: 'Clear data' }).click();
      await expect(page.getByText('Team chat sign in together')).toBeVisible();
    },
  },
  {
    name: 'an own style, and a script that is none',
    projection: { services },
    answers: {
      'service.code': { value: { css: 'h1 { color: teal }', js: 'if (' } },
      'service.set-code': { value: { kind: 'broken', line: 1, message: 'Unexpected end of input' } },
    },
    go: async (page) => {
      await openEditor(page);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Line 1: Unexpected end of input. Not saved.')).toBeVisible();
    },
  },
  {
    name: 'what safe mode is, and the way out of it',
    projection: { services, isSafeMode: true },
    go: (page) => page.getByRole('button', { name: 'Safe mode' }).click(),
  },
];
