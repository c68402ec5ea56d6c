import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSecondsLeft } from './countdown';

/** Says in how many seconds it is tried again. */
export function CountdownLine({ untilMs }: { readonly untilMs: number }): ReactNode {
  const { t } = useTranslation();
  const seconds = useSecondsLeft(untilMs);
  if (seconds === 0) return t('failure.tryingAgain');
  const time =
    seconds < 60
      ? t('common.seconds', { count: seconds })
      : t('common.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return t('failure.next', { time });
}
