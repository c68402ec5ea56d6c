import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';
import type { Settings } from '../../electron/core/model/settings';
import type { ShellHarness } from './shell-harness';

/** How the shell looks while it is read, and which rules can tell it from how it looked before. */
interface Look {
  readonly name: string;
  readonly settings: Partial<Settings>;
  readonly media: Parameters<Page['emulateMedia']>[0];
  readonly rules: 'all' | 'of colour';
}

/** The rules of axe that colours decide; nothing else of a page depends on its theme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

const still = { reducedMotion: 'reduce', contrast: 'no-preference', forcedColors: 'none' } as const;

const looks: readonly Look[] = [
  { name: 'light', settings: { theme: 'light' }, media: still, rules: 'all' },
  { name: 'dark', settings: { theme: 'dark' }, media: still, rules: 'of colour' },
  {
    name: 'dark, more contrast',
    settings: { theme: 'dark' },
    media: { ...still, contrast: 'more' },
    rules: 'of colour',
  },
  {
    name: 'light, more contrast',
    settings: { theme: 'light' },
    media: { ...still, contrast: 'more' },
    rules: 'of colour',
  },
];

/** Has axe read what is on the screen in every look, and expects that there is nothing it finds. */
export async function expectReadable(shell: ShellHarness): Promise<void> {
  const found: Record<string, readonly string[]> = {};
  for (const look of looks) {
    await shell.page.emulateMedia(look.media);
    await shell.restyle(look.settings);
    const { violations, read } = await readPage(shell.page, look.rules === 'all' ? [] : rulesOfColour);
    expect(read, look.name).toContain('color-contrast');
    if (violations.length > 0) found[look.name] = violations;
  }
  expect(found).toEqual({});
}

/**
 * Runs axe in the page as it is, with these rules or all that are on. Only what was found comes back: all that axe can
 * say of a page takes four times as long to bring here as to find out.
 */
async function readPage(
  page: Page,
  rules: readonly string[],
): Promise<{ readonly violations: readonly string[]; readonly read: readonly string[] }> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};undefined`);
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
