import { expect } from '@playwright/test';
import type { Foyer } from './foyer.js';

/** The menus that the system shows of the app's. */
export interface NativeMenus {
  /** The lines of the menu that has just come up, those that cannot be chosen left out; waits for it. */
  readonly next: () => Promise<readonly string[]>;
  /** Clicks a line of the menu that is up, and puts it away. */
  readonly choose: (line: string) => Promise<void>;
}

interface Watched {
  shownMenus: { labels: string[]; click: (label: string) => void; close: () => void }[];
}

/** Watches for menus as the system itself brings them up. */
export async function watchNativeMenus({ app }: Foyer): Promise<NativeMenus> {
  await app.evaluate(({ Menu }) => {
    const watched = globalThis as unknown as Watched;
    watched.shownMenus = [];
    const popup = Menu.prototype.popup;
    Menu.prototype.popup = function popUp(options) {
      this.once('menu-will-show', () =>
        watched.shownMenus.push({
          labels: this.items
            .filter((item) => item.enabled && item.type === 'normal')
            .map((item) => item.label),
          click: (label) => this.items.find((item) => item.label === label)?.click(),
          close: () => this.closePopup(),
        }),
      );
      return popup.call(this, options);
    };
  });
  const count = (): Promise<number> =>
    app.evaluate(() => (globalThis as unknown as Watched).shownMenus.length);
  const seen = { count: 0 };
  return {
    next: async () => {
      await expect.poll(count, { message: 'a menu' }).toBeGreaterThan(seen.count);
      seen.count += 1;
      return app.evaluate(() => (globalThis as unknown as Watched).shownMenus.at(-1)?.labels ?? []);
    },
    choose: (line) =>
      app.evaluate((_electron, label) => {
        const menu = (globalThis as unknown as Watched).shownMenus.at(-1);
        menu?.close();
        menu?.click(label);
      }, line),
  };
}
