import type { DownloadProjection } from '../../../electron/core/ipc/download-projection';
import { gigabytes, kilobytes, megabytes } from '../../components/formats';

const KB = 1_000;
const MB = 1_000_000;
const GB = 1_000_000_000;

/** Gives the size of a file in short words, counted as file managers do. */
export function toFileSize(bytes: number, locale: string): string {
  if (bytes >= GB) return gigabytes(locale).format(bytes / GB);
  return bytes >= MB ? megabytes(locale).format(bytes / MB) : kilobytes(locale).format(Math.ceil(bytes / KB));
}

/** Gives how far one is, in whole per cents; `undefined` where that is not known. */
export const toPercent = ({ sizeBytes, receivedBytes }: DownloadProjection): number | undefined =>
  sizeBytes === 0 ? undefined : Math.min(100, Math.floor((receivedBytes / sizeBytes) * 100));

/** How long it takes until it is whole, in seconds; `undefined` where nobody can tell. */
export const toSecondsLeft = (download: DownloadProjection): number | undefined =>
  download.sizeBytes === 0 || download.bytesPerSecond === 0
    ? undefined
    : Math.ceil((download.sizeBytes - download.receivedBytes) / download.bytesPerSecond);

/** True for those that are not over yet. */
export const isUnderWay = ({ look }: DownloadProjection): boolean =>
  look === 'running' || look === 'paused' || look === 'stopped';
