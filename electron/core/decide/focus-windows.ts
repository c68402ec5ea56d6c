import { Temporal } from 'temporal-polyfill';
import {
  DAY_MINUTES,
  type FocusRange,
  type FocusSchedule,
  type FocusWindow,
  type ForAWhile,
} from '../model/focus';

/** How many days before and after the present turns are worked out for: of one that is on the beginning is known. */
const DAYS_BEFORE = 8;
const DAYS_AFTER = 8;
const DAY_MS = 86_400_000;

/** Where in the world the person's clock is, and what it shows. */
export interface Clock {
  readonly nowMs: number;
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
}

/**
 * Gives the turns of the schedules that are on, those over for a day left out, a week ahead, in real time: a range keeps its local
 * times when the clock changes for summer. A time that is left out that night is the moment after; one that comes
 * twice begins at its first and ends at its last. Turns of one schedule that touch or overlap are one.
 */
export function focusWindows(
  schedules: readonly FocusSchedule[],
  { nowMs, timeZone }: Clock,
): readonly FocusWindow[] {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone).toPlainDate();
  return schedules
    .filter((schedule) => schedule.enabled)
    .flatMap((schedule) => {
      const turns: Turn[] = [];
      for (let day = -DAYS_BEFORE; day <= DAYS_AFTER; day += 1) {
        const date = today.add({ days: day });
        for (const range of schedule.ranges) {
          const turn = range.weekdays.includes(date.dayOfWeek) ? turnOf(range, date, timeZone) : undefined;
          if (turn !== undefined) turns.push(turn);
        }
      }
      return joined(turns)
        .filter(({ endMs }) => endMs > nowMs - DAY_MS)
        .map(({ startMs, endMs }) => ({ scheduleId: schedule.id, startMs, endMs }));
    });
}

interface Turn {
  readonly startMs: number;
  readonly endMs: number;
}

/** A range that ends when it begins lasts a whole day. */
function turnOf(range: FocusRange, date: Temporal.PlainDate, timeZone: string): Turn | undefined {
  const isOvernight = range.toMinute <= range.fromMinute;
  const startMs = momentOf(date, range.fromMinute, timeZone, 'earlier');
  const endMs = momentOf(isOvernight ? date.add({ days: 1 }) : date, range.toMinute, timeZone, 'later');
  return startMs < endMs ? { startMs, endMs } : undefined;
}

/** `earlier` and `later` choose between the two moments that a time has when the clock is set back. */
function momentOf(
  date: Temporal.PlainDate,
  minute: number,
  timeZone: string,
  choice: 'earlier' | 'later',
): number {
  const day = minute >= DAY_MINUTES ? date.add({ days: 1 }) : date;
  const ofDay = minute % DAY_MINUTES;
  const local = day.toPlainDateTime({ hour: Math.floor(ofDay / 60), minute: ofDay % 60 });
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: choice });
  if (zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds;
  // The clock jumps over it that night: the moment of the jump, which is the last one before the later of two readings.
  const after = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return (after.getTimeZoneTransition('previous') ?? after).epochMilliseconds;
}

function joined(turns: readonly Turn[]): readonly Turn[] {
  const sorted = turns.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  const done: Turn[] = [];
  for (const turn of sorted) {
    const last = done.at(-1);
    if (last !== undefined && turn.startMs <= last.endMs)
      done[done.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, turn.endMs) };
    else done.push(turn);
  }
  return done;
}

/** When a morning begins for someone who wants quiet until then. */
export const MORNING_HOUR = 9;

/** Gives the moment at which a while is over, and whether it is so and so long or a time of day. */
export function untilOf(
  wanted: ForAWhile,
  { nowMs, timeZone }: Clock,
): { readonly untilMs: number; readonly end: 'duration' | 'moment' } {
  if (wanted.kind === 'minutes') return { untilMs: nowMs + wanted.minutes * 60_000, end: 'duration' };
  if (wanted.kind === 'at') return { untilMs: wanted.atMs, end: 'moment' };
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone).toPlainDate();
  // "Until Monday" on a Monday is the next one.
  const days = wanted.kind === 'tomorrow' ? 1 : 8 - today.dayOfWeek;
  const untilMs = momentOf(today.add({ days }), MORNING_HOUR * 60, timeZone, 'earlier');
  return { untilMs, end: 'moment' };
}
