import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../../components/formats';
import { toDayLabel, toDayStartMs, toMomentLabel, toSpanLabel } from './days';

/** The ways to say when something was. */
export interface TimeWords {
  readonly toDay: (ms: number) => string;
  readonly toTime: (ms: number) => string;
  /** Day and time; of today only the time. */
  readonly toMoment: (ms: number) => string;
  /** The same within a sentence. */
  readonly toSince: (ms: number) => string;
  readonly toSpan: (fromMs: number, toMs: number) => string;
  /** What a filter asks for: from a moment, up to but not including another, or both. */
  readonly toPeriod: (fromMs: number | undefined, toMs: number | undefined) => string;
}

/** Gives the ways to say when something was, as seen from now. */
export function useTimeWords(): TimeWords {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const at = (day: string, time: string): string => t('inbox.day.at', { day, time });
    const words = { today: t('inbox.day.today'), yesterday: t('inbox.day.yesterday'), at };
    const within = { today: t('inbox.day.todayWithin'), yesterday: t('inbox.day.yesterdayWithin'), at };
    const toDay = (ms: number): string => toDayLabel(ms, Date.now(), language, words);
    const toMoment = (ms: number): string => toMomentLabel(ms, Date.now(), language, words);
    const toSpan = (fromMs: number, toMs: number): string =>
      toSpanLabel(fromMs, toMs, Date.now(), language, words);
    const isDayStart = (ms: number): boolean => toDayStartMs(ms) === ms;
    const toSince = (ms: number): string => toMomentLabel(ms, Date.now(), language, within);
    const dayWithin = (ms: number): string => toDayLabel(ms, Date.now(), language, within);
    const say = (ms: number): string => (isDayStart(ms) ? dayWithin(ms) : toSince(ms));
    return {
      toDay,
      toTime: (ms) => shortTime(language).format(ms),
      toMoment,
      toSince,
      toSpan,
      toPeriod: (fromMs, toMs) => {
        // The last day itself, not the moment it is over.
        const last = toMs === undefined ? undefined : isDayStart(toMs) ? dayWithin(toMs - 1) : say(toMs);
        if (fromMs === undefined) return t('inbox.period.until', { last });
        if (last === undefined) return t('inbox.period.since', { first: say(fromMs) });
        return say(fromMs) === last && toMs !== undefined
          ? toDay(toMs - 1)
          : t('inbox.period.between', { first: say(fromMs), last });
      },
    };
  }, [t, language]);
}
