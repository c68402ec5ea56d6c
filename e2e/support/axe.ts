import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Settings } from '../../electron/core/model/settings';
import { findCut } from './cut';
import type { ShellHarness } from './shell-harness';

/** How the shell looks while it is read, and which rules can tell it from how it looked before. */
interface Look {
  readonly name: string;
  readonly settings: Partial<Settings>;
  readonly forcedColors?: 'active';
  /** Twice as large text, in the smallest window, written this way. */
  readonly largeIn?: 'en' | 'ar';
  readonly rules: 'all' | 'of colour' | 'none';
}

/** The rules of axe that colours decide; nothing else of a page depends on its theme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

const looks: readonly Look[] = [
  { name: 'light', settings: { theme: 'light' }, rules: 'all' },
  { name: 'dark', settings: { theme: 'dark' }, rules: 'of colour' },
  { name: 'large text', settings: { textSize: 200 }, largeIn: 'en', rules: 'none' },
  { name: 'large text, right to left', settings: { textSize: 200 }, largeIn: 'ar', rules: 'none' },
];

/** What is made of the same colours everywhere, so that a few screens stand for all. */
const furtherLooks: readonly Look[] = [
  { name: 'dark, more contrast', settings: { theme: 'dark', contrast: 'more' }, rules: 'of colour' },
  { name: 'light, more contrast', settings: { theme: 'light', contrast: 'more' }, rules: 'of colour' },
  {
    name: 'colours of the system',
    settings: { theme: 'light', contrast: 'system' },
    forcedColors: 'active',
    rules: 'of colour',
  },
  { name: 'from right to left', settings: { textSize: 200 }, largeIn: 'ar', rules: 'all' },
];

/** Puts axe into a page, and into each that takes its place, or into all that are to come: so it is compiled once, not for each screen. */
export const putAxeInto = (where: Page | BrowserContext): Promise<unknown> =>
  where.addInitScript({ path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js')) });

/**
 * Has axe read what is on the screen in each look, and expects that there is nothing it finds, and that nothing is cut;
 * with `isForAll` in the further looks, too.
 */
export async function expectReadable(shell: ShellHarness, isForAll = false): Promise<void> {
  const found: Record<string, readonly string[]> = {};
  for (const look of isForAll ? [...looks, ...furtherLooks] : looks) {
    const { violations, read, cut } = await readIn(shell, look);
    if (look.rules !== 'none' && look.largeIn === undefined)
      expect(read, look.name).toContain('color-contrast');
    if (violations.length + cut.length > 0) found[look.name] = [...violations, ...cut];
  }
  await shell.resize(1280, 800);
  expect(found).toEqual({});
}

/** A menu stands where its button was before the window became small, so it is not read there. */
async function readIn({ page, restyle, resize }: ShellHarness, look: Look) {
  const { settings, forcedColors = 'none', largeIn } = look;
  const nothing = { violations: [], read: [], cut: [] };
  if (largeIn !== undefined && (await page.getByRole('menu').count()) > 0) return nothing;
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors });
  await restyle(settings, largeIn === undefined ? {} : { language: largeIn, locale: largeIn });
  if (largeIn !== undefined) {
    await resize(480, 400);
    // Words of another language are fetched first.
    await page.waitForFunction((language) => document.documentElement.lang === language, largeIn);
  }
  const cut = largeIn === undefined ? [] : await findCut(page);
  if (look.rules === 'none') return { violations: [], read: [], cut };
  return { ...(await readPage(page, look.rules === 'all' ? [] : rulesOfColour)), cut };
}

/**
 * Runs axe in the page as it is, with these rules or all that are on. Only what was found comes back: all that axe can
 * say of a page takes four times as long to bring here as to find out.
 */
export async function readPage(
  page: Page,
  rules: readonly string[] = [],
): Promise<{ readonly violations: readonly string[]; readonly read: readonly string[] }> {
  return page.evaluate(async (only) => {
    const { violations, passes } = await window.axe.run(document, {
      resultTypes: ['violations'],
      ...(only.length > 0 ? { runOnly: { type: 'rule', values: [...only] } } : {}),
    });
    return {
      violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
      read: passes.map(({ id }) => id),
    };
  }, rules);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
