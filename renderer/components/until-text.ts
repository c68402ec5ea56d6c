import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, dateTime, shortTime, weekdayTime, yearTime } from './formats';

const DAY_MS = 86_400_000;

/**
 * Gives a moment to come in words that are short and leave no doubt: the time if it is today, with the weekday within
 * six days, else with the date, and the year if it is another one.
 */
export function toUntilText(untilMs: number, nowMs: number, language: string): string {
  const isToday = new Date(untilMs).toDateString() === new Date(nowMs).toDateString();
  const isThisYear = new Date(untilMs).getFullYear() === new Date(nowMs).getFullYear();
  const format = isToday
    ? clockTime
    : untilMs - nowMs < 6 * DAY_MS
      ? weekdayTime
      : isThisYear
        ? dateTime
        : yearTime;
  return format(language).format(untilMs);
}

/** Gives a moment that has passed: the time if it was today, with the weekday within six days, else with the date. */
export function toPastText(atMs: number, nowMs: number, language: string): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  if (isToday) return shortTime(language).format(atMs);
  return (nowMs - atMs < 6 * DAY_MS ? weekdayTime : dateTime)(language).format(atMs);
}

/** Gives the way to say a moment that has passed. */
export function usePastText(): (atMs: number) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback((atMs) => toPastText(atMs, Date.now(), language), [language]);
}

/** Gives the way to say a moment to come. */
export function useUntilText(): (untilMs: number) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback((untilMs) => toUntilText(untilMs, Date.now(), language), [language]);
}
