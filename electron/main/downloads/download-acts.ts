import { basename } from 'node:path';
import type { Session } from 'electron/main';
import { downloadActs, toDownloadLook } from '../../core/decide/decide-download';
import type { Download, DownloadAct } from '../../core/model/download';
import type { Service } from '../../core/model/service';
import { selectService } from '../../core/state/selectors';
import { isLocked } from '../../core/state/veil';
import type { AppStore, Stop } from '../store/app-store';
import type { DownloadFiles } from './download-files';
import type { DownloadDesk } from './downloads';

export interface DownloadActsPort {
  readonly desk: Pick<DownloadDesk, 'runningOf' | 'expect'>;
  /** The session of a service, made ready where its page is not there. */
  readonly sessionOf: (service: Service) => Pick<Session, 'createInterruptedDownload'>;
  readonly files: Pick<DownloadFiles, 'exists' | 'bringBack' | 'discard'>;
  /** Opens a file in the system's program for it. */
  readonly open: (path: string) => void;
  /** Shows a file in the system's file manager. */
  readonly show: (path: string) => void;
  readonly newId: () => string;
  readonly nowMs: () => number;
}

/** Does what the person wants of a download, and goes on with those that the end of the app cut off. */
export function startDownloadActs(store: AppStore, port: DownloadActsPort): Stop {
  const { desk, files } = port;

  const restart = ({ id, serviceId, path: before, sizeBytes, startedAtMs, source }: Download): void => {
    const service = selectService(store.getState(), serviceId);
    if (service === undefined || source === null || before === '') return;
    const { path, bytes } = files.bringBack(before, sizeBytes);
    if (path !== before)
      store.dispatch({ kind: 'download-named', downloadId: id, path, fileName: basename(path) });
    desk.expect(serviceId, path, id);
    port.sessionOf(service).createInterruptedDownload({
      path,
      urlChain: [...source.urlChain],
      mimeType: source.mimeType,
      offset: bytes,
      length: sizeBytes,
      ...(source.lastModified !== '' && { lastModified: source.lastModified }),
      ...(source.eTag !== '' && { eTag: source.eTag }),
      startTime: startedAtMs / 1000,
    });
  };

  const pause = (download: Download, isPaused: boolean): void => {
    const item = desk.runningOf(download.id)?.item;
    if (isPaused) item?.pause();
    else if (item === undefined) return restart(download);
    else item.resume();
    store.dispatch({ kind: 'download-paused', downloadId: download.id, isPaused });
  };

  const cancel = ({ id, path }: Download): void => {
    const own = desk.runningOf(id);
    if (own !== undefined) return own.item.cancel();
    files.discard(path, true);
    store.dispatch({
      kind: 'download-ended',
      downloadId: id,
      outcome: 'cancelled',
      failure: null,
      isRisky: false,
      nowMs: port.nowMs(),
    });
  };

  const reach = ({ path, fileName }: Download, how: (path: string) => void): void => {
    if (files.exists(path)) return how(path);
    const notice = { kind: 'download-gone', id: port.newId(), fileName } as const;
    store.dispatch({ kind: 'notice-shown', notice });
  };

  const does: Readonly<Record<DownloadAct, (download: Download) => void>> = {
    pause: (download) => pause(download, true),
    resume: (download) => pause(download, false),
    cancel,
    retry: restart,
    open: (download) => reach(download, port.open),
    show: (download) => reach(download, port.show),
    forget: ({ path }) => files.discard(path, false),
  };

  const goOn = (): void => {
    for (const download of store.getState().persisted.downloads)
      if (download.state === 'under-way' && !download.isPaused && desk.runningOf(download.id) === undefined)
        restart(download);
  };

  const stops = [
    // Locked at the start, nothing of them is known yet.
    store.watch(isLocked, (isOn) => {
      if (!isOn) goOn();
    }),
    store.onAction('download-acted', ({ downloadId, act }, _after, before) => {
      const download = before.persisted.downloads.find(({ id }) => id === downloadId);
      if (download === undefined) return;
      const look = toDownloadLook(download, desk.runningOf(downloadId) !== undefined);
      if (downloadActs(download, look).includes(act)) does[act](download);
    }),
    store.onAction('downloads-cleared', (_action, _after, before) => {
      for (const { state, path } of before.persisted.downloads)
        if (state === 'failed') files.discard(path, false);
    }),
    store.onAction('service-removal-final', ({ serviceId }, after, before) => {
      if (selectService(after, serviceId) !== undefined) return;
      for (const { id } of before.persisted.downloads)
        if (desk.runningOf(id)?.serviceId === serviceId) desk.runningOf(id)?.item.cancel();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
