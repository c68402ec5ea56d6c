import { expect, it } from 'vitest';
import { toDayLabel, toDayStartMs, toMomentLabel, toSpanLabel, withDays } from './days';

const words = {
  today: 'Today',
  yesterday: 'Yesterday',
  at: (day: string, time: string) => `${day}, ${time}`,
};
const now = new Date(2026, 10, 25, 9, 30).getTime();
const on = (...parts: [number, number, number, number?, number?]): number =>
  new Date(parts[0], parts[1], parts[2], parts[3] ?? 12, parts[4] ?? 0).getTime();

it.each([
  ['this morning', on(2026, 10, 25, 0, 1), 'Today'],
  ['last night', on(2026, 10, 24, 23, 59), 'Yesterday'],
  ['six days ago', on(2026, 10, 19), 'Thursday'],
  ['a week ago', on(2026, 10, 18), 'Wednesday, November 18'],
  ['in another year', on(2025, 11, 31), 'Wednesday, December 31, 2025'],
  ['tomorrow, by a clock that was set', on(2026, 10, 26), 'Thursday, November 26'],
])('I24 says the day: %s', (_, ms, expected) => {
  expect(toDayLabel(ms, now, 'en', words)).toBe(expected);
});

it('I24 says it in the language', () => {
  expect(toDayLabel(on(2026, 10, 18), now, 'de', words)).toBe('Mittwoch, 18. November');
});

it('I24 says a moment of today by its time alone', () => {
  expect(toMomentLabel(on(2026, 10, 25, 8, 5), now, 'de', words)).toBe('08:05');
  expect(toMomentLabel(on(2026, 10, 24, 8, 5), now, 'de', words)).toBe('Yesterday, 08:05');
});

it('I24 says the day of a span once where it is one day', () => {
  expect(toSpanLabel(on(2026, 10, 24, 8), on(2026, 10, 24, 17, 30), now, 'de', words)).toMatch(
    /^Yesterday, 08:00\s*–\s*17:30/,
  );
  expect(toSpanLabel(on(2026, 10, 23, 22), on(2026, 10, 24, 7), now, 'de', words)).toMatch(
    /23\. Nov.*22:00.*24\. Nov.*07:00/,
  );
});

it('I24 begins days in local time, also where the clock is set in between', () => {
  const start = toDayStartMs(now);
  expect(new Date(start).getHours()).toBe(0);
  for (let days = -200; days < 200; days += 1) {
    const begins = new Date(toDayStartMs(now, days));
    expect([begins.getHours(), begins.getMinutes()]).toEqual([0, 0]);
  }
});

it('I25 puts a day above the first entry of it only, also across what was loaded before', () => {
  const entries = [{ atMs: now }, { atMs: on(2026, 10, 25, 1) }, { atMs: on(2026, 10, 24) }];
  const days = (before?: { atMs: number }) =>
    withDays(entries, before).map(({ dayMs }) => dayMs !== undefined);
  expect(days()).toEqual([true, false, true]);
  expect(days({ atMs: now + 1 })).toEqual([false, false, true]);
});
