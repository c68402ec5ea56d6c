import { expect, it } from 'vitest';
import { keepSame } from './keep-same';

const before = { list: [{ id: 1 }, { id: 2 }], more: { a: null, b: [1, 'x'] } };

it('S1 what is the same is the object that was there', () => {
  expect(keepSame(before, structuredClone(before))).toBe(before);
  const after = keepSame(before, { ...structuredClone(before), list: [{ id: 1 }, { id: 3 }] });
  expect(after).toEqual({ ...before, list: [{ id: 1 }, { id: 3 }] });
  expect(after.list[0]).toBe(before.list[0]);
  expect(after.more).toBe(before.more);
});

it.each([
  [[1, 2], [1]],
  [[1], [1, 2]],
  [{ a: undefined }, {}],
  [{}, { a: undefined }],
  [[], {}],
  [null, {}],
  [{ a: 0 }, { a: -0 }],
  [1, [1]],
] as readonly (readonly [unknown, unknown])[])('S1 of %j and %j the later holds', (was, is) => {
  const kept = keepSame(was, is);
  expect(kept).toStrictEqual(is);
  expect(kept).not.toBe(was);
});
