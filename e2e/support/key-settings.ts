import { expect, type Locator, type Page } from '@playwright/test';
import { onBar } from './bar.js';
import type { KeysScene } from './keys-scene.js';

/** The row of a command in the settings. */
export const rowOf = (shell: Page, name: string): Locator => shell.getByRole('group', { name, exact: true });

/** Opens the settings and finds one command there. */
export async function searchSettings({ shell, shown }: KeysScene, words: string): Promise<void> {
  // On the settings themselves it would lead away from them.
  await onBar(shell, 'dan').click();
  await shown('dan');
  await onBar(shell, 'Settings').click();
  await shell.getByRole('textbox', { name: 'Search settings' }).fill(words);
}

/** Presses keys while the one for a command is recorded. */
export async function record({ shell, keyboard }: KeysScene, name: string, keys: string): Promise<void> {
  const row = rowOf(shell, name);
  await row.getByRole('button', { name: `Add a key for: ${name}` }).click();
  await expect(row.getByText('Press the keys')).toBeVisible();
  await keyboard.press(keys);
}
