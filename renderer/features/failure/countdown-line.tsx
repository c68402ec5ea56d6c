import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSecondsLeft, useSecondsText } from './countdown';

/** Says in how many seconds it is tried again. */
export function CountdownLine({ untilMs }: { readonly untilMs: number }): ReactNode {
  const { t } = useTranslation();
  const toText = useSecondsText();
  const seconds = useSecondsLeft(untilMs);
  if (seconds === 0) return t('failure.tryingAgain');
  return t('failure.next', { time: toText(seconds) });
}
