import { useTranslation } from 'react-i18next';
import { useProjection } from '../../store/use-shell';
import type { SettingSection } from '../settings/setting-section';
import { SyncOff } from './sync-off';
import { SyncOn } from './sync-on';

/** Gives the settings of several machines. */
export function useSyncSection(): SettingSection {
  const { t } = useTranslation();
  const sync = useProjection((projection) => projection.sync);
  return {
    title: t('sync.title'),
    place: 'sync',
    rows: [
      {
        key: 'sync',
        texts: [t('sync.name'), t('sync.hint'), 'webdav nextcloud syncthing dropbox git'],
        row: sync.kind === 'off' ? <SyncOff problem={sync.problem} /> : <SyncOn sync={sync} />,
      },
    ],
  };
}
