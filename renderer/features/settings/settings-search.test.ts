import { expect, it } from 'vitest';
import { isFound } from './settings-search';

it.each([
  ['', true],
  ['theme', true],
  ['DARK  theme', true],
  ['thème', true],
  ['tray', false],
])('H11 %j among theme settings: %s', (query, found) => {
  expect(isFound(query, ['Appearance', 'Theme', undefined, 'Dark'])).toBe(found);
});
