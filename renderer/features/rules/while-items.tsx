import { Clock3 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForAWhile } from '../../../electron/core/model/focus';
import { shortTime } from '../../components/formats';
import { MenuItem } from '../../components/menu';
import { useUntilText } from '../../components/until-text';
import { nextMorningMs } from '../focus/mornings';

interface WhileItemsProps {
  /** Quiet until then now. */
  readonly untilMs: number | undefined;
  readonly onPause: (until: ForAWhile) => void;
  readonly onChoose: () => void;
  /** Left out where nothing can be ended. */
  readonly onResume?: (() => void) | undefined;
}

/** For how long something shall be quiet, as menu items. */
export function WhileItems({ untilMs, onPause, onChoose, onResume }: WhileItemsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const until = useUntilText();
  const [nowMs] = useState(() => Date.now());
  const time = shortTime(i18n.language).format(nextMorningMs(nowMs));
  return (
    <>
      {onResume !== undefined && (
        <MenuItem
          icon={Clock3}
          hint={untilMs === undefined ? undefined : t('rules.while.now', { time: until(untilMs) })}
          onSelect={onResume}
        >
          {t('rules.while.end')}
        </MenuItem>
      )}
      <MenuItem onSelect={() => onPause({ kind: 'minutes', minutes: 30 })}>
        {t('rules.while.halfHour')}
      </MenuItem>
      <MenuItem onSelect={() => onPause({ kind: 'minutes', minutes: 60 })}>{t('rules.while.hour')}</MenuItem>
      <MenuItem onSelect={() => onPause({ kind: 'tomorrow' })}>
        {t('rules.while.tomorrow', { time })}
      </MenuItem>
      <MenuItem onSelect={() => onPause({ kind: 'monday' })}>{t('rules.while.monday', { time })}</MenuItem>
      <MenuItem onSelect={onChoose}>{t('rules.while.choose')}</MenuItem>
    </>
  );
}
