import { expect } from '@playwright/test';
import type { Foyer } from './foyer.js';
import type { Keyboard } from './keyboard.js';

/** The menus that the system shows of the app's. */
export interface NativeMenus {
  /** The lines of the menu that has just come up, those that cannot be chosen left out; waits for it. */
  readonly next: () => Promise<readonly string[]>;
  /** Goes to a line of the menu that is up, and takes it. */
  readonly choose: (line: string) => Promise<void>;
  /** Puts the menu away that is up. */
  readonly close: () => Promise<void>;
}

interface Shown {
  /** What can be gone to, menus of menus too. */
  readonly lines: readonly string[];
  /** What of it can be taken. */
  readonly choices: readonly string[];
  isUp: boolean;
}

interface Watched {
  shownMenus: Shown[];
}

/**
 * Watches for menus as the system itself brings them up, and uses them by the keys of a person: one that is closed from within
 * before it was drawn takes Electron with it.
 */
export async function watchNativeMenus({ app }: Foyer, keyboard: Keyboard): Promise<NativeMenus> {
  await app.evaluate(({ Menu }) => {
    const { shownMenus } = Object.assign(globalThis as unknown as Watched, { shownMenus: [] as Shown[] });
    const popup = Menu.prototype.popup;
    Menu.prototype.popup = function popUp(options) {
      const lines = this.items.filter(
        ({ enabled, visible, type }) => enabled && visible && type !== 'separator',
      );
      const shown: Shown = {
        lines: lines.map(({ label }) => label),
        choices: lines.filter(({ type }) => type === 'normal').map(({ label }) => label),
        isUp: true,
      };
      this.once('menu-will-show', () => shownMenus.push(shown));
      this.once('menu-will-close', () => (shown.isUp = false));
      return popup.call(this, options);
    };
  });
  const seen = { count: 0 };
  const shown = (): Promise<readonly Shown[]> =>
    app.evaluate(() => (globalThis as unknown as Watched).shownMenus);
  const last = async (): Promise<Shown> => {
    const menu = (await shown()).at(-1);
    if (menu === undefined) throw new Error('no menu came up');
    return menu;
  };
  const gone = (): Promise<void> => expect.poll(async () => (await last()).isUp).toBe(false);
  return {
    next: async () => {
      await expect
        .poll(async () => (await shown()).length, { message: 'a menu' })
        .toBeGreaterThan(seen.count);
      seen.count += 1;
      return (await last()).choices;
    },
    choose: async (line) => {
      const at = (await last()).lines.indexOf(line);
      if (at < 0) throw new Error(`There is no line "${line}".`);
      for (let step = 0; step <= at; step += 1) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await gone();
    },
    close: async () => {
      await keyboard.press('Escape');
      await gone();
    },
  };
}
