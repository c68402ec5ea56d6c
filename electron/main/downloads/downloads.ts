import { basename } from 'node:path';
import type { DownloadItem, Session, WebContents } from 'electron/main';
import { toDownloadFailure } from '../../core/decide/decide-download';
import type { DownloadOrigin } from '../../core/decide/to-download-mark';
import { toDownloadRisk } from '../../core/decide/to-download-risk';
import { toSafeFileName } from '../../core/decide/to-safe-file-name';
import { toDownloadSource, type Download } from '../../core/model/download';
import type { DownloadRisk } from '../../core/model/download-risk';
import type { ServiceId } from '../../core/model/service';
import { createTokenBucket, type TokenBucket } from '../../core/model/token-bucket';
import { selectService } from '../../core/state/selectors';
import { isLocked } from '../../core/state/veil';
import type { OwnerOf } from '../owner-of';
import type { AppStore, Stop } from '../store/app-store';
import type { DownloadFiles } from './download-files';
import { toFreePath } from './free-path';

/** Most downloads of one service at a time; more are refused. */
export const DOWNLOADS_AT_ONCE = { ask: 2, folder: 10 } as const;
/** Most downloads of one service in a row, and how they are made up for. */
export const DOWNLOAD_RATE = { burst: 10, perSecond: 1 } as const;
/** How often it is told how far one is, at most. */
const TOLD_EVERY_MS = 250;

type DownloadNotice =
  | { readonly kind: 'download-done' | 'download-failed'; readonly fileName: string }
  | { readonly kind: 'download-risky'; readonly fileName: string; readonly risk: DownloadRisk };

/** What is asked and told around the downloads of services. */
export interface DownloadDeps {
  readonly store: AppStore;
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly refuse: (serviceId: ServiceId, reason: string) => void;
  /** Told when one begins and when it is over, by a key of its own. */
  readonly tell: (serviceId: ServiceId, key: string, isUnderWay: boolean) => void;
  /** Marks a file as one from the internet; never fails. */
  readonly mark: (path: string, origin: DownloadOrigin) => Promise<void>;
  readonly files: DownloadFiles;
}

/** A download that runs. */
export interface RunningDownload {
  readonly serviceId: ServiceId;
  readonly item: DownloadItem;
}

/** The downloads of all services. */
export interface DownloadDesk {
  /** Takes care of all that a session downloads. */
  readonly guard: (ownerOf: OwnerOf, session: Session) => void;
  readonly runningOf: (downloadId: string) => RunningDownload | undefined;
  /** The next download of that service that is written there is a known one, which goes on. */
  readonly expect: (serviceId: ServiceId, path: string, downloadId: string) => void;
  readonly stop: Stop;
}

/**
 * Puts downloads where the person wants them: asked for each, or all in one folder. Nothing is ever opened by itself; one
 * is told of when it is marked as from the internet.
 */
