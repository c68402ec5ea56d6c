import { expect, it } from 'vitest';
import { toBarWidth, toHintHeight, toNoticeHeight, toSizes } from './sizes';

const at = (textSize: 100 | 125 | 150 | 200) => toSizes({ textSize, barSize: 'names', barShown: true });

it('X5 has room for lines twice as high, and half more for buttons', () => {
  expect(at(100)).toMatchObject({ header: 40, notice: { usual: 44 }, hint: { wide: 44 }, bar: 200, grow: 1 });
  expect(at(200)).toMatchObject({
    header: 60,
    notice: { usual: 80 },
    hint: { wide: 80 },
    bar: 300,
    grow: 1.5,
  });
});

it('X5 leaves at least half of the window to pages', () => {
  expect(toBarWidth(at(200), 1200)).toBe(300);
  expect(toBarWidth(at(200), 481)).toBe(240);
});

it.each([
  [100, 900, 44, 44, 44],
  [100, 700, 44, 44, 80],
  [100, 600, 44, 80, 80],
  [100, 399, 94, 94, 94],
  [200, 1300, 80, 80, 124],
  [200, 1200, 80, 124, 124],
  [200, 700, 152, 152, 152],
] as const)(
  'X5 gives lines rows as they need them: %i %%, %i px',
  (textSize, width, notice, asking, hint) => {
    const sizes = at(textSize);
    expect([
      toNoticeHeight(sizes, width, false),
      toNoticeHeight(sizes, width, true),
      toHintHeight(sizes, width),
    ]).toEqual([notice, asking, hint]);
  },
);
