import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { Action } from '../../core/state/actions';
import { toMenuTemplate } from './menu';

const said: Action[] = [];
const keys = { bindings: { switcher: ['Mod+J'], reload: [] }, system: null };
const store = {
  dispatch: (action: Action) => void said.push(action),
  getState: () => aState([aService('a')], { keys }),
};

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
