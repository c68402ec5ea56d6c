import { Variant } from 'dbus-next';
import { expect, it } from 'vitest';
import { fromWire, toWire, Typed } from './wire';

it('D32 wraps typed values at any depth and takes NULs out of texts', () => {
  const wired = toWire(['a\0b', { urgency: new Typed('y', 1), names: new Typed('as', ['x\0']) }], Variant);
  expect(wired).toEqual(['ab', { urgency: new Variant('y', 1), names: new Variant('as', ['x']) }]);
});

it('D32 leaves bytes alone', () => {
  const bytes = Buffer.from([0, 1]);
  expect(toWire([bytes], Variant)).toEqual([bytes]);
});

it('D32 unwraps what came as any type, even twice and at any depth', () => {
  expect(fromWire(new Variant('v', new Variant('b', true)), Variant)).toBe(true);
  expect(fromWire([{ paused: new Variant('b', true) }, [new Variant('s', 'x')], 7n], Variant)).toEqual([
    { paused: true },
    ['x'],
    7n,
  ]);
  expect(fromWire({ signature: 's', value: 'not a wrapper' }, Variant)).toEqual({
    signature: 's',
    value: 'not a wrapper',
  });
});

it('D32 reads the first 100,000 parts of a value, whatever it has', () => {
  const wide = { a: Array.from({ length: 300_000 }, () => ({ x: 1 })), b: { c: 1 } };
  const { a, b } = fromWire(wide, Variant) as { readonly a: readonly object[]; readonly b: object };
  expect([a.length, b]).toEqual([99_998, {}]);
  expect(fromWire([1, 2], Variant)).toEqual([1, 2]);
});
