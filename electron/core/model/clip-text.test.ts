import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipText, shortenText } from './clip-text';

describe('texts of pages', () => {
  it.each([
    ['a\n\tb   c', 9, 'a b c'],
    ['  one  ', 9, 'one'],
    ['\u202Eevil\u0007bell', 20, 'evil bell'],
    ['long words here', 6, 'long w'],
    ['12😀', 3, '12'],
  ])('B3 %j in %i units is %j', (text, max, clipped) => {
    expect(clipText(text, max)).toBe(clipped);
  });

  it('B3 what is left out is marked', () => {
    expect(shortenText('a short one', 20)).toBe('a short one');
    expect(shortenText('a very long one indeed', 10)).toBe('a very lo…');
  });

  it('B3 they are never longer, never of two lines, and fit into an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, max) => {
        for (const short of [clipText(text, max), shortenText(text, max)]) {
          expect(short.length).toBeLessThanOrEqual(max);
          expect(short).not.toMatch(/[\n\r\p{Cc}\p{Cf}]/u);
          expect(() => encodeURIComponent(short)).not.toThrow();
        }
      }),
    );
  });
});
