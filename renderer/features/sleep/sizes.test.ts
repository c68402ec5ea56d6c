import { expect, it } from 'vitest';
import { toSizeText, withSet } from './sizes';

const MB = 2 ** 20;

it.each([
  [95 * MB, 'en', '95 MB'],
  [1023 * MB, 'en', '1,023 MB'],
  [1536 * MB, 'en', '1.5 GB'],
  [1536 * MB, 'de', '1,5 GB'],
  [4096 * MB, 'fr', '4 Go'],
])('Z63 says so much memory in short: %i in %s', (bytes, locale, text) => {
  expect(toSizeText(bytes, locale).replaceAll(/\s/g, ' ')).toBe(text);
});

it('Z63 offers what is set beside what is offered anyway', () => {
  expect(withSet([5, 10], 7)).toEqual([5, 7, 10]);
  expect(withSet([5, 10], 10)).toEqual([5, 10]);
  expect(withSet([5, 10], null)).toEqual([5, 10]);
});
