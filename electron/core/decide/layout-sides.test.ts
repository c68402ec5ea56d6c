import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDirection, layoutSides, toPageOfSide } from './layout-sides';

const sizes = { divider: 8, sideHead: 32 };
const area = { x: 64, y: 40, width: 936, height: 660 };

describe('two pages', () => {
  it.each([
    [{ width: 648, height: 300 }, 'row'],
    [{ width: 647, height: 408 }, 'column'],
    [{ width: 647, height: 407 }, undefined],
    [{ width: 416, height: 360 }, undefined],
  ])('V72 in a room of %j stand as %s', (room, direction) => {
    expect(decideDirection(room, sizes)).toBe(direction);
  });

  it('V71 share the width from the start on, with the divider between', () => {
    expect(layoutSides(area, 'row', 0.5, sizes, false)).toMatchObject({
      first: { x: 64, y: 40, width: 464, height: 660 },
      divider: { x: 528, y: 40, width: 8, height: 660 },
      second: { x: 536, y: 40, width: 464, height: 660 },
    });
  });

  it('V71 begin at the right where text does', () => {
    expect(layoutSides({ ...area, x: 0 }, 'row', 0.4, sizes, true)).toMatchObject({
      first: { x: 565, width: 371 },
      divider: { x: 557, width: 8 },
      second: { x: 0, width: 557 },
    });
  });

  it('V72 share the height where they stand one above the other', () => {
    const tall = { x: 64, y: 40, width: 436, height: 608 };
    expect(layoutSides(tall, 'column', 0.5, sizes, true)).toMatchObject({
      first: { x: 64, y: 40, width: 436, height: 300 },
      divider: { y: 340, height: 8 },
      second: { y: 348, height: 300 },
    });
  });

  it.each([
    [0, 320],
    [1, 608],
  ])('V73 with a share of %d neither is narrower than a page can be', (share, width) => {
    expect(layoutSides(area, 'row', share, sizes, false).first.width).toBe(width);
  });

  it('V71 fill the area without a gap, whatever it is and however it is shared', () => {
    fc.assert(
      fc.property(
        fc.nat(4000),
        fc.nat(4000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('row' as const, 'column' as const),
        fc.boolean(),
        (width, height, share, direction, isRightToLeft) => {
          const sides = layoutSides({ x: 10, y: 20, width, height }, direction, share, sizes, isRightToLeft);
          const along = direction === 'row' ? 'width' : 'height';
          const parts = [sides.first, sides.divider, sides.second];
          expect(parts.reduce((sum, part) => sum + part[along], 0)).toBe(
            direction === 'row' ? width : height,
          );
          for (const { x, y, width: wide, height: high } of parts) {
            expect(Math.min(x - 10, y - 20, wide, high)).toBeGreaterThanOrEqual(0);
            expect(x - 10 + wide <= width && y - 20 + high <= height).toBe(true);
          }
          expect(sides.share).toBeGreaterThanOrEqual(sides.shareMin);
          expect(sides.share).toBeLessThanOrEqual(sides.shareMax);
        },
      ),
    );
  });

  it('V71 each stand under a head', () => {
    expect(toPageOfSide({ x: 1, y: 2, width: 30, height: 100 }, sizes)).toEqual({
      x: 1,
      y: 34,
      width: 30,
      height: 68,
    });
    expect(toPageOfSide({ x: 1, y: 2, width: 30, height: 10 }, sizes)).toMatchObject({ y: 12, height: 0 });
  });
});
