import { useTranslation } from 'react-i18next';
import type { DownloadProjection } from '../../../electron/core/ipc/download-projection';
import { dateTime } from '../../components/formats';
import { toFileSize, toSecondsLeft } from './download-words';

/** Gives the way to say how a download stands. */
export function useDownloadWords(): (download: DownloadProjection) => string {
  const { t, i18n } = useTranslation();
  const size = (bytes: number): string => toFileSize(bytes, i18n.language);
  const left = (download: DownloadProjection): string => {
    const seconds = toSecondsLeft(download);
    if (seconds === undefined || seconds > 5999) return '';
    return seconds < 60
      ? t('common.seconds', { count: seconds })
      : t('common.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  };
  return (download) => {
    const { look, failure, sizeBytes, receivedBytes, bytesPerSecond, atMs } = download;
    const received = size(receivedBytes);
    const whole = size(sizeBytes);
    switch (look) {
      case 'running': {
        const values = { received, whole, speed: size(bytesPerSecond), left: left(download) };
        if (sizeBytes === 0) return t('downloads.state.runningUnknown', values);
        return t(values.left === '' ? 'downloads.state.running' : 'downloads.state.runningLeft', values);
      }
      case 'paused':
        return t(sizeBytes === 0 ? 'downloads.state.pausedUnknown' : 'downloads.state.paused', {
          received,
          whole,
        });
      case 'stopped':
        return t('downloads.state.stopped');
      case 'failed':
        return t(`downloads.failure.${failure ?? 'broken-off'}`);
      case 'cancelled':
        return t('downloads.state.cancelled');
      case 'done': {
        const at = dateTime(i18n.language).format(atMs);
        return t(sizeBytes === 0 ? 'downloads.state.doneUnknown' : 'downloads.state.done', { whole, at });
      }
    }
  };
}
