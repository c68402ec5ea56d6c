import { downloadActs, toDownloadLook, type DownloadLook } from '../decide/decide-download';
import type { DownloadAct, DownloadFailure } from '../model/download';
import type { AppState } from '../state/app-state';

/** A download as the shell window draws it. */
export interface DownloadProjection {
  readonly id: string;
  readonly serviceName: string;
  readonly fileName: string;
  readonly look: DownloadLook;
  readonly acts: readonly DownloadAct[];
  readonly failure: DownloadFailure | null;
  /** 0: it is not known. */
  readonly sizeBytes: number;
  readonly receivedBytes: number;
  readonly bytesPerSecond: number;
  readonly atMs: number;
}

/** Gives what the shell window draws of downloads, the latest first. */
export function toDownloads({ persisted, session }: AppState): readonly DownloadProjection[] {
  const names = new Map(persisted.services.map(({ id, name }) => [id, name]));
  return persisted.downloads
    .map((download) => {
      const progress = session.downloads[download.id];
      const look = toDownloadLook(download, progress !== undefined);
      return {
        id: download.id,
        serviceName: names.get(download.serviceId) ?? '',
        fileName: download.fileName,
        look,
        acts: downloadActs(download, look),
        failure: download.failure,
        sizeBytes: download.sizeBytes,
        receivedBytes: progress?.receivedBytes ?? 0,
        bytesPerSecond: progress?.bytesPerSecond ?? 0,
        atMs: download.endedAtMs ?? download.startedAtMs,
      };
    })
    .toReversed();
}
