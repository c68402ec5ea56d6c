import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRuleRow, channelScope } from '../../../e2e/support/rule-fixtures';
import { rowsOf, toRowWindow } from './row-window';
import { missingParts, noPages, PART_ROWS, rowAt, withPart } from './rule-pages';

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => aRuleRow(channelScope(`c${from + index}`, 'public')));
const answer = (part: number, version = 'v1', question = 'q', total = 250) => ({
  question,
  version,
  part,
  table: { rows: rows(part * PART_ROWS, Math.min(PART_ROWS, total - part * PART_ROWS)), total },
});
const now = { question: 'q', version: 'v1' };

describe('the table in parts', () => {
  it('H24 asks for the parts that are to be seen and are not there', () => {
    expect(missingParts(noPages, now, 0, 40)).toEqual([0]);
    const first = withPart(noPages, answer(0));
    expect(missingParts(first, now, 0, 40)).toEqual([]);
    expect(missingParts(first, now, 90, 210)).toEqual([1, 2]);
    expect(missingParts(first, now, -5, -1)).toEqual([]);
  });

  it('H24 finds a row in its part', () => {
    const pages = withPart(withPart(noPages, answer(0)), answer(2));
    expect(rowAt(pages, 3)?.name).toBe('c3');
    expect(rowAt(pages, 249)?.name).toBe('c249');
    expect(rowAt(pages, 150)).toBeUndefined();
    expect(rowAt(pages, 250)).toBeUndefined();
  });

  it('H24 keeps what is older on screen until it is asked for anew', () => {
    const pages = withPart(withPart(noPages, answer(0)), answer(1));
    const changed = { question: 'q', version: 'v2' };
    expect(missingParts(pages, changed, 0, 120)).toEqual([0, 1]);
    const half = withPart(pages, answer(0, 'v2'));
    expect(rowAt(half, 120)?.name).toBe('c120');
    expect(missingParts(half, changed, 0, 120)).toEqual([1]);
  });

  it('H24 never mixes the answers of two questions, nor keeps rows beyond the last', () => {
    const pages = withPart(withPart(noPages, answer(0)), answer(2));
    const other = withPart(pages, answer(0, 'v1', 'another', 3));
    expect([other.total, rowAt(other, 0)?.name, rowAt(other, 210)]).toEqual([3, 'c0', undefined]);
    expect(rowAt(withPart(pages, answer(0, 'v2', 'q', 80)), 210)).toBeUndefined();
  });
});

describe('the rows that are drawn', () => {
  it.each([
    ['at the top', 0, { first: 0, last: 27 }],
    ['in the middle', 4000, { first: 92, last: 127 }],
    ['at the end', 399_200, { first: 9972, last: 9999 }],
  ])('H24 are those to be seen and some beyond: %s', (_, scrollPx, wanted) => {
    expect(toRowWindow(scrollPx, 800, 40, 10_000)).toEqual(wanted);
  });

  it('H24 are never more than fit, and the one with the focus is among them', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(3000), fc.nat(20_000), (scrollPx, heightPx, total) => {
        const kept = total - 1;
        const drawn = rowsOf(toRowWindow(scrollPx, heightPx, 40, total), kept);
        expect(drawn.length).toBeLessThanOrEqual(heightPx / 40 + 20);
        expect(drawn.every((row, index) => row >= 0 && row < total && row !== drawn[index + 1])).toBe(true);
        expect(kept < 0 || drawn.includes(kept)).toBe(true);
      }),
    );
  });
});
