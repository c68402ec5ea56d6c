import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { SelectRow } from '../../components/select';
import { useCommand, useSend } from '../../store/use-shell';

/** Where the files of one service go. */
export function ServiceDownloads({
  service: { id: serviceId, downloads },
}: {
  readonly service: ServiceProjection;
}): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const command = useCommand();
  return (
    <SelectRow
      label={t('settings.services.downloads')}
      hint={
        downloads?.kind === 'folder'
          ? t('settings.services.downloadsHint', { folder: downloads.folder })
          : undefined
      }
      value={downloads?.kind ?? 'all'}
      options={[
        { value: 'all' as const, label: t('settings.services.downloadsAll') },
        { value: 'ask' as const, label: t('settings.downloads.ask') },
        { value: 'folder' as const, label: t('settings.downloads.folder') },
      ]}
      onChange={(kind) => {
        if (kind !== 'folder')
          send('service.set-downloads', { serviceId, downloads: kind === 'all' ? null : { kind } });
        else void command('service.choose-download-folder', { serviceId }).catch(() => undefined);
      }}
    />
  );
}
