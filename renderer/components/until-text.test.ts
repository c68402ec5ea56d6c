import { expect, it } from 'vitest';
import { toPastText } from './until-text';

const at = (day: number, hour: number): number => new Date(2026, 4, day, hour, 40).getTime();

it.each([
  [at(20, 9), '9:40 AM'],
  [at(19, 23), 'Tue 11:40 PM'],
  [at(2, 9), 'May 2, 9:40 AM'],
])('Z60 says when counts were true, with the day where it was another', (moment, text) => {
  expect(toPastText(moment, at(20, 11), 'en').replaceAll(/\s/g, ' ')).toBe(text);
});
