import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideWindowBounds, WINDOW_MIN } from './decide-window-bounds';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };
const at = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  maximized: false,
});

describe('decideWindowBounds', () => {
  it('H2 opens in the middle of the first work area the first time', () => {
    expect(decideWindowBounds({ bounds: null, maximized: false }, [laptop])).toEqual({
      x: 120,
      y: 63,
      width: 1200,
      height: 800,
    });
  });

  it('H2 comes back to where it was, on any screen', () => {
    expect(decideWindowBounds(at(1500, 100), [laptop, second])).toEqual(at(1500, 100).bounds);
  });

  it('H2 comes to the first screen when the one it was on is gone', () => {
    expect(decideWindowBounds(at(1500, 100), [laptop])).toEqual({ x: 220, y: 113, width: 1000, height: 700 });
  });

  it.each([
    ['above all screens', at(100, -500)],
    ['below all screens', at(100, 5000)],
    ['a sliver at the edge', at(1420, 100)],
  ])('H2 is brought back from %s', (_where, place) => {
    expect(decideWindowBounds(place, [laptop])).toEqual({ x: 220, y: 113, width: 1000, height: 700 });
  });

  it('H2 shrinks to a smaller screen and never below the least size', () => {
    expect(decideWindowBounds(at(0, 25, 3000, 2000), [laptop])).toEqual({
      x: 0,
      y: 25,
      width: 1440,
      height: 875,
    });
    expect(decideWindowBounds(at(10, 40, 10, 10), [laptop])).toEqual({ x: 10, y: 40, ...WINDOW_MIN });
  });

  it('H2 can always be got hold of', () => {
    const number = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(number, number, number, number, (x, y, width, height) => {
        const bounds = decideWindowBounds(at(x, y, width, height), [laptop, second]);
        return [laptop, second].some(
          (area) =>
            bounds.y >= area.y - 8 &&
            bounds.y < area.y + area.height &&
            bounds.x < area.x + area.width &&
            bounds.x + bounds.width > area.x,
        );
      }),
    );
  });
});
