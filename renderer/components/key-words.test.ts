import { describe, expect, it } from 'vitest';
import type { KeyPlatform } from '../../electron/core/commands/combo';
import en from '../../resources/locales/en.json';
import { toKeyText, toKeyWords } from './key-words';

const words = (combo: string, platform: KeyPlatform) =>
  toKeyWords(combo, platform, (name) => en.keys.name[name]);
const text = (combo: string, platform: KeyPlatform) => toKeyText(words(combo, platform), platform);

describe('a key as it is shown', () => {
  it.each([
    ['Mod+Alt+Shift+ArrowDown', '⌥⇧⌘↓', 'Ctrl+Alt+Shift+↓', 'Ctrl+Alt+Shift+↓'],
    ['Mod+Plus', '⌘+', 'Ctrl++', 'Ctrl++'],
    ['F8', 'F8', 'F8', 'F8'],
    ['Meta+K', 'K', 'Super+K', 'Win+K'],
    ['Mod+PageDown', '⌘⇟', 'Ctrl+Page Down', 'Ctrl+Page Down'],
    ['Mod+É', '⌘É', 'Ctrl+É', 'Ctrl+É'],
    ['nonsense+', '', '', ''],
  ])('M14 %s is %s on macOS and %s elsewhere', (combo, mac, linux, windows) => {
    expect([text(combo, 'darwin'), text(combo, 'linux'), text(combo, 'win32')]).toEqual([
      mac,
      linux,
      windows,
    ]);
  });

  it('M14 is read out in words', () => {
    expect(words('Mod+Alt+Tab', 'darwin').map(({ spoken }) => spoken)).toEqual(['Option', 'Command', 'Tab']);
    expect(words('Alt+ArrowUp', 'linux').map(({ spoken }) => spoken)).toEqual(['Alt', 'Up']);
  });
});
