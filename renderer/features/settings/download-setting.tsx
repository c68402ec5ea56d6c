import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Segmented } from '../../components/choice';
import { useCommand, useProjection, useSend } from '../../store/use-shell';

/** Where downloads go. */
export function DownloadSetting(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const command = useCommand();
  const downloads = useProjection((projection) => projection.settings.downloads);
  const choose = async (): Promise<void> => {
    const folder = await command('settings.choose-download-folder');
    if (folder !== null) send('settings.change', { downloads: { kind: 'folder', folder } });
  };
  return (
    <>
      <Segmented
        label={t('settings.downloads.where')}
        value={downloads.kind}
        options={[
          { value: 'ask', label: t('settings.downloads.ask') },
          { value: 'folder', label: t('settings.downloads.folder') },
        ]}
        onChange={(kind) => {
          if (kind === 'ask') send('settings.change', { downloads: { kind: 'ask' } });
          else void choose().catch(() => undefined);
        }}
      />
      {downloads.kind === 'folder' && (
        <div className="setting-row">
          <p className="setting-words setting-path">
            {t('settings.downloads.current', { folder: downloads.folder })}
          </p>
          <Button onClick={() => void choose().catch(() => undefined)}>
            {t('settings.downloads.change')}
          </Button>
        </div>
      )}
    </>
  );
}
