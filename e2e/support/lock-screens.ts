import { expect, type Page } from '@playwright/test';
import type { LockState } from '../../electron/core/model/lock.js';
import type { Screen } from './axe-screens.js';
import { aService } from './shell-fixtures.js';

const locked = (changes: Partial<Extract<LockState, { kind: 'locked' }>> = {}) => ({
  lock: {
    kind: 'locked',
    why: 'start',
    waitUntilMs: null,
    isBroken: false,
    opensBy: 'none',
    ...changes,
  } as const,
});
const inSettings = { services: [aService('team')], page: 'settings', settingsAt: 'lock' } as const;
const field = (page: Page) => page.getByLabel('Passphrase', { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What there is to see of the lock. */
export const lockScreens: readonly Screen[] = [
  { name: 'the lock', projection: locked(), go: (page) => expect(field(page)).toBeFocused() },
  {
    name: 'a wrong passphrase, and what to do who forgot it',
    projection: locked(),
    answers: { 'lock.unlock': { value: { kind: 'wrong' } } },
    go: async (page, shell) => {
      await field(page).fill('not it');
      await page.keyboard.press('Enter');
      await expect(page.getByText('That is not the passphrase.')).toBeVisible();
      await expect(field(page)).toHaveValue('');
      await page.getByText('Passphrase forgotten').click();
      await expect(button(page, 'Begin anew')).toBeDisabled();
      await page.getByRole('checkbox').check();
      await button(page, 'Begin anew').click();
      expect(await shell.calls('lock.start-over')).toHaveLength(1);
    },
  },
  {
    name: 'a lock that Touch ID opens, too, and did not',
    projection: locked({ why: 'idle', opensBy: 'touch-id' }),
    answers: { 'lock.unlock-by-biometrics': { value: { kind: 'wrong' } } },
    go: async (page) => {
      await button(page, 'Unlock with Touch ID').click();
      await expect(page.getByText('Touch ID did not unlock it.')).toBeVisible();
    },
  },
  {
    name: 'several wrong ones',
    projection: locked({ waitUntilMs: Date.now() + 600_000, why: 'idle' }),
    go: (page) => expect(page.getByText('That was wrong several times.')).toBeVisible(),
  },
  {
    name: 'a lock that is broken',
    projection: locked({ isBroken: true }),
    go: (page) => expect(page.getByRole('alert')).toContainText('lock.json'),
  },
  {
    name: 'setting a passphrase, with all that can be wrong',
    projection: inSettings,
    go: async (page) => {
      await button(page, 'Set a passphrase').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Passphrase', { exact: true }).fill('short');
      await dialog.getByLabel('The same again').fill('other');
      await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
      await expect(dialog.getByText('The two are not the same.')).toBeVisible();
      await expect(dialog.getByRole('alert')).toHaveText('Tick this to go on.');
    },
  },
  {
    name: 'letting Touch ID open the lock, with another passphrase',
    projection: { ...inSettings, lock: { kind: 'open' }, biometry: 'touch-id' },
    answers: { 'lock.allow-biometrics': { value: { kind: 'wrong' } } },
    go: async (page) => {
      await page.getByRole('switch', { name: 'Unlock with Touch ID' }).click();
      await page.getByLabel('Passphrase now').fill('not it');
      await page.keyboard.press('Enter');
      await expect(page.getByText('That is not the passphrase.')).toBeVisible();
    },
  },
  {
    name: 'the settings of the lock, and changing the passphrase',
    projection: { ...inSettings, lock: { kind: 'open' }, biometry: 'touch-id' },
    go: async (page) => {
      await expect(page.getByLabel('Lock when nobody is there')).toHaveCount(2);
      await expect(page.getByRole('switch', { name: 'Unlock with Touch ID' })).not.toBeChecked();
      await button(page, 'Change the passphrase').click();
      await expect(page.getByLabel('Passphrase now')).toBeFocused();
    },
  },
];
