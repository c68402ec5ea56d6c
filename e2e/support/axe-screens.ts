import { expect, test, type Page } from '@playwright/test';
import { contract, type CommandName } from '../../electron/core/ipc/contract';
import type { Projection } from '../../electron/core/ipc/projection';
import type { Settings } from '../../electron/core/model/settings';
import { expectReadable, putAxeInto } from './axe';
import { startDesktop, type Desktop } from './desktop';
import { createProfile, removeProfile } from './foyer';
import { aProjection } from './shell-fixtures';
import { openShellHarness, type FakeAnswer, type ShellHarness } from './shell-harness';

/** A screen or a state of the shell, and how to come to it. */
export interface Screen {
  readonly name: string;
  readonly projection: Partial<Projection>;
  readonly settings?: Partial<Settings>;
  /** What the made-up main answers from the beginning. */
  readonly answers?: Readonly<Partial<Record<CommandName, FakeAnswer>>>;
  /** What the person does before the screen is read, and what shows that it is there. */
  readonly go?: (page: Page, shell: ShellHarness) => Promise<unknown>;
}

const commandNames = Object.keys(contract) as CommandName[];

/** Has axe read each screen in every look, under the app's own content policy. */
export function readScreens(screens: readonly Screen[]): void {
  const running: { desktop?: Desktop; profile?: string; shell?: ShellHarness; revision: number } = {
    revision: 0,
  };
  test.beforeAll(async () => {
    [running.desktop, running.profile] = await Promise.all([startDesktop(), createProfile()]);
    running.shell = await openShellHarness(running.profile, { env: running.desktop.env });
    await putAxeInto(running.shell.page);
  });
  test.afterAll(async () => {
    await running.shell?.close();
    await running.desktop?.stop();
    if (running.profile !== undefined) await removeProfile(running.profile);
  });
  const shellOf = (): ShellHarness => {
    if (running.shell === undefined) throw new Error('the shell is not there');
    return running.shell;
  };
  /** Draws the window anew, so that nothing is left of the screen before. */
  const open = async ({ projection, settings, answers = {} }: Screen): Promise<void> => {
    const { page, show, answer } = shellOf();
    await page.reload();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const name of commandNames) {
      const given = answers[name];
      if (given !== undefined) await answer(name, given);
    }
    running.revision += 1;
    const base = aProjection({ revision: running.revision, ...projection });
    await show({ ...base, settings: { ...base.settings, ...settings, theme: 'light' } });
    const bar = page.getByRole('navigation', { name: 'Services' });
    await expect(bar.or(page.locator('.lock-screen'))).toBeVisible();
    // What fills the page area is fetched when it is first shown.
    await page.waitForFunction(() => {
      const main = document.querySelector('main');
      return main === null || main.classList.contains('page-clear') || main.childElementCount > 0;
    });
  };

  for (const [index, screen] of screens.entries()) {
    test(screen.name, async () => {
      await open(screen);
      await screen.go?.(shellOf().page, shellOf());
      await expectReadable(shellOf(), index === 0);
    });
  }

  test('nothing the shell does is against its content policy', () => {
    expect(shellOf().complaints).toEqual([]);
  });
}
