import { ArrowDownToLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button';
import { useProjection, useSend } from '../../store/use-shell';
import { isUnderWay } from './download-words';

/** Says that files are under way, and leads to them; there as long as some are. */
export function DownloadsButton(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const count = useProjection((projection) => projection.downloads.filter(isUnderWay).length);
  if (count === 0) return null;
  return (
    <IconButton
      icon={ArrowDownToLine}
      label={t('downloads.button', { count })}
      aria-haspopup="dialog"
      onClick={() => send('command.run', { id: 'downloads' })}
    />
  );
}
