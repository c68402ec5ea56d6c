import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESKTOP_BODY_MAX, toDesktopBody } from './to-desktop-body';

describe('toDesktopBody', () => {
  it.each([
    ['a word', 'a word'],
    ['two\nlines', 'two\nlines'],
    ['x'.repeat(DESKTOP_BODY_MAX), 'x'.repeat(DESKTOP_BODY_MAX)],
    ['x'.repeat(DESKTOP_BODY_MAX + 1), `${'x'.repeat(DESKTOP_BODY_MAX - 1)}…`],
    [`${'x'.repeat(590)} ${'y'.repeat(5)}\n\n\n\n\nmore`, `${'x'.repeat(590)} ${'y'.repeat(5)}…`],
    [`${'x'.repeat(DESKTOP_BODY_MAX - 2)}😀😀`, `${'x'.repeat(DESKTOP_BODY_MAX - 2)}…`],
  ])('N28 gives what is short as it is, and the beginning of what is long', (body, shown) => {
    expect(toDesktopBody(body)).toBe(shown);
  });

  it('N28 never gives more, nor half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 300, maxLength: 900 }), (body) => {
        const shown = toDesktopBody(body);
        expect(shown.length).toBeLessThanOrEqual(DESKTOP_BODY_MAX);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });
});
