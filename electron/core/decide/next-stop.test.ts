import { expect, it } from 'vitest';
import { nextStop } from './next-stop';

it.each([
  [[], undefined, 1, undefined],
  [['a'], undefined, 1, 'a'],
  [['a'], 'a', 1, undefined],
  [['a'], 'a', -1, undefined],
  [['a', 'b'], undefined, 1, 'a'],
  [['a', 'b'], 'a', 1, 'b'],
  [['a', 'b'], 'b', 1, undefined],
  [['a', 'b'], undefined, -1, 'b'],
  [['a', 'b'], 'b', -1, 'a'],
  [['a'], 'gone', 1, 'a'],
] as const)('V76 of the pages %j, from %s by %d the keyboard goes to %s', (pages, from, step, to) => {
  expect(nextStop(pages, from, step)).toBe(to);
});
