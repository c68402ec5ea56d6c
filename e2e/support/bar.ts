import { expect, type Locator, type Page } from '@playwright/test';
import type { Foyer } from './foyer.js';

/** The bar with the services. */
export const barOf = (shell: Page): Locator => shell.getByRole('navigation', { name: 'Services' });

/** One button on the bar, by the beginning of what a screen reader says of it. */
export const onBar = (shell: Page, name: string): Locator =>
  barOf(shell).getByRole('button', { name: new RegExp(`^${name}(?:,|$)`) });

/** Names of the services on the bar, in their order. */
export const namesOnBar = (shell: Page): Promise<readonly string[]> =>
  barOf(shell)
    .locator('[data-service-id]')
    .evaluateAll((buttons) => buttons.map((button) => button.ariaLabel?.split(',')[0] ?? ''));

/** Right-clicks a service and picks from its menu; more than one label goes through sub-menus. */
export async function pickFor(shell: Page, service: string, ...labels: readonly string[]): Promise<void> {
  await onBar(shell, service).click({ button: 'right' });
  for (const label of labels) await menuEntry(shell, label).click();
}

/** An entry of the menu that is open. */
export const menuEntry = (shell: Page, label: string): Locator =>
  /^(?:Nothing|As everywhere)/.test(label)
    ? shell.getByRole('menuitemradio', { name: new RegExp(`^${label}`) })
    : shell.getByRole(/^(?:Count|Of the|Choose)/.test(label) ? 'menuitemcheckbox' : 'menuitem', {
        name: label,
        exact: true,
      });

/** The addresses of all pages of services that are there now. */
export const openAddresses = ({ app }: Foyer): readonly string[] =>
  app
    .windows()
    .map((page) => page.url())
    .filter((url) => !url.startsWith('app:'));

/** What the window is to somebody who looks at the screen. */
export const windowOf = ({ app }: Foyer) =>
  app.evaluate(({ BaseWindow }) => {
    const window = BaseWindow.getAllWindows()[0];
    if (window === undefined) throw new Error('there is no window');
    return { isVisible: window.isVisible(), isFocused: window.isFocused(), bounds: window.getBounds() };
  });

/** Opens a settings row's page by mouse. */
export async function openSettings(shell: Page): Promise<void> {
  await onBar(shell, 'Settings').click();
  await expect(shell.getByRole('heading', { name: 'Appearance' })).toBeVisible();
}

/** A notice in the line under the page; what it says is also said by the announcer. */
export const noticeIn = (shell: Page, words: string | RegExp): Locator =>
  shell.locator('.notice-words', { hasText: words });
