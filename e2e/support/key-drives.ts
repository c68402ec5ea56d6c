import { expect } from '@playwright/test';
import { barOf, onBar } from './bar.js';
import { type AllKeysScene, type KeyPlace, NINE } from './all-keys-scene.js';
import type { DrivenKey } from './driven-keys.js';
import { toOwnWindow } from './own-window-drive.js';

/** What a key is pressed for, and what shows that it was done. */
export interface KeyDrive {
  /** Whose page is shown when it is pressed; `ann` when left out. */
  readonly at?: string;
  /** What is done before the keyboard is put where it is to be. */
  readonly before?: (scene: AllKeysScene) => Promise<unknown>;
  /** Presses it, sees what came of it, and leaves all as it was. */
  readonly run: (scene: AllKeysScene, press: () => Promise<void>, place: KeyPlace) => Promise<unknown>;
}

const activate = async ({ command, shown }: AllKeysScene, ...ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    await command('service.activate', { serviceId: id });
    await shown(id);
  }
};
const goesTo = (id: string, drive: Omit<KeyDrive, 'run'> = {}): KeyDrive => ({
  ...drive,
  run: async ({ shown }, press) => {
    await press();
    await shown(id);
  },
});
const withUnread: Omit<KeyDrive, 'run'> = {
  before: async ({ pageOf, shell }) => {
    await pageOf('dan').evaluate(() => (document.title = '(2) dan'));
    await expect(onBar(shell, 'dan')).toHaveAccessibleName(/2/);
  },
};
const nth = (number: number): KeyDrive =>
  goesTo(NINE[number - 1] ?? '', { at: number === 1 ? 'bob' : 'ann' });
const putsUp = (number: number): KeyDrive => ({
  run: async ({ shell, keyboard, shown }, press) => {
    await press();
    await shown(NINE[number - 1] ?? '');
    await expect(barOf(shell).locator('[data-service-id]')).toHaveCount(1);
    await keyboard.press('Alt+Shift+0');
    await expect(barOf(shell).locator('[data-service-id]')).toHaveCount(NINE.length);
  },
});
const zooms = (isOver: (ratio: number, before: number) => boolean): KeyDrive => ({
  run: async ({ pageOf, command }, press) => {
    const ratio = () => pageOf('ann').evaluate(() => devicePixelRatio);
    const before = await ratio();
    await press();
    await expect.poll(async () => isOver(await ratio(), before)).toBe(true);
    await command('command.run', { id: 'zoom.reset' });
    await expect.poll(ratio).toBe(before);
  },
});
const movesKeyboard: KeyDrive = {
  run: async ({ keyboardAt }, press, place) => {
    await press();
    await expect.poll(() => keyboardAt()).toBe(place === 'page' ? 'shell' : 'ann');
  },
};
const opens = (title: string): KeyDrive => ({
  run: async ({ shell, keyboard, keyboardAt, shown }, press) => {
    await press();
    await expect(shell.locator(':focus')).toHaveAccessibleName(title);
    await expect.poll(() => keyboardAt()).toBe('shell');
    await keyboard.press('Escape');
    await shown('ann');
  },
});
const twice = (what: (scene: AllKeysScene, isOn: boolean) => Promise<unknown>, at?: string): KeyDrive => ({
  ...(at !== undefined && { at }),
  run: async (scene, press) => {
    await press();
    await what(scene, true);
    await press();
    await what(scene, false);
  },
});
const finding = ({ shell }: AllKeysScene) => shell.getByRole('search', { name: 'Find in page' });

/** What each key is pressed for, wherever the keyboard is. */
export const keyDrives: Readonly<
  Record<Exclude<DrivenKey, 'Mod+Q' | 'Mod+Shift+L' | 'Alt+Shift+S'>, KeyDrive>
