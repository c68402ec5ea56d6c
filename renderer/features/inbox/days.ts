import { dateTime, shortTime } from '../../components/formats';

/** Words for days, as the locale file has them. */
export interface DayWords {
  readonly today: string;
  readonly yesterday: string;
  /** A time of a day. */
  readonly at: (day: string, time: string) => string;
}

/** Gives the moment a local day begins, so many days after the day of a moment. */
export function toDayStartMs(ms: number, daysLater = 0): number {
  const day = new Date(ms);
  // Not by adding hours: a day in which the clock is set has 23 or 25.
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() + daysLater);
  return day.getTime();
}

/** Says which day a moment is on: today, yesterday, a weekday of the last six days, or a date. */
export function toDayLabel(ms: number, nowMs: number, language: string, words: DayWords): string {
  const day = toDayStartMs(ms);
  if (day === toDayStartMs(nowMs)) return words.today;
  if (day === toDayStartMs(nowMs, -1)) return words.yesterday;
  const isNear = day >= toDayStartMs(nowMs, -6) && day < nowMs;
  const isThisYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    ...(isNear ? {} : { day: 'numeric', month: 'long' }),
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(ms);
}

/** Says day and time of a moment, shortly: of today only the time. */
export function toMomentLabel(ms: number, nowMs: number, language: string, words: DayWords): string {
  const time = shortTime(language).format(ms);
  return toDayStartMs(ms) === toDayStartMs(nowMs)
    ? time
    : words.at(toDayLabel(ms, nowMs, language, words), time);
}

/** Says from when to when something was: the day once where it is one day. */
export function toSpanLabel(
  fromMs: number,
  toMs: number,
  nowMs: number,
  language: string,
  words: DayWords,
): string {
  if (toDayStartMs(fromMs) === toDayStartMs(toMs)) {
    const span = shortTime(language).formatRange(fromMs, toMs);
    return words.at(toDayLabel(fromMs, nowMs, language, words), span);
  }
  return dateTime(language).formatRange(fromMs, toMs);
}

/** Gives each entry with the start of its day where that differs from the one before. */
export function withDays<T extends { readonly atMs: number }>(
  entries: readonly T[],
  before: T | undefined,
): readonly { readonly entry: T; readonly dayMs: number | undefined }[] {
  return entries.map((entry, index) => {
    const last = index === 0 ? before : entries[index - 1];
    const dayMs = toDayStartMs(entry.atMs);
    return { entry, dayMs: last !== undefined && toDayStartMs(last.atMs) === dayMs ? undefined : dayMs };
  });
}
