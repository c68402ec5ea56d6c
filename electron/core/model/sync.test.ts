import { expect, it } from 'vitest';
import { toMachineName } from './sync';

it.each([
  ['  My\tlaptop ', 'My laptop'],
  ['a \uD800 b', 'a b'],
  [`${'x'.repeat(59)}😀`, 'x'.repeat(59)],
  [' \u202E ', undefined],
])('E41 the name %j of a machine is shown as %j', (typed, name) => {
  expect(toMachineName(typed)).toBe(name);
  expect(name && toMachineName(name)).toBe(name);
});
