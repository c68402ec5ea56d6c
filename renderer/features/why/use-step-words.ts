import { useTranslation } from 'react-i18next';
import type { TrailStep } from '../../../electron/core/model/decision';
import { useSourceWords } from '../rules/use-source-words';

/** One step on the way to a decision, in words. */
export interface StepWords {
  readonly text: string;
  /** Where the value comes from, if it is one. */
  readonly source: string | undefined;
  readonly decided: boolean;
}

/** Gives the way to say what was looked at. */
export function useStepWords(): (step: TrailStep) => StepWords {
  const { t } = useTranslation();
  const sourceOf = useSourceWords();
  const textOf = (step: Exclude<TrailStep, { readonly step: 'value' }>): string => {
    switch (step.step) {
      case 'mention':
        return t(`why.mention.${step.value}`);
      case 'focus':
        return t(step.passes ? 'why.focusPasses' : 'why.focusHolds', {
          focus: t(`why.focus.${step.source}`),
        });
      default:
        return t(`why.${step.step}`);
    }
  };
  return (step) => {
    if (step.step !== 'value')
      return { text: textOf(step), source: undefined, decided: step.step !== 'mention' && step.decided };
    const { field, value, from, decided } = step;
    const text =
      field === 'letThrough' || field === 'keepOut'
        ? t(`why.${field}`)
        : t(`why.value.${field}`, { value: valueWords(field, value) });
    return { text, source: sourceOf(from), decided };
  };
  function valueWords(
    field: 'notify' | 'groupMentions' | 'badge' | 'sound' | 'preview',
    value: string,
  ): string {
    switch (field) {
      case 'notify':
      case 'badge':
        return value === 'all' || value === 'mentions' ? t(`level.${value}`) : t('level.none');
      case 'groupMentions':
        return value === 'mention' || value === 'plain' ? t(`rules.group.${value}`) : t('rules.group.none');
      case 'preview':
        return value === 'full' || value === 'sender'
          ? t(`rules.previews.${value}`)
          : t('rules.previews.nothing');
      case 'sound':
        return t(value === 'off' ? 'rules.sounds.off' : 'rules.sounds.on');
    }
  }
}
