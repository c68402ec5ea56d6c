import { describe, expect, it } from 'vitest';
import { ownCount } from './raw';

describe('ownCount', () => {
  it.each([
    [3, 3],
    [2.9, 2],
    [0, 0],
    [-1, 0],
    ['3', 0],
    [NaN, 0],
    [Infinity, 0],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    // Two of them would be Infinity.
    [1e308, 0],
  ])('W201 takes %j as %d', (said, count) => {
    expect(ownCount({ said }, 'said')).toBe(count);
  });

  it('W201 takes nothing that is inherited', () => {
    expect(ownCount(Object.create({ said: 3 }), 'said')).toBe(0);
  });
});
