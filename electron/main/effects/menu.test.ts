import { describe, expect, it } from 'vitest';
import { toMenuTemplate } from './menu';

const store = { dispatch: () => undefined };

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
      'menu.view',
      'windowMenu',
    ]);
    expect(JSON.stringify(menu)).not.toMatch(/toggleDevTools|viewMenu|forceReload/);
  });
});