export function createDownloadDesk(deps: DownloadDeps): DownloadDesk {
  const { store, newId, nowMs, files } = deps;
  const running = new Map<string, RunningDownload & { readonly key: string }>();
  const expected = new Map<string, { readonly serviceId: ServiceId; readonly id: string }>();
  const buckets = new Map<ServiceId, TokenBucket>();
  const ending = { isOn: false };
  const show = (notice: DownloadNotice): void =>
    store.dispatch({ kind: 'notice-shown', notice: { ...notice, id: newId() } });
  const isTaken = (path: string): boolean =>
    files.exists(path) || [...running.values()].some(({ item }) => item.getSavePath() === path);

  const bucketOf = (serviceId: ServiceId): TokenBucket => {
    const bucket = buckets.get(serviceId) ?? createTokenBucket(DOWNLOAD_RATE);
    buckets.set(serviceId, bucket);
    return bucket;
  };

  const guard = (ownerOf: OwnerOf, session: Session): void => {
    session.on('will-download', (event, item, contents) => {
      const known = expected.get(item.getSavePath());
      if (known !== undefined) return goOn(known.serviceId, known.id, item);
      // Electron knows of no page where a worker or a page that is gone asked.
      const page = contents as WebContents | undefined;
      const serviceId = ownerOf(page, item.getURL());
      const { persisted } = store.getState();
      const place = selectService(store.getState(), serviceId)?.downloads ?? persisted.settings.downloads;
      // The system would ask where to, by name, over the lock.
      if (place.kind === 'ask' && isLocked(store.getState())) {
        event.preventDefault();
        return deps.refuse(serviceId, 'download: locked');
      }
      const atOnce = [...running.values()].filter((one) => one.serviceId === serviceId).length;
      if (atOnce >= DOWNLOADS_AT_ONCE[place.kind] || !bucketOf(serviceId).take(nowMs())) {
        event.preventDefault();
        return deps.refuse(serviceId, 'download: too many');
      }
      const fileName = toSafeFileName(item.getFilename());
      const id = newId();
      if (place.kind === 'folder') item.setSavePath(toFreePath(place.folder, fileName, isTaken));
      else item.setSaveDialogOptions({ defaultPath: fileName });
      const pageUrl = page === undefined || page.isDestroyed() ? '' : page.getURL();
      const download = toDownload(serviceId, id, item, fileName, nowMs());
      store.dispatch({ kind: 'download-started', download });
      follow(serviceId, id, item, pageUrl);
    });
  };

  const goOn = (serviceId: ServiceId, id: string, item: DownloadItem): void => {
    expected.delete(item.getSavePath());
    store.dispatch({ kind: 'download-restarted', downloadId: id });
    follow(serviceId, id, item, '');
    item.resume();
  };

  const follow = (serviceId: ServiceId, id: string, item: DownloadItem, pageUrl: string): void => {
    const key = item.getSavePath() || id;
    running.set(id, { serviceId, item, key });
    deps.tell(serviceId, key, true);
    const told = { atMs: Number.NEGATIVE_INFINITY, path: item.getSavePath() };
    const name = (): void => {
      const path = item.getSavePath();
      if (path === told.path) return;
      told.path = path;
      store.dispatch({ kind: 'download-named', downloadId: id, path, fileName: basename(path) });
    };
    const origin = (): DownloadOrigin => ({ url: item.getURL(), pageUrl, atMs: nowMs(), id });
    item.on('updated', (_event, state) => {
      name();
      // Chromium has tried again by itself, five times.
      if (state === 'interrupted') return giveUp(id, item, origin());
      if (nowMs() - told.atMs < TOLD_EVERY_MS) return;
      told.atMs = nowMs();
      store.dispatch({
        kind: 'download-progressed',
        downloadId: id,
        progress: {
          receivedBytes: item.getReceivedBytes(),
          bytesPerSecond: item.getCurrentBytesPerSecond(),
        },
        sizeBytes: item.getTotalBytes(),
      });
    });
    item.once('done', (_event, outcome) => {
      if (ending.isOn || !running.has(id)) return;
      name();
      end(id, item, outcome, origin());
    });
  };

  /** What came stays, and can be gone on with. */
  const giveUp = (id: string, item: DownloadItem, origin: DownloadOrigin): void => {
    if (!running.has(id)) return;
    files.saveAside(item.getSavePath());
    end(id, item, 'interrupted', origin);
    item.cancel();
  };

  const end = (
    id: string,
    item: DownloadItem,
    outcome: 'completed' | 'cancelled' | 'interrupted',
    origin: DownloadOrigin,
  ): void => {
    const own = running.get(id);
    running.delete(id);
    if (own !== undefined) deps.tell(own.serviceId, own.key, false);
    const path = item.getSavePath();
    const known = store.getState().persisted.downloads.find((download) => download.id === id);
    const fileName = basename(path) || (known?.fileName ?? '');
    const over = {
      kind: 'download-ended',
      downloadId: id,
      failure: null,
      isRisky: false,
      nowMs: nowMs(),
    } as const;
    if (outcome === 'cancelled') return store.dispatch({ ...over, outcome: 'cancelled' });
    if (outcome === 'interrupted') {
      const missingBytes = Math.max(0, item.getTotalBytes() - item.getReceivedBytes());
      const { online: isOnline } = store.getState().session;
      const failure = toDownloadFailure({ ...files.room(path), missingBytes, isOnline });
      store.dispatch({ ...over, outcome: 'failed', failure });
      return show({ kind: 'download-failed', fileName });
    }
    const risk = toDownloadRisk(fileName);
    void deps.mark(path, origin).then(() => {
      store.dispatch({ ...over, outcome: 'done', isRisky: risk !== undefined });
      show(
        risk === undefined ? { kind: 'download-done', fileName } : { kind: 'download-risky', fileName, risk },
      );
    });
  };

  return {
    guard,
    runningOf: (downloadId) => running.get(downloadId),
    expect: (serviceId, path, id) => void expected.set(path, { serviceId, id }),
    stop: () => {
      ending.isOn = true;
      for (const { item } of running.values()) {
        item.pause();
        if (item.getSavePath() !== '') files.saveAside(item.getSavePath());
      }
    },
  };
}

function toDownload(
  serviceId: ServiceId,
  id: string,
  item: DownloadItem,
  fileName: string,
  startedAtMs: number,
): Download {
  const path = item.getSavePath();
  return {
    id,
    serviceId,
    fileName: basename(path) || fileName,
    path,
    sizeBytes: item.getTotalBytes(),
    startedAtMs,
    endedAtMs: null,
    state: 'under-way',
    isPaused: false,
    failure: null,
    isRisky: false,
    source: toDownloadSource({
      urlChain: item.getURLChain(),
      mimeType: item.getMimeType(),
      eTag: item.getETag(),
      lastModified: item.getLastModifiedTime(),
    }),
  };
}
