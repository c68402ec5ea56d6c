import { expect, it } from 'vitest';
import { toGridStep } from './grid-step';

/** Two rows of three, and one of two. */
const tops = [0, 0, 0, 90, 90, 90, 180, 180];

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowLeft', 0, 0],
  ['ArrowLeft', 3, 2],
  ['ArrowDown', 1, 4],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 1, 1],
  ['ArrowDown', 5, 5],
  ['ArrowDown', 4, 7],
  ['Home', 5, 0],
  ['End', 0, 7],
  ['Enter', 0, undefined],
])('V32 %s from place %i leads to %s', (key, at, to) => {
  expect(toGridStep(key, at, tops, false)).toBe(to);
});

it('V32 left and right are where they are on the screen', () => {
  expect(toGridStep('ArrowLeft', 0, tops, true)).toBe(1);
  expect(toGridStep('ArrowRight', 1, tops, true)).toBe(0);
});
