import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsGlob } from './glob';

describe('fitsGlob', () => {
  it.each([
    ['alice', 'Alice', false, true],
    ['alice', 'alices', false, false],
    ['', '', false, true],
    ['', 'x', false, false],
    ['*', 'anything', false, true],
    ['a*e', 'alice', false, true],
    ['a*e', 'alicex', false, false],
    ['a?ice', 'alice', false, true],
    ['a?ice', 'aice', false, false],
    ['a.ice', 'alice', false, false],
    ['alice', 'hey, alice!', true, true],
    ['alice', 'malice', true, false],
    ['alice', 'alices malice alice', true, true],
    ['al*e', 'so al and the rest of the bee', true, true],
    ['dep*', 'we deploy now', true, true],
    ['*ploy', 'we deploy now', true, true],
    ['plo*', 'we deploy now', true, false],
    ['für', 'nur für dich', true, true],
    ['a*b*c', 'a b a c', true, true],
  ])('J121 %s in %s', (pattern, text, isInside, fits) => {
    expect(fitsGlob(pattern, text, isInside)).toBe(fits);
  });

  it('J121 agrees with the pattern as an expression', () => {
    const some = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(some, some, (pattern, text) => {
        const body = pattern.replaceAll('*', '.*').replaceAll('?', '.');
        expect(fitsGlob(pattern, text, false)).toBe(new RegExp(`^${body}$`, 's').test(text));
        expect(fitsGlob(pattern, text, true)).toBe(new RegExp(`(?<=^|\\W)${body}(?=\\W|$)`, 's').test(text));
      }),
    );
  });

  it('J126 takes no time without end, whatever the pattern', () => {
    expect(fitsGlob('a*'.repeat(500), 'ab'.repeat(20_000), true)).toBe(true);
    expect(fitsGlob(`${'a*'.repeat(500)}c`, 'ab'.repeat(2000), true)).toBe(false);
  });
});
