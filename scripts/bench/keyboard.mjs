// @ts-check
import { promisify } from 'node:util';
import { createClient } from 'x11';
import { fail } from '../lib/output.mjs';

/** Where the keys are on the keyboard of Xvfb, as on any PC's. */
const keycodes = { control: 37, digit1: 10 };
const revertToPointer = 1;

/**
 * A keyboard for a made-up display: keys go the whole way through the X server, as those of a real one do.
 * @typedef {{ press: (digit: number) => void, close: () => void }} Keyboard `press`: Ctrl and a digit
 */

/**
 * Opens the keyboard of a display, gives the input focus to the window of that size, since without a window manager
 * nobody else does, and clicks into its middle, so that keys go to the page there.
 * @param {string} display @param {{ width: number, height: number }} size
 * @returns {Promise<Keyboard>}
 */
export async function openKeyboard(display, size) {
  const { client, screen } = await promisify(createClient)({ display });
  client.on('error', () => undefined);
  const test = await promisify(client.require.bind(client))('xtest');
  const root = screen[0]?.root ?? 0;
  const { children } = await promisify(client.QueryTree.bind(client))(root);
  const isWindow = await Promise.all(
    children.map(async (child) => {
      const { width, height } = await promisify(client.GetGeometry.bind(client))(child);
      return width === size.width && height === size.height;
    }),
  );
  const window = children.find((_, index) => isWindow[index]);
  if (window === undefined)
    fail(`No window of ${size.width} x ${size.height} is on the display`, 'Start it by hand.');
  client.SetInputFocus(window, revertToPointer);
  const click = 1;
  test.FakeInput(test.MotionNotify, 0, 0, root, size.width / 2, size.height / 2);
  test.FakeInput(test.ButtonPress, click, 0, root, 0, 0);
  test.FakeInput(test.ButtonRelease, click, 0, root, 0, 0);
  const send = (/** @type {number} */ type, /** @type {number} */ keycode) =>
    test.FakeInput(type, keycode, 0, root, 0, 0);
  return {
    press: (digit) => {
      const keycode = keycodes.digit1 + digit - 1;
      send(test.KeyPress, keycodes.control);
      send(test.KeyPress, keycode);
      send(test.KeyRelease, keycode);
      send(test.KeyRelease, keycodes.control);
    },
    close: () => client.terminate(),
  };
}
