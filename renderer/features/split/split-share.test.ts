import { expect, it } from 'vitest';
import { layoutSides } from '../../../electron/core/decide/layout-sides';
import { shareAt, shareByKey } from './split-share';

const area = { x: 64, y: 40, width: 936, height: 660 };
const ids = { firstId: 'a', secondId: 'b' };
const sidesOf = (direction: 'row' | 'column', share: number, isRightToLeft = false) => ({
  ...layoutSides(area, direction, share, { divider: 8 }, isRightToLeft),
  ...ids,
});

it.each([
  ['row', false],
  ['row', true],
  ['column', false],
] as const)(
  'V73 dragged in a %s (right to left: %s) the divider stands where the pointer is',
  (direction, isRightToLeft) => {
    const wanted = sidesOf(direction, 0.4, isRightToLeft);
    const { x, y, width, height } = wanted.divider;
    const share = shareAt(
      sidesOf(direction, 0.5, isRightToLeft),
      { x: x + width / 2, y: y + height / 2 },
      isRightToLeft,
    );
    expect(sidesOf(direction, share, isRightToLeft).divider).toEqual(wanted.divider);
  },
);

it.each([
  ['row', 'ArrowRight', false, 0.52],
  ['row', 'ArrowLeft', false, 0.48],
  ['row', 'ArrowRight', true, 0.48],
  ['column', 'ArrowDown', true, 0.52],
  ['row', 'Enter', false, 0.5],
  ['row', 'ArrowUp', false, undefined],
  ['row', 'x', false, undefined],
] as const)(
  'V73 in a %s %s (right to left: %s) gives a share of %s',
  (direction, key, isRightToLeft, share) => {
    const given = shareByKey(sidesOf(direction, 0.5, isRightToLeft), { key, shiftKey: false }, isRightToLeft);
    if (share === undefined) expect(given).toBeUndefined();
    else expect(given).toBeCloseTo(share);
  },
);

it('V73 Home and End are the ends, Shift takes larger steps, and no step goes beyond', () => {
  const sides = sidesOf('row', 0.5);
  const press = (key: string, shiftKey = false) => shareByKey(sides, { key, shiftKey }, false);
  expect([press('Home'), press('End')]).toEqual([sides.shareMin, sides.shareMax]);
  expect(press('ArrowRight', true)).toBeCloseTo(0.6);
  expect(shareByKey({ ...sides, share: sides.shareMax }, { key: 'ArrowRight', shiftKey: true }, false)).toBe(
    sides.shareMax,
  );
});
