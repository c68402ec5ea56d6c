import { describe, expect, it } from 'vitest';
import { defaultPass, type FocusSchedule } from '../../../electron/core/model/focus';
import {
  endOf,
  firstRange,
  fromTimeField,
  isWholeDay,
  minuteText,
  problemOf,
  toRuns,
  toTimeField,
  weekdayName,
} from './ranges';

const range = (fromMinute: number, toMinute: number) => ({ weekdays: [1], fromMinute, toMinute });

describe('a range of a schedule', () => {
  it.each([
    [540, 1020, 'same-day'],
    [1080, 480, 'next-day'],
    [1080, 0, 'midnight'],
    [1080, 1440, 'midnight'],
    [540, 540, 'next-day'],
  ] as const)('H26 from minute %i to %i ends: %s', (fromMinute, toMinute, end) => {
    expect(endOf(range(fromMinute, toMinute))).toBe(end);
  });

  it('H26 may be a whole day', () => {
    expect([isWholeDay(range(0, 0)), isWholeDay(range(0, 1440)), isWholeDay(range(60, 60))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    [[1, 2, 3, 4, 5], [[1, 5]]],
    [
      [6, 7],
      [
        [6, 6],
        [7, 7],
      ],
    ],
    [
      [5, 1, 3, 2],
      [
        [1, 3],
        [5, 5],
      ],
    ],
    [[], []],
  ])('H26 days %j are said in runs', (days, runs) => expect(toRuns(days)).toEqual(runs));

  it('H26 is written as the language does, Monday first', () => {
    expect([weekdayName(1, 'en', 'long'), weekdayName(7, 'de', 'short')]).toEqual(['Monday', 'So']);
    expect([minuteText(1080, 'en-GB'), minuteText(1440, 'en-GB')]).toEqual([
      '18:00',
      expect.stringMatching(/^0?0:00$/),
    ]);
  });

  it.each([
    [0, '00:00'],
    [545, '09:05'],
    [1439, '23:59'],
  ])('H26 minute %i is %s in its field', (minute, text) => {
    expect(toTimeField(minute)).toBe(text);
    expect(fromTimeField(text)).toBe(minute);
  });

  it('H26 keeps its time while the field says none', () => expect(fromTimeField('')).toBeUndefined());
});

it('H26 a schedule is kept once it has a name, a time, days and services', () => {
  const good: FocusSchedule = {
    id: 'a',
    name: 'Evenings',
    enabled: true,
    ranges: [firstRange],
    services: { kind: 'all' },
    pass: defaultPass,
  };
  const schedules: readonly FocusSchedule[] = [
    good,
    { ...good, name: '  ' },
    { ...good, ranges: [] },
    { ...good, ranges: [firstRange, { fromMinute: 0, toMinute: 60, weekdays: [] }] },
    { ...good, services: { kind: 'some', serviceIds: [] } },
  ];
  expect(schedules.map((schedule) => problemOf(schedule))).toEqual([
    undefined,
    'no-name',
    'no-range',
    'no-day',
    'no-service',
  ]);
});
