import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hunksOf } from './hunks';

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

it('E45 what lies between two lists makes the one of the other, and is no more than it has to be', () => {
  expect(hunksOf(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
    { at: 1, remove: 1, insert: ['x'] },
    { at: 3, remove: 0, insert: ['d'] },
  ]);
  expect(hunksOf(['a'], ['a'])).toEqual([]);
  fc.assert(
    fc.property(list, list, (before, after) => {
      const made: string[] = [...before];
      for (const { at, remove, insert } of hunksOf(before, after).toReversed())
        made.splice(at, remove, ...insert);
      expect(made).toEqual(after);
    }),
  );
});

it('E45 what differs in too much is replaced as a whole', () => {
  const long = (letter: string) => Array.from({ length: 1500 }, (_, index) => `${letter}${index}`);
  expect(hunksOf(['s', ...long('a')], ['s', ...long('b')])).toEqual([
    { at: 1, remove: 1500, insert: long('b') },
  ]);
});
