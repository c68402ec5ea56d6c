import { expect, it } from 'vitest';
import { leastSquares } from './slopes.mjs';

it('finds the line through points that lie on one', () => {
  expect(
    leastSquares([
      [1, 5],
      [5, 13],
      [50, 103],
    ]),
  ).toEqual({ slope: 2, start: 3 });
});

it('finds the nearest line through others', () => {
  expect(
    leastSquares([
      [0, 0],
      [1, 2],
      [2, 1],
    ]),
  ).toEqual({ slope: 0.5, start: 0.5 });
});

it('finds none through one place', () => {
  expect([
    leastSquares([]),
    leastSquares([[3, 4]]),
    leastSquares([
      [3, 4],
      [3, 5],
    ]),
  ]).toEqual([undefined, undefined, undefined]);
});