> = {
  'Alt+Shift+D': opens('Close'),
  'Alt+Shift+P': twice(({ shell }, isOn) => expect(shell.getByRole('table')).toHaveCount(isOn ? 1 : 0)),
  'Alt+Shift+V': twice(({ shell }, isOn) => expect(shell.getByRole('separator')).toHaveCount(isOn ? 1 : 0)),
  'Alt+Shift+W': { run: toOwnWindow },
  'Mod+K': opens('Go to a channel, service or command'),
  'Alt+Shift+ArrowDown': goesTo('dan', withUnread),
  'Alt+Shift+ArrowUp': goesTo('dan', withUnread),
  'Alt+Shift+PageDown': goesTo('dan', withUnread),
  'Alt+Shift+PageUp': goesTo('dan', withUnread),
  'Alt+ArrowLeft': goesTo('bob', { before: (scene) => activate(scene, 'bob', 'ann') }),
  'Alt+ArrowRight': goesTo('gus', {
    before: async (scene) => {
      await activate(scene, 'ann', 'gus');
      await scene.command('command.run', { id: 'go.back' });
      await scene.shown('ann');
    },
  }),
  'Ctrl+Tab': goesTo('eve', { before: (scene) => activate(scene, 'eve', 'ann') }),
  'Ctrl+Shift+Tab': {
    run: async ({ shell, keyboard }) => {
      const control = await keyboard.hold('Control');
      await keyboard.press('Shift+Tab');
      const chosen = shell
        .getByRole('listbox', { name: 'Last used' })
        .getByRole('option', { selected: true });
      // The other way round the one after where one is, is the one that is longest ago.
      await expect(chosen).toHaveJSProperty('nextElementSibling', null);
      const name = await chosen.locator('.switching-name').textContent();
      await control.letGo();
      await expect(barOf(shell).locator('[aria-current="page"]')).not.toHaveAccessibleName(/^ann/);
      expect(name).not.toBe('ann');
    },
  },
  F8: twice(({ shell }, isOn) =>
    expect(shell.getByRole('heading', { level: 1, name: 'Inbox' })).toHaveCount(isOn ? 1 : 0),
  ),
  F6: movesKeyboard,
  'Shift+F6': movesKeyboard,
  F9: twice(({ shell }, isOn) =>
    expect(shell.locator('.focus-button')).toHaveAccessibleName(
      isOn ? 'Focus until you end it' : 'Focus is off',
    ),
  ),
  'Alt+Shift+M': twice(({ shell }, isOn) =>
    isOn
      ? expect(onBar(shell, 'ann')).toHaveAccessibleName(/notifications off/)
      : expect(onBar(shell, 'ann')).not.toHaveAccessibleName(/notifications off/),
  ),
  'Alt+Shift+E': {
    at: 'chat',
    run: async ({ mattermost }, press) => {
      const after = mattermost.requests.items.length;
      await press();
      // The channel that is open is read already, as its page does; it is told once more.
      await mattermost.requests.find((one) => one === 'POST /api/v4/channels/members/me/view', { after });
    },
  },
  'Alt+Shift+A': {
    at: 'chat',
    before: async ({ mattermost, shell }) => {
      await mattermost.say('garden/roses', 'bob', 'read this, @alice');
      await expect(onBar(shell, 'chat')).toHaveAccessibleName(/unread/);
    },
    run: async ({ shell }, press) => {
      await press();
      await expect(onBar(shell, 'chat')).not.toHaveAccessibleName(/unread/);
    },
  },
  F3: {
    run: async (scene, press) => {
      await press();
      await expect(finding(scene).getByRole('textbox')).toBeFocused();
      await scene.keyboard.press('Escape');
      await expect(finding(scene)).toHaveCount(0);
    },
  },
  'Shift+F3': {
    run: async (scene, press, place) => {
      const said = finding(scene).getByRole('status');
      await scene.command('command.run', { id: 'find' });
      await finding(scene).getByRole('textbox').fill('sign');
      await expect(said).toHaveText(/of 2$/);
      if (place === 'page') await scene.command('page.focus', undefined);
      await expect.poll(() => scene.keyboardAt()).toBe(place === 'page' ? 'ann' : 'shell');
      const before = (await said.textContent()) ?? '';
      await press();
      await expect(said).not.toHaveText(before);
      await expect(said).toHaveText(/of 2$/);
      await scene.command('surface.close', undefined);
      await expect(finding(scene)).toHaveCount(0);
    },
  },
  'Mod+Plus': zooms((ratio, before) => ratio > before),
  'Mod+=': zooms((ratio, before) => ratio > before),
  'Mod+-': zooms((ratio, before) => ratio < before),
  'Mod+0': {
    run: async ({ pageOf, command }, press) => {
      const ratio = () => pageOf('ann').evaluate(() => devicePixelRatio);
      const before = await ratio();
      await command('command.run', { id: 'zoom.in' });
      await expect.poll(ratio).toBeGreaterThan(before);
      await press();
      await expect.poll(ratio).toBe(before);
    },
  },
  'Mod+R': {
    run: async ({ pageOf }, press) => {
      const loaded = pageOf('ann').waitForEvent('load');
      await press();
      await loaded;
    },
  },
  'Mod+Shift+R': {
    before: ({ pageOf, addressOf }) => pageOf('ann').goto(`${addressOf('ann')}room`),
    run: async ({ pageOf, addressOf }, press) => {
      await press();
      await expect(pageOf('ann')).toHaveURL(addressOf('ann'));
      await pageOf('ann').waitForLoadState();
    },
  },
  'Shift+F5': {
    run: async ({ pageOf, chat }, press) => {
      const pages = [...NINE.slice(0, -1).map((id) => pageOf(id)), chat];
      const loaded = Promise.all(pages.map((page) => page.waitForEvent('load')));
      await press();
      await loaded;
    },
  },
  'Mod+PageDown': goesTo('bob'),
  'Mod+PageUp': goesTo('chat'),
  'Mod+1': nth(1),
  'Mod+2': nth(2),
  'Mod+3': nth(3),
  'Mod+4': nth(4),
  'Mod+5': nth(5),
  'Mod+6': nth(6),
  'Mod+7': nth(7),
  'Mod+8': nth(8),
  'Mod+9': nth(9),
  'Mod+N': opens('Search services'),
  'Alt+Shift+1': putsUp(1),
  'Alt+Shift+2': putsUp(2),
  'Alt+Shift+3': putsUp(3),
  'Alt+Shift+4': putsUp(4),
  'Alt+Shift+5': putsUp(5),
  'Alt+Shift+6': putsUp(6),
  'Alt+Shift+7': putsUp(7),
  'Alt+Shift+8': putsUp(8),
  'Alt+Shift+9': putsUp(9),
  'Alt+Shift+0': {
    before: ({ command }) => command('command.run', { id: 'workspace.1' }),
    run: async ({ shell }, press) => {
      await expect(barOf(shell).locator('[data-service-id]')).toHaveCount(1);
      await press();
      await expect(barOf(shell).locator('[data-service-id]')).toHaveCount(NINE.length);
    },
  },
  'Alt+Shift+B': twice(({ shell }, isOn) => expect(barOf(shell)).toHaveCount(isOn ? 0 : 1)),
  'Mod+/': twice(({ shell }, isOn) =>
    expect(shell.getByRole('dialog', { name: 'All keys' })).toHaveCount(isOn ? 1 : 0),
  ),
  'Mod+,': opens('Search settings'),
};
