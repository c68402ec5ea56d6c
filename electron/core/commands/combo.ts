import type { Combo } from '../model/key-settings';

export type { Combo } from '../model/key-settings';
/** The systems that differ in their keys. */
export type KeyPlatform = 'darwin' | 'linux' | 'win32';

/** A key press, as Electron's `before-input-event` tells it, and a DOM event once its members are renamed. */
export interface KeyPress {
  readonly type: string;
  readonly key: string;
  /** Physical key, e.g. `Digit1`. */
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly isAutoRepeat: boolean;
}

/** What can be held, in the order in which it is written. `Mod` is Cmd on macOS and Ctrl elsewhere. */
export const MODIFIERS = ['Mod', 'Ctrl', 'Meta', 'Alt', 'Shift'] as const;
export type Modifier = (typeof MODIFIERS)[number];

/** Keys that are known by name and not by what they type. */
const NAMED =
  /^(?:F(?:[1-9]|1\d|2[0-4])|Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Home|End|Insert|Delete|Backspace|Tab|Enter|Escape|Space|ContextMenu|Pause|PrintScreen|BrowserBack|BrowserForward|Media[A-Za-z]+|Help)$/;
const LETTER = /^[A-Z]$/;
const DIGIT = /^[0-9]$/;
/** One character that can be seen, also one outside the first plane. */
const CHARACTER = /^[^\s\p{Cc}\p{Cf}\p{Cs}]$/u;

/** The parts of a key: what is held, and the key itself. */
export interface ComboParts {
  readonly held: ReadonlySet<Modifier>;
  readonly key: string;
}

/**
 * Reads a key as people write it: modifiers in any order and case, joined by `+`; `Cmd`, `Control`, `Option` and the
 * like are known. `undefined` where it is none.
 */
export function readCombo(text: string): ComboParts | undefined {
  // The plus sign itself may be the key: `Mod++`.
  const pieces = text.trim().replace(/\+$/, 'Plus').split('+');
  const key = keyNamed(pieces.pop()?.trim() ?? '');
  const held = new Set<Modifier>();
  for (const piece of pieces) {
    const modifier = modifierNames.get(piece.trim().toLowerCase());
    if (modifier === undefined) return undefined;
    held.add(modifier);
  }
  return key === undefined ? undefined : { held, key };
}

/** Writes a key as it is kept. */
export const writeCombo = ({ held, key }: ComboParts): Combo =>
  [...MODIFIERS.filter((modifier) => held.has(modifier)), key].join('+');

/** Gives a key as it is kept, or `undefined` where the text is none. */
export function toCombo(text: string): Combo | undefined {
  const parts = readCombo(text);
  return parts && writeCombo(parts);
}

const modifierNames: ReadonlyMap<string, Modifier> = new Map([
  ['mod', 'Mod'],
  ['commandorcontrol', 'Mod'],
  ['cmdorctrl', 'Mod'],
  ['ctrl', 'Ctrl'],
  ['control', 'Ctrl'],
  ['meta', 'Meta'],
  ['super', 'Meta'],
  ['win', 'Meta'],
  ['cmd', 'Meta'],
  ['command', 'Meta'],
  ['alt', 'Alt'],
  ['option', 'Alt'],
  ['shift', 'Shift'],
]);

function keyNamed(name: string): string | undefined {
  if (name === ' ') return 'Space';
  if (name.length === 1 && name !== '+') return name.toUpperCase().length === 1 ? name.toUpperCase() : name;
  if (name === '+' || /^plus$/i.test(name)) return 'Plus';
  const [first = '', ...rest] = name;
  const cased = `${first.toUpperCase()}${rest.join('')}`;
  return NAMED.test(cased) ? cased : CHARACTER.test(name) ? name : undefined;
}

/**
 * Gives the ways a press can be meant, the likeliest first; none for a modifier alone, a character typed by AltGr, a
 * press while a text is composed, and a key let go. Letters go by what they type, and by their place where that is no
 * Latin letter; digits go by their place too, for on some layouts they need Shift; other characters go by what they
 * type, whether it takes Shift or not.
 */
