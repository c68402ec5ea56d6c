import { expect, it } from 'vitest';
import { decideListIndex } from './list-keys';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['PageDown', 0, 3, 2],
  ['PageUp', 9, 14, 4],
  ['Enter', 0, 3, undefined],
  ['ArrowDown', 0, 0, undefined],
] as const)('H7 %s at %i of %i gives %s', (key, index, count, wanted) => {
  expect(decideListIndex(key, index, count)).toBe(wanted);
});
