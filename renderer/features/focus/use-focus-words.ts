import { useTranslation } from 'react-i18next';
import type { FocusProjection } from '../../../electron/core/ipc/projection';
import { useUntilText } from '../../components/until-text';

/** Gives the way to say which focus is on, and until when. */
export function useFocusWords(): (focus: FocusProjection | undefined) => string {
  const { t } = useTranslation();
  const until = useUntilText();
  return (focus) => {
    if (focus === undefined) return t('focus.off');
    const { source, untilMs, scheduleName: name } = focus;
    if (source === 'system-dnd') return t('focus.system');
    if (untilMs === null) return t(source === 'paused' ? 'focus.pausedOpen' : 'focus.onOpen');
    const time = until(untilMs);
    if (source === 'paused') return t('focus.paused', { time });
    return name === undefined || name === '' ? t('focus.on', { time }) : t('focus.scheduled', { time, name });
  };
}
