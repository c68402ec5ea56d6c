import { describe, expect, it } from 'vitest';
import { defaultPass, type FocusRange, type ForAWhile } from '../model/focus';
import { focusWindows, untilOf } from './focus-windows';

const at = (minutes: string): number => {
  const [hour = 0, minute = 0] = minutes.split(':').map(Number);
  return hour * 60 + minute;
};
const range = (weekdays: readonly number[], from: string, to: string): FocusRange => ({
  weekdays: [...weekdays],
  fromMinute: at(from),
  toMinute: at(to),
});
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** The turns near noon of a day, in UTC, as `25 21:00–26 06:00`. */
function turns(ranges: FocusRange[], day: string, timeZone: string): readonly string[] {
  const schedule = {
    id: 'x',
    name: '',
    enabled: true,
    ranges,
    services: { kind: 'all' },
    pass: defaultPass,
  } as const;
  const nowMs = Date.parse(`${day}T12:00:00Z`);
  const show = (ms: number): string => new Date(ms).toISOString().slice(8, 16).replace('T', ' ');
  return focusWindows([schedule], { nowMs, timeZone }).map(
    ({ startMs, endMs }) => `${show(startMs)}–${show(endMs)}`,
  );
}

describe('focusWindows', () => {
  it('Q2 has the turns of the days it is set for', () => {
    expect(turns([range([1, 5], '09:00', '12:30')], '2026-11-25', 'Europe/Berlin')).toEqual([
      '27 08:00–27 11:30',
      '30 08:00–30 11:30',
    ]);
  });

  it('Q2 goes over midnight, also from the day before and into Monday', () => {
    expect(turns([range([7], '22:00', '07:00')], '2026-11-23', 'Europe/Berlin')).toEqual([
      '22 21:00–23 06:00',
      '29 21:00–30 06:00',
    ]);
  });

  it('Q2 joins ranges that touch or overlap, and goes on for days where they do', () => {
    const whole = turns([range(everyDay, '00:00', '24:00')], '2026-11-25', 'UTC');
    expect(whole).toEqual(['17 00:00–04 00:00']);
    expect(turns([range([3], '09:00', '12:00'), range([3], '11:00', '13:00')], '2026-11-25', 'UTC')).toEqual([
      '25 09:00–25 13:00',
      '02 09:00–02 13:00',
    ]);
  });

  it('Q2 tells of a turn of many days from its beginning', () => {
    const weekend = [
      range([5], '18:00', '24:00'),
      range([6, 7], '00:00', '24:00'),
      range([1], '00:00', '08:00'),
    ];
    expect(turns(weekend, '2026-11-29', 'UTC')[0]).toBe('27 18:00–30 08:00');
  });

  it('Q2 a range that ends where it begins lasts a day', () => {
    expect(turns([range([3], '08:00', '08:00')], '2026-11-25', 'UTC')[0]).toBe('25 08:00–26 08:00');
  });

  it.each<[string, string, string, FocusRange, string]>([
    [
      'a night of 10 hours in autumn',
      '2026-10-24',
      'Europe/Berlin',
      range([6], '22:00', '07:00'),
      '24 20:00–25 06:00',
    ],
    [
      'a night of 8 hours in spring',
      '2027-03-27',
      'Europe/Berlin',
      range([6], '22:00', '07:00'),
      '27 21:00–28 05:00',
    ],
    [
      'a beginning that is left out',
      '2027-03-27',
      'Europe/Berlin',
      range([7], '02:30', '04:00'),
      '28 01:00–28 02:00',
    ],
    [
      'an end that is left out',
      '2027-03-27',
      'Europe/Berlin',
      range([7], '01:00', '02:30'),
      '28 00:00–28 01:00',
    ],
    [
      'times that come twice',
      '2026-10-24',
      'Europe/Berlin',
      range([7], '02:15', '02:45'),
      '25 00:15–25 01:45',
    ],
    [
      'half an hour of summer',
      '2026-10-03',
      'Australia/Lord_Howe',
      range([7], '02:15', '03:00'),
      '03 15:30–03 16:00',
    ],
  ])('Q2 keeps local times when the clock changes: %s', (_, day, timeZone, one, expected) => {
    expect(turns([one], day, timeZone)[0]).toBe(expected);
  });

  it('Q2 has nothing on a day that a country left out', () => {
    const found = turns([range([5], '09:00', '10:00')], '2011-12-29', 'Pacific/Apia');
    expect(found).toEqual(['05 19:00–05 20:00']);
  });

  it('Q2 has nothing of a range that is wholly left out, nor of a schedule that is off', () => {
    expect(turns([range([7], '02:10', '02:50')], '2027-03-27', 'Europe/Berlin')[0]).toBe('04 00:10–04 00:50');
    const off = { id: 'x', name: '', enabled: false, ranges: [range(everyDay, '00:00', '24:00')] };
    expect(
      focusWindows([{ ...off, services: { kind: 'all' }, pass: defaultPass }], { nowMs: 0, timeZone: 'UTC' }),
    ).toEqual([]);
  });
});

describe('untilOf', () => {
  it.each<[ForAWhile, string, string, 'duration' | 'moment']>([
    [{ kind: 'minutes', minutes: 30 }, '2026-11-25T12:00:00Z', '2026-11-25T12:30:00.000Z', 'duration'],
    [{ kind: 'tomorrow' }, '2026-11-25T23:30:00Z', '2026-11-27T08:00:00.000Z', 'moment'],
    [{ kind: 'tomorrow' }, '2026-10-24T12:00:00Z', '2026-10-25T08:00:00.000Z', 'moment'],
    [{ kind: 'monday' }, '2026-11-25T12:00:00Z', '2026-11-30T08:00:00.000Z', 'moment'],
    [{ kind: 'monday' }, '2026-11-30T05:00:00Z', '2026-12-07T08:00:00.000Z', 'moment'],
    [{ kind: 'monday' }, '2026-11-29T12:00:00Z', '2026-11-30T08:00:00.000Z', 'moment'],
    [{ kind: 'at', atMs: 5 }, '2026-11-25T12:00:00Z', '1970-01-01T00:00:00.005Z', 'moment'],
  ])('Q7 %j from %s is %s', (wanted, now, expected, end) => {
    const until = untilOf(wanted, { nowMs: Date.parse(now), timeZone: 'Europe/Berlin' });
    expect({ ...until, untilMs: new Date(until.untilMs).toISOString() }).toEqual({ untilMs: expected, end });
  });
});