export function combosOf(press: KeyPress, platform: KeyPlatform): readonly Combo[] {
  if (press.type !== 'keyDown' || press.key === 'Process' || press.key === 'Dead') return [];
  const held = heldOf(press, platform);
  const typed = press.key === ' ' ? 'Space' : press.key;
  if (NAMED.test(typed)) return [writeCombo({ held, key: typed })];
  if (!CHARACTER.test(typed)) return [];
  // AltGr reports Control and Alt together and types a character.
  if (platform !== 'darwin' && press.control && press.alt && !press.meta) return [];
  const upper = typed.toUpperCase();
  const place = /^(?:Key([A-Z])|Digit([0-9])|Numpad([0-9]))$/.exec(press.code);
  const placed = place?.[1] ?? place?.[2] ?? place?.[3];
  const keys: ComboParts[] = [];
  const isPlain = LETTER.test(upper) || DIGIT.test(upper);
  // What Option types on macOS is not what is meant.
  const isMeant =
    isPlain && !(platform === 'darwin' && press.alt && placed !== undefined && placed !== upper);
  if (isMeant) keys.push({ held, key: upper });
  else if (!isPlain) {
    const key = typed === '+' ? 'Plus' : upper.length === 1 ? upper : typed;
    keys.push({ held: without(held, 'Shift'), key }, { held, key });
  }
  if (placed !== undefined && (DIGIT.test(placed) || !isMeant)) keys.push({ held, key: placed });
  return [...new Set(keys.map(writeCombo))];
}

/**
 * Gives a press as it is kept. As a key of the whole system Ctrl+Alt and a letter is one like any other, for that goes by
 * what is held and types nothing.
 */
export function comboToKeep(press: KeyPress, platform: KeyPlatform, isForSystem = false): Combo | undefined {
  const isBoth = isForSystem && platform !== 'darwin' && press.control && press.alt;
  const ways = combosOf({ ...press, alt: press.alt && !isBoth }, platform);
  // What Option types is not what is meant.
  const combo = platform === 'darwin' && press.alt ? ways.at(-1) : ways[0];
  return combo !== undefined && isBoth ? toCombo(`Alt+${combo}`) : combo;
}

/** Gives what is held, with the system's main modifier as `Mod`. */
function heldOf({ control, meta, alt, shift }: KeyPress, platform: KeyPlatform): ReadonlySet<Modifier> {
  const isMac = platform === 'darwin';
  const held = new Set<Modifier>();
  if (isMac ? meta : control) held.add('Mod');
  if (isMac && control) held.add('Ctrl');
  if (!isMac && meta) held.add('Meta');
  if (alt) held.add('Alt');
  if (shift) held.add('Shift');
  return held;
}

const without = (held: ReadonlySet<Modifier>, modifier: Modifier): ReadonlySet<Modifier> =>
  new Set([...held].filter((one) => one !== modifier));

/**
 * Gives a key as it is kept on this system: `Ctrl` is `Mod` where Ctrl is the main modifier, and Cmd on macOS, so that
 * the same key is always written the same way.
 */
export function onPlatform(combo: Combo, platform: KeyPlatform): Combo | undefined {
  const parts = readCombo(combo);
  if (parts === undefined) return undefined;
  const same: Modifier = platform === 'darwin' ? 'Meta' : 'Ctrl';
  const held = new Set([...parts.held].map((modifier) => (modifier === same ? 'Mod' : modifier)));
  return writeCombo({ held, key: parts.key });
}

/** Gives a key as Electron writes accelerators, for menus and keys of the system. */
export function toAccelerator(combo: Combo): string {
  const parts = readCombo(combo);
  if (parts === undefined) return '';
  const key = parts.key.replace(/^Arrow/, '');
  const held = MODIFIERS.filter((modifier) => parts.held.has(modifier));
  return [...held.map((modifier) => acceleratorNames[modifier]), key].join('+');
}

const acceleratorNames: Readonly<Record<Modifier, string>> = {
  Mod: 'CommandOrControl',
  Ctrl: 'Control',
  Meta: 'Super',
  Alt: 'Alt',
  Shift: 'Shift',
};

/** True for a key that types or edits text when nothing else is held: it would be lost to every page. */
export function typesText(combo: Combo): boolean {
  const parts = readCombo(combo);
  if (parts === undefined) return false;
  const isHeld =
    parts.held.has('Mod') || parts.held.has('Ctrl') || parts.held.has('Meta') || parts.held.has('Alt');
  return (
    !isHeld && !/^F\d|^(?:Browser|Media)|^(?:Pause|PrintScreen|Help|ContextMenu|Insert)$/.test(parts.key)
  );
}
