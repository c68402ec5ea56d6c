import { useTranslation } from 'react-i18next';
import type { FocusProjection } from '../../../electron/core/ipc/projection';
import { isolateText } from '../../../electron/core/model/isolate';
import { andList } from '../../components/formats';
import { useUntilText } from '../../components/until-text';
import { useProjection } from '../../store/use-shell';

/** Gives the way to say which focus is on, and until when. */
export function useFocusWords(): (focus: FocusProjection | undefined) => string {
  const { t, i18n } = useTranslation();
  const quiet = useProjection((projection) => projection.quietWorkspaces);
  const until = useUntilText();
  const isRtl = i18n.dir() === 'rtl';
  const names = andList(i18n.language).format(quiet.map((name) => isolateText(name, isRtl)));
  return (focus) => {
    if (focus === undefined) return t('focus.off');
    const { source, untilMs, scheduleName: name } = focus;
    if (source === 'workspace') return t('focus.workspaces', { names });
    if (source === 'system-dnd') return t('focus.system');
    if (untilMs === null) return t(source === 'paused' ? 'focus.pausedOpen' : 'focus.onOpen');
    const time = until(untilMs);
    if (source === 'paused') return t('focus.paused', { time });
    return name === undefined || name === '' ? t('focus.on', { time }) : t('focus.scheduled', { time, name });
  };
}
