import type { KeyPress } from './combo';

/** Gives a press of a key for tests: with nothing held, at no known place. */
export const aPress = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  type: 'keyDown',
  key,
  code: '',
  control: false,
  meta: false,
  alt: false,
  shift: false,
  isAutoRepeat: false,
  ...changes,
});
