import { readCombo, type Combo, type KeyPlatform, type Modifier } from '../../electron/core/commands/combo';
import type en from '../../resources/locales/en.json';

/** A key of several pressed together: what is drawn on it, and what is read out. */
export interface KeyWord {
  readonly shown: string;
  readonly spoken: string;
}

type KeyName = keyof typeof en.keys.name;

/** In the order of each system: Apple has its Command last. */
const orders = {
  darwin: ['Ctrl', 'Alt', 'Shift', 'Mod'],
  other: ['Mod', 'Meta', 'Alt', 'Shift'],
} as const satisfies Record<string, readonly Modifier[]>;

const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const signsOfMac: Readonly<Record<string, string>> = {
  ...signs,
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  PageUp: '⇞',
  PageDown: '⇟',
  Home: '↖',
  End: '↘',
  Tab: '⇥',
  Enter: '↩',
  Escape: '⎋',
  Backspace: '⌫',
  Delete: '⌦',
};

const namesOfMac: Readonly<Partial<Record<Modifier, KeyName>>> = {
  Mod: 'Command',
  Ctrl: 'Control',
  Alt: 'Option',
};

/** Gives the words of a key as its system writes them: signs on macOS, words elsewhere; nothing for what is no key. */
export function toKeyWords(
  combo: Combo,
  platform: KeyPlatform,
  say: (name: KeyName) => string,
): readonly KeyWord[] {
  const parts = readCombo(combo);
  if (parts === undefined) return [];
  const isMac = platform === 'darwin';
  const order: readonly Modifier[] = isMac ? orders.darwin : orders.other;
  const nameOf = (modifier: Modifier): KeyName => {
    if (isMac) return namesOfMac[modifier] ?? modifier;
    return modifier === 'Meta' && platform === 'win32' ? 'Win' : modifier;
  };
  const toWord = (key: string, spoken: string): KeyWord => ({
    shown: (isMac ? signsOfMac : signs)[key] ?? spoken,
    spoken,
  });
  const held = order.filter((modifier) => parts.held.has(modifier));
  return [
    ...held.map((modifier) => toWord(modifier, say(nameOf(modifier)))),
    toWord(parts.key, isNamed(parts.key) ? say(parts.key) : parts.key),
  ];
}

const isNamed = (key: string): key is KeyName =>
  /^(?:Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Home|End|Tab|Enter|Escape|Space|Backspace|Delete|Insert|Plus)$/.test(
    key,
  );

/** Gives them as one text, as it stands in sentences and lists. */
export const toKeyText = (words: readonly KeyWord[], platform: KeyPlatform): string =>
  words.map(({ shown }) => shown).join(platform === 'darwin' ? '' : '+');
