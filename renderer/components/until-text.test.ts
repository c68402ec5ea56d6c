import { expect, it, vi } from 'vitest';
import { toPastText } from './until-text';

const at = (day: number, hour: number): number => new Date(2026, 4, day, hour, 40).getTime();

it.each([
  [at(20, 9), '9:40 AM'],
  [at(19, 23), 'Tue 11:40 PM'],
  [at(2, 9), 'May 2, 9:40 AM'],
])('Z60 says when counts were true, with the day where it was another', (moment, text) => {
  expect(toPastText(moment, at(20, 11), 'en').replaceAll(/\s/g, ' ')).toBe(text);
});

it('Z60 says it by the clock of where one is now, wherever one was before', () => {
  const said = ['Europe/Berlin', 'Asia/Tokyo', 'Europe/Berlin'].map((zone) => {
    vi.stubEnv('TZ', zone);
    const moment = Date.UTC(2026, 4, 20, 7, 40);
    return toPastText(moment, moment, 'en').replaceAll(/\s/g, ' ');
  });
  vi.unstubAllEnvs();
  expect(said).toEqual(['9:40 AM', '4:40 PM', '9:40 AM']);
});
