import { useTranslation } from 'react-i18next';
import type { FocusRange } from '../../../electron/core/model/focus';
import { unitList } from '../../components/formats';
import { endOf, isWholeDay, minuteText, toRuns, weekdayName } from './ranges';

/** Gives the way to say a range in one line: "Mon–Fri, 6:00 PM to 8:00 AM the next day". */
export function useRangeWords(): (range: FocusRange) => string {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const name = (day: number): string => weekdayName(day, language, 'short');
  const runWords = ([first, last]: readonly [number, number]): string =>
    first === last ? name(first) : t('focus.range.run', { first: name(first), last: name(last) });
  const daysOf = (weekdays: readonly number[]): string =>
    new Set(weekdays).size === 7
      ? t('focus.range.everyDay')
      : unitList(language).format(toRuns(weekdays).map((run) => runWords(run)));
  return (range) => {
    const days = daysOf(range.weekdays);
    if (isWholeDay(range)) return t('focus.range.wholeDay', { days });
    const from = minuteText(range.fromMinute, language);
    const to = minuteText(range.toMinute, language);
    return t(`focus.range.${endOf(range)}`, { days, from, to });
  };
}
