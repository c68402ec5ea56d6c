import { useTranslation } from 'react-i18next';
import { shortTime, timeWithSeconds, unitList } from '../../components/formats';
import { usePastText, useUntilText } from '../../components/until-text';
import type { StateWord } from './service-state';

/** Gives the way to say a service's name and states in one line, for screen readers and tooltips. */
export function useServiceWords(): (name: string, words: readonly StateWord[]) => string {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const until = useUntilText();
  const past = usePastText();
  const say = (word: StateWord): string => {
    switch (word.kind) {
      case 'unread':
      case 'forMe':
        return t(`sidebar.state.${word.kind}`, { count: word.count });
      case 'failed':
      case 'crashed':
        return t(`sidebar.state.${word.kind}`, { time: timeWithSeconds(language).format(word.retryAtMs) });
      case 'lost':
        return t('sidebar.state.lost', { time: shortTime(language).format(word.sinceMs) });
      case 'countsFrom':
        return t('sidebar.state.countsFrom', { time: past(word.sinceMs) });
      case 'quiet':
        return t('sidebar.state.quiet', { time: until(word.untilMs) });
      default:
        return t(`sidebar.state.${word.kind}`);
    }
  };
  return (name, words) =>
    words.length === 0
      ? name
      : t('sidebar.name', { name, states: unitList(language).format(words.map(say)) });
}
