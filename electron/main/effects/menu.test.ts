import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { Action } from '../../core/state/actions';
import { createAppStore } from '../store/app-store';
import { startMenu, toMenuTemplate } from './menu';

const said: Action[] = [];
const keys = { bindings: { switcher: ['Mod+J'], reload: [] }, system: null };
const store = {
  dispatch: (action: Action) => void said.push(action),
  getState: () => aState([aService('a')], { keys }),
};

describe('startMenu', () => {
  it('L2 is made anew in another language and with other keys, and only then', () => {
    const open = createAppStore(aState([aService('a')]), (error) => expect.fail(String(error)));
    const shown: (string | undefined)[] = [];
    const translate = (key: string): string => `${key} ${open.getState().session.language.language}`;
    startMenu(open, { platform: 'darwin', translate, show: (menu) => shown.push(menu[1]?.label) });
    open.dispatch({ kind: 'network-changed', online: false });
    open.dispatch({
      kind: 'language-changed',
      language: { language: 'fr', locale: 'fr', isRightToLeft: false },
    });
    expect(shown).toEqual(['menu.file en', 'menu.file fr']);
  });
});

describe('toMenuTemplate', () => {
  it.each(['linux', 'win32'] as const)('D33 has no menu on %s, and so none of its keys', (platform) => {
    expect(toMenuTemplate(platform, (key) => key, store)).toBeUndefined();
  });

  it('D33 has the standard menus on macOS, and nothing of developer tools', () => {
    const menu = toMenuTemplate('darwin', (key) => key, store) ?? [];
    expect(menu.map((entry) => entry.role ?? entry.label)).toEqual([
      'appMenu',
      'menu.file',
      'editMenu',
      'menu.go',
      'menu.view',
      'menu.hosted',
      'menu.workspaces',
      'menu.quiet',
      'windowMenu',
    ]);
    expect(JSON.stringify(menu)).not.toMatch(/toggleDevTools|viewMenu|forceReload/);
  });

  it('M3 is made of the list of commands, with the keys they have now', () => {
    const menu = toMenuTemplate('darwin', (key) => key, store) ?? [];
    const items = menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const item = (name: string) => items.find(({ label }) => label === `command.${name}`);
    expect(item('switcher')).toMatchObject({
      accelerator: 'CommandOrControl+J',
      registerAccelerator: false,
    });
    expect(item('reload')?.accelerator).toBeUndefined();
    item('switcher')?.click?.(undefined as never, undefined, undefined as never);
    expect(said.splice(0)).toEqual([{ kind: 'surface-shown', surface: 'switcher' }]);
    // Nothing to do: nothing is done.
    item('goBack')?.click?.(undefined as never, undefined, undefined as never);
    expect(said).toEqual([]);
  });
});
