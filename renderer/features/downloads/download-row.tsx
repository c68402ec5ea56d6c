import {
  FolderOpen,
  Pause,
  Play,
  RotateCw,
  SquareArrowOutUpRight,
  Trash2,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DownloadProjection } from '../../../electron/core/ipc/download-projection';
import { IconButton } from '../../components/button';
import { percents } from '../../components/formats';
import { useSend } from '../../store/use-shell';
import { isUnderWay, toPercent } from './download-words';
import { useDownloadWords } from './use-download-words';

const icons: Readonly<Record<DownloadProjection['acts'][number], LucideIcon>> = {
  pause: Pause,
  resume: Play,
  cancel: X,
  open: SquareArrowOutUpRight,
  show: FolderOpen,
  retry: RotateCw,
  forget: Trash2,
};

/** One file: how far it is, from where, and what can be done with it. */
export function DownloadRow({ download }: { readonly download: DownloadProjection }): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const say = useDownloadWords();
  const { id, fileName, look, serviceName } = download;
  const percent = toPercent(download);
  return (
    <li className="download" data-look={look}>
      <div className="download-words">
        <span className="download-name" dir="auto" title={fileName}>
          {fileName}
        </span>
        <p>
          <span className="download-state">{say(download)}</span>
          <bdi>{serviceName}</bdi>
        </p>
        {isUnderWay(download) && look !== 'stopped' && (
          <progress
            aria-label={fileName}
            aria-valuetext={percent === undefined ? undefined : percents(i18n.language).format(percent / 100)}
            max={100}
            {...(percent !== undefined && { value: percent })}
          />
        )}
      </div>
      {download.acts.map((act) => (
        <IconButton
          key={act}
          icon={icons[act]}
          label={t(`downloads.act.${act}`, { file: fileName })}
          onClick={() => send('download.act', { downloadId: id, act })}
        />
      ))}
    </li>
  );
}
