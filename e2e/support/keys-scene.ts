import { expect, type Page } from '@playwright/test';
import type { Service } from '../../electron/core/model/service.js';
import type { Workspace } from '../../electron/core/model/workspace.js';
import { onBar } from './bar.js';
import { type Desktop, startDesktop } from './desktop.js';
import { type Foyer, removeProfile, startFoyer } from './foyer.js';
import { type Keyboard, startKeyboard } from './keyboard.js';
import { seedService } from './seed.js';
import { startSite } from './site.js';

const IDS = ['ann', 'bob', 'cat', 'dan'];

interface KeysSceneOptions {
  /** Services whose pages can be typed into; four when left out. */
  readonly ids?: readonly string[];
  /** Those of them that are off; `cat` when left out. */
  readonly off?: readonly string[];
  /** Others, after them. */
  readonly more?: readonly Service[];
  readonly workspaces?: readonly Workspace[];
}

/** Foyer with services whose pages say which keys they heard, and a keyboard plugged in. */
export interface KeysScene {
  readonly desktop: Desktop;
  readonly foyer: Foyer;
  readonly shell: Page;
  readonly keyboard: Keyboard;
  readonly addressOf: (id: string) => string;
  readonly pageOf: (id: string) => Page;
  /** The page that has the keyboard, by the name of its service; `shell` when it is ours. */
  readonly keyboardAt: (of?: Foyer) => Promise<string>;
  readonly shown: (name: string) => Promise<void>;
  /** The keys a page has heard since it was last asked. */
  readonly heardBy: (page: Page) => Promise<readonly string[]>;
  /** Puts the keyboard into a page as a click would. */
  readonly focusPage: (id: string) => Promise<Page>;
  /** Puts the keyboard on the bar. */
  readonly focusShell: (id: string) => Promise<Page>;
  readonly stop: () => Promise<void>;
}

/** Starts it. */
export async function startKeysScene({
  ids = IDS,
  off = ['cat'],
  more = [],
  workspaces = [],
}: KeysSceneOptions = {}): Promise<KeysScene> {
  const [desktop, site] = await Promise.all([startDesktop(), startSite()]);
  const keyboard = await startKeyboard(desktop.displayName);
  const services = ids.map((id) =>
    seedService({ id, recipeId: 'website', name: id, url: site.addressOf(id), enabled: !off.includes(id) }),
  );
  const foyer = await startFoyer({
    env: desktop.env,
    seed: { services: [...services, ...more], activeServiceId: 'ann', workspaces },
  });
  const { shell } = foyer;
  const found = ids
    .filter((id) => !off.includes(id))
    .map(async (id) => [id, await foyer.servicePage(site.addressOf(id))] as const);
  const pages = new Map(await Promise.all(found));
  const pageOf = (id: string): Page => {
    const page = pages.get(id);
    if (page === undefined) throw new Error(`no page of ${id}`);
    return page;
  };
  const keyboardAt = (of = foyer) =>
    of.app.evaluate(({ webContents }) => {
      const focused = webContents.getFocusedWebContents();
      const url = focused?.getURL() ?? '';
      return url.startsWith('app:')
        ? 'shell'
        : (new URL(url || 'http://nowhere/').pathname.split('/')[1] ?? '');
    });
  const shown = (name: string) => expect(onBar(shell, name)).toHaveAttribute('aria-current', 'page');
  const heardBy = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
  const focusPage = async (id: string): Promise<Page> => {
    await onBar(shell, id).click();
    await shown(id);
    await pageOf(id).getByRole('textbox', { name: 'User' }).click();
    await expect.poll(() => keyboardAt()).toBe(id);
    await heardBy(pageOf(id));
    return pageOf(id);
  };
  return {
    desktop,
    foyer,
    shell,
    keyboard,
    addressOf: site.addressOf,
    pageOf,
    keyboardAt,
    shown,
    heardBy,
    focusPage,
    focusShell: async (id) => {
      await focusPage(id);
      await keyboard.press('F6');
      await expect.poll(() => keyboardAt()).toBe('shell');
      return shell;
    },
    stop: async () => {
      await foyer.quit();
      await removeProfile(foyer.profile);
      keyboard.stop();
      await Promise.all([desktop.stop(), site.stop()]);
    },
  };
}
