import { describe, expect, it } from 'vitest';
import { median, p95, round } from './stats.mjs';

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 2, 33], 10],
    [[], NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('p95', () => {
  it.each([
    [[7], 7],
    [Array.from({ length: 100 }, (_, index) => index + 1), 95],
    [Array.from({ length: 20 }, (_, index) => 20 - index), 19],
    [[1, 2, 3], 3],
    [[], NaN],
  ])('of %j is %d', (values, expected) => {
    expect(p95(values)).toBe(expected);
  });
});

it('rounds', () => {
  expect([round(1.005, 1), round(2.345), round(1e-9)]).toEqual([1, 2.35, 0]);
});
