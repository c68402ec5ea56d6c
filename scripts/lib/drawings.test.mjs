// @ts-check
import { describe, expect, it } from 'vitest';
import { toSymbols } from './drawings.mjs';

/** @param {string} body */
const svg = (body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36" width="36">${body}</svg>\n`;

describe('toSymbols', () => {
  it('makes symbols of drawings, without their titles', () => {
    const drawings = new Map([
      ['mark', svg('\n  <title>An arch</title>\n  <g>\n    <path d="m0 0"/>\n  </g>\n')],
      ['slack', svg('<rect width="3"/>')],
    ]);
    expect(toSymbols(drawings)).toBe(
      '<symbol id="drawing-mark" viewBox="0 0 36 36"><g><path d="m0 0"/></g></symbol>' +
        '<symbol id="drawing-slack" viewBox="0 0 36 36"><rect width="3"/></symbol>',
    );
  });

  it('gives each its ids to itself', () => {
    const body = '<g id="a"/><path fill="url(#a)"/><use href="#a"/>';
    expect(toSymbols(new Map([['one', svg(body)]]))).toContain(
      '<g id="one-a"/><path fill="url(#one-a)"/><use href="#one-a"/>',
    );
  });

  it.each([
    ['what stands on the drawing itself', '<svg viewBox="0 0 1 1" fill="none"><g/></svg>', 'fill'],
    ['a style', svg('<g style="fill:red"/>'), 'styles'],
    ['no box', '<svg><g/></svg>', 'viewBox'],
    ['two drawings', `${svg('')}${svg('')}<p/>`, 'one <svg>'],
  ])('refuses %s', (_name, drawing, words) => {
    expect(() => toSymbols(new Map([['other', drawing]]))).toThrow(words);
  });
});
