import { readCombo, type Combo, type KeyPlatform, type Modifier } from '../../electron/core/commands/combo';

const signs: Readonly<Record<Modifier, string>> = { Mod: '⌘', Ctrl: '⌃', Meta: '⌘', Alt: '⌥', Shift: '⇧' };
const words: Readonly<Record<Modifier, string>> = {
  Mod: 'Ctrl',
  Ctrl: 'Ctrl',
  Meta: 'Meta',
  Alt: 'Alt',
  Shift: 'Shift',
};

/** Gives a key as people of a system know it written: `Alt+Shift+1`, or `⌃1`. */
export function toKeyText(combo: Combo, platform: KeyPlatform): string {
  const parts = readCombo(combo);
  if (parts === undefined) return combo;
  const held = [...parts.held];
  return platform === 'darwin'
    ? [...held.map((modifier) => signs[modifier]), parts.key].join('')
    : [...held.map((modifier) => words[modifier]), parts.key].join('+');
}
