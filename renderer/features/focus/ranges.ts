import { DAY_MINUTES, type FocusRange, type FocusSchedule } from '../../../electron/core/model/focus';
import { setTime, weekdays } from '../../components/formats';

/** A Monday, from which the names of weekdays are taken. */
const MONDAY_MS = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;

/** Gives the name of a weekday; 1 is Monday. */
export function weekdayName(weekday: number, language: string, width: 'short' | 'long'): string {
  return weekdays[width](language).format(MONDAY_MS + (weekday - 1) * DAY_MS);
}

/** Gives runs of at least three days that follow each other, from the first to the last, and days that stand alone. */
export function toRuns(weekdays: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const day of [...new Set(weekdays)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.flatMap(([first, last]): readonly (readonly [number, number])[] =>
    last - first === 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}

/** When a range ends, as people count: on the same day, at its very end, or on the next one. */
export function endOf({ fromMinute, toMinute }: FocusRange): 'same-day' | 'midnight' | 'next-day' {
  if (toMinute % DAY_MINUTES === 0) return 'midnight';
  return toMinute <= fromMinute ? 'next-day' : 'same-day';
}

/** True for a range from midnight to midnight. */
export const isWholeDay = ({ fromMinute, toMinute }: FocusRange): boolean =>
  fromMinute === 0 && toMinute % DAY_MINUTES === 0;

/** Gives a time of day as the language writes it. */
export function minuteText(minute: number, language: string): string {
  return setTime(language).format((minute % DAY_MINUTES) * 60_000);
}

/** Gives what a field for a time shows: `09:00`. */
export function toTimeField(minute: number): string {
  const ofDay = minute % DAY_MINUTES;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(ofDay / 60))}:${pad(ofDay % 60)}`;
}

/** Gives the minute of the day a field for a time says; `undefined` when it says none. */
export function fromTimeField(value: string): number | undefined {
  const [hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(value)?.slice(1).map(Number) ?? [];
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes;
}

/** Working days from evening to morning: what most people begin with. */
export const firstRange: FocusRange = { weekdays: [1, 2, 3, 4, 5], fromMinute: 18 * 60, toMinute: 8 * 60 };

/** What is wrong with a schedule before it can be kept. */
export type ScheduleProblem = 'no-name' | 'no-range' | 'no-day' | 'no-service';

/** Gives what is wrong with a schedule, the first thing from its top. */
export function problemOf({ name, ranges, services }: FocusSchedule): ScheduleProblem | undefined {
  if (name.trim() === '') return 'no-name';
  if (ranges.length === 0) return 'no-range';
  if (ranges.some(({ weekdays }) => weekdays.length === 0)) return 'no-day';
  return services.kind === 'some' && services.serviceIds.length === 0 ? 'no-service' : undefined;
}
