import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { useProjection, useSend } from '../../store/use-shell';
import { DownloadRow } from './download-row';
import { isUnderWay } from './download-words';
import './downloads-sheet.css';

/** The files that came and come, called up over whatever is shown. */
export function DownloadsSheet(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const downloads = useProjection((projection) => projection.downloads);
  const count = downloads.filter(isUnderWay).length;
  return (
    <Dialog title={t('downloads.title')} size="wide" onClose={() => send('surface.close')}>
      <p role="status" className={downloads.length === 0 ? 'downloads-none' : 'visually-hidden'}>
        {downloads.length === 0 ? t('downloads.none') : t('downloads.count', { count })}
      </p>
      <ul className="downloads">
        {downloads.map((download) => (
          <DownloadRow key={download.id} download={download} />
        ))}
      </ul>
      <div className="dialog-buttons">
        <Button disabled={downloads.every(isUnderWay)} onClick={() => send('downloads.clear')}>
          {t('downloads.clear')}
        </Button>
        <Button onClick={() => send('surface.close')}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
