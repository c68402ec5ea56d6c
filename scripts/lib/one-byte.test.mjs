// @ts-check
import * as fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toOneByte } from './one-byte.mjs';

const rest = ` /* ${'a program '.repeat(20)} */`;
/** @param {string} code */
const isOneByte = (code) => /^[\0-\u00FF]*$/.test(code);

describe('toOneByte', () => {
  it.each([
    [`'a … b'`],
    ['`“${1 + 1}” •`'],
    [`'\\\\…' + '\\…'`],
    [`'é ü'`],
    [`'😀'.length + '😀'`],
    [`'a…b'.replace(/[…•]/g, '–') + /^[😀]$/u.test('😀') + /\\…/.test('…')`],
    [`({ 'œ': 1 })['œ']`],
  ])('leaves what a program does as it is: %s', (code) => {
    const made = toOneByte(`${code}${rest}`);
    expect(isOneByte(made)).toBe(true);
    expect(runInNewContext(made)).toEqual(runInNewContext(code));
  });

  it('does so for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const made = toOneByte(`${JSON.stringify(text)}${rest}`);
        expect(isOneByte(made)).toBe(true);
        expect(runInNewContext(made)).toBe(text);
      }),
    );
  });

  it('leaves alone what is in Latin-1, or mostly in none', () => {
    for (const code of [`'abc é'`, `'日本語のテキスト'`]) expect(toOneByte(code)).toBe(code);
  });

  it('refuses a line that goes on by a sign that ends lines', () => {
    expect(() => toOneByte(`'a\\\u2028b'${rest}`)).toThrow('U+2028');
  });
});
