import { startXTest } from './x-test.js';

/** A keyboard plugged into a display: its keys go wherever the X server sends those of a person. */
export interface Keyboard {
  /** Presses keys together and lets them go again: "Control+Shift+R". */
  press(combination: string): Promise<void>;
  /** Presses one key and holds it until it is let go. */
  hold(key: string): Promise<{ readonly letGo: () => Promise<void> }>;
  /** Types words of small letters. */
  type(text: string): Promise<void>;
  stop(): void;
}

/** Key codes of a PC keyboard with the US layout, which is what Xvfb has. */
const ROWS = [
  { first: 10, keys: '1234567890' },
  { first: 24, keys: 'qwertyuiop' },
  { first: 38, keys: 'asdfghjkl' },
  { first: 52, keys: 'zxcvbnm,./' },
  { first: 20, keys: '-=' },
] as const;
const NAMED: Readonly<Record<string, number>> = {
  Escape: 9,
  Tab: 23,
  Enter: 36,
  Control: 37,
  Shift: 50,
  Alt: 64,
  Space: 65,
  Backspace: 22,
  F3: 69,
  F5: 71,
  F6: 72,
  F8: 74,
  F9: 75,
  F10: 76,
  Home: 110,
  ArrowUp: 111,
  PageUp: 112,
  ArrowLeft: 113,
  ArrowRight: 114,
  End: 115,
  ArrowDown: 116,
  PageDown: 117,
  Delete: 119,
};
const CODES = new Map<string, number>([
  ...Object.entries(NAMED),
  ...ROWS.flatMap(({ first, keys }) => keys.split('').map((key, at) => [key, first + at] as const)),
]);

const PRESS = 2;
const RELEASE = 3;

/**
 * Plugs a keyboard into a display by the server's own test extension. Keys sent by the browser's debugging protocol
 * never reach what the app itself listens to.
 */
export async function startKeyboard(displayName: string): Promise<Keyboard> {
  const { fake, done, stop } = await startXTest(displayName);
  const press = async (keys: readonly string[]): Promise<void> => {
    const codes = keys.map(codeOf);
    for (const code of codes) fake(PRESS, code);
    for (const code of codes.toReversed()) fake(RELEASE, code);
    await done();
  };
  return {
    press: (combination) => press(combination.split('+')),
    hold: async (key) => {
      fake(PRESS, codeOf(key));
      await done();
      return {
        letGo: async () => {
          fake(RELEASE, codeOf(key));
          await done();
        },
      };
    },
    type: async (text) => {
      for (const key of text) await press([key]);
    },
    stop,
  };
}

function codeOf(key: string): number {
  const code = CODES.get(key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key);
  if (code === undefined) throw new Error(`There is no key "${key}".`);
  return code;
}
