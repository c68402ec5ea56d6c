import { expect, it } from 'vitest';
import { withWords } from './words';

const most = { wordMax: 10, wordsMax: 4 };

it.each([
  [['Mara'], 'Jon', ['Mara', 'Jon']],
  [[], ' two  words , Ann,\nBob ', ['two words', 'Ann', 'Bob']],
  [['Mara'], 'mara, MARA', ['Mara']],
  [['Mara'], ' , ', ['Mara']],
  [['a', 'b', 'c'], 'd,e,f', ['a', 'b', 'c', 'd']],
  [[], 'much too long for it', ['much too l']],
])('H27 to %j is added %j', (words, typed, wanted) => {
  expect(withWords(words, typed, most)).toEqual(wanted);
});

it('H27 is the same list when nothing was added', () => {
  const words = ['Mara'];
  expect(withWords(words, 'mara', most)).toBe(words);
});
