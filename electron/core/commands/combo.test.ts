import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comboToKeep,
  combosOf,
  onPlatform,
  readCombo,
  toAccelerator,
  toCombo,
  typesText,
  type KeyPress,
} from './combo';
import { aPress } from './press.test-support';

const press = (key: string, code = '', held: Partial<KeyPress> = {}): KeyPress =>
  aPress(key, { code, ...held });
const control = { control: true };

describe('a key as it is written', () => {
  it.each([
    ['mod+k', 'Mod+K'],
    ['Shift + Alt + arrowDown', 'Alt+Shift+ArrowDown'],
    ['CommandOrControl+,', 'Mod+,'],
    ['Mod++', 'Mod+Plus'],
    ['f8', 'F8'],
    ['option+é', 'Alt+É'],
    ['Ctrl+ß', 'Ctrl+ß'],
    ['Ctrl+Mod+Tab', 'Mod+Ctrl+Tab'],
  ])('M1 reads %s as %s', (text, combo) => {
    expect(toCombo(text)).toBe(combo);
  });

  it.each(['', 'Mod+', 'Hyper+K', 'Mod+Nothing', '++'])('M1 knows %j for none', (text) => {
    expect(toCombo(text)).toBeUndefined();
  });

  it('M1 reads back what it wrote, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const combo = toCombo(text);
        if (combo !== undefined) expect(toCombo(combo)).toBe(combo);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('mod', 'alt', 'SHIFT', 'ctrl', 'k', 'F7', '+', 'Tab', '')),
        (pieces) => {
          const combo = toCombo(pieces.join('+'));
          if (combo !== undefined) expect(readCombo(combo)).toBeDefined();
        },
      ),
    );
  });

  it('M1 writes the same key the same way on each system', () => {
    expect(onPlatform('Ctrl+K', 'linux')).toBe('Mod+K');
    expect(onPlatform('Ctrl+K', 'darwin')).toBe('Ctrl+K');
    expect(onPlatform('Cmd+K', 'darwin')).toBe('Mod+K');
    expect(onPlatform('Cmd+K', 'win32')).toBe('Meta+K');
    expect(onPlatform('nothing', 'linux')).toBeUndefined();
  });

  it('M1 gives them as Electron writes them', () => {
    expect(toAccelerator('Mod+Shift+ArrowDown')).toBe('CommandOrControl+Shift+Down');
    expect(toAccelerator('Mod+Plus')).toBe('CommandOrControl+Plus');
    expect(toAccelerator('')).toBe('');
  });

  it('M5 knows a key that would take letters from every page', () => {
    expect(['A', 'Shift+A', 'Enter', 'Space', 'ArrowUp', '?', 'nothing'].map(typesText)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(['F8', 'Shift+F8', 'Mod+A', 'Alt+A', 'MediaPlayPause'].map(typesText)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a press', () => {
  it.each([
    ['a letter', press('k', 'KeyK', control), ['Mod+K']],
    ['a capital', press('R', 'KeyR', { control: true, shift: true }), ['Mod+Shift+R']],
    ['a letter where it stands on Dvorak', press('t', 'KeyK', control), ['Mod+T']],
    ['a Cyrillic letter: by its place as well', press('л', 'KeyK', control), ['Mod+Л', 'Mod+K']],
    ['a digit', press('1', 'Digit1', control), ['Mod+1']],
    ['a digit on AZERTY', press('&', 'Digit1', control), ['Mod+&', 'Mod+1']],
    [
      'a digit with Shift',
      press('!', 'Digit1', { alt: true, shift: true }),
      ['Alt+!', 'Alt+Shift+!', 'Alt+Shift+1'],
    ],
    ['a digit on the number pad', press('1', 'Numpad1', control), ['Mod+1']],
    ['a character that takes Shift', press('?', 'Slash', { shift: true }), ['?', 'Shift+?']],
    [
      'a slash on a German layout',
      press('/', 'Digit7', { control: true, shift: true }),
      ['Mod+/', 'Mod+Shift+/', 'Mod+Shift+7'],
    ],
    ['plus', press('+', 'BracketRight', control), ['Mod+Plus']],
    ['an arrow', press('ArrowDown', 'ArrowDown', { alt: true, shift: true }), ['Alt+Shift+ArrowDown']],
    ['the space bar', press(' ', 'Space', control), ['Mod+Space']],
    ['AltGr', press('@', 'KeyQ', { control: true, alt: true }), []],
    ['AltGr and an arrow', press('ArrowUp', 'ArrowUp', { control: true, alt: true }), ['Mod+Alt+ArrowUp']],
    ['a modifier alone', press('Shift', 'ShiftLeft', { shift: true }), []],
    ['a key let go', press('k', 'KeyK', { control: true, type: 'keyUp' }), []],
    ['a dead key', press('Dead', 'BracketLeft', control), []],
    ['what an input method takes', press('Process', 'KeyK', control), []],
  ])('M2 %s', (_what, given, combos) => {
    expect(combosOf(given, 'linux')).toEqual(combos);
  });

  it('M2 on macOS Cmd is Mod, Ctrl is itself, and Option does not count for what it types', () => {
    expect(combosOf(press('k', 'KeyK', { meta: true }), 'darwin')).toEqual(['Mod+K']);
    expect(combosOf(press('k', 'KeyK', control), 'darwin')).toEqual(['Ctrl+K']);
    expect(combosOf(press('å', 'KeyA', { alt: true }), 'darwin')).toEqual(['Alt+Å', 'Alt+A']);
    expect(combosOf(press('k', 'KeyK', { meta: true }), 'win32')).toEqual(['Meta+K']);
  });

  it('M10 a key of the whole system may be Ctrl+Alt and a letter, which in pages is what AltGr types', () => {
    const both = press('f', 'KeyF', { control: true, alt: true });
    expect([comboToKeep(both, 'linux'), comboToKeep(both, 'linux', true)]).toEqual([undefined, 'Mod+Alt+F']);
    expect(comboToKeep(press('f', 'KeyF', control), 'linux', true)).toBe('Mod+F');
    const held = press('Alt', 'AltLeft', { control: true, alt: true });
    expect(comboToKeep(held, 'linux', true)).toBeUndefined();
  });

  it('M8 a key is kept by what it is, not by what Option makes of it', () => {
    expect(comboToKeep(press('ƒ', 'KeyF', { meta: true, alt: true }), 'darwin')).toBe('Mod+Alt+F');
    expect(comboToKeep(press('л', 'KeyK', control), 'linux')).toBe('Mod+Л');
  });

  it('M2 never throws, and gives what can be read back', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (key, code, ctrl, alt, shift) => {
          for (const combo of combosOf(press(key, code, { control: ctrl, alt, shift }), 'linux'))
            expect(readCombo(combo)).toBeDefined();
        },
      ),
    );
  });
});
