import { expect, it } from 'vitest';
import { isAtLeast } from './versions';

it.each([
  ['2.0', '2.0', true],
  ['2.0.1', '2.0', true],
  ['10.1', '6.1', true],
  ['6.10', '6.1', true],
  ['6.0.9', '6.1', false],
  ['1.99.99', '2.0', false],
  ['5', '5.0', true],
  ['4.11-dev-12-gabc', '5.0', false],
  ['v9.4', '5.0', true],
  ['develop', '5.0', true],
])('G8 %s is at least %s: %s', (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});
