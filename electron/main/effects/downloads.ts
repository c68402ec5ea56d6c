import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Session, WebContents } from 'electron/main';
import type { DownloadOrigin } from '../../core/decide/to-download-mark';
import { toDownloadRisk } from '../../core/decide/to-download-risk';
import { toExtension, toSafeFileName } from '../../core/decide/to-safe-file-name';
import type { DownloadRisk } from '../../core/model/download-risk';
import { createTokenBucket } from '../../core/model/token-bucket';
import { isLocked } from '../../core/state/veil';
import type { AppStore } from '../store/app-store';

/** Gives a path in `folder` that no file has yet: `name (2).txt` and so on. */
export function toFreePath(
  folder: string,
  name: string,
  exists: (path: string) => boolean = existsSync,
): string {
  const extension = toExtension(name);
  const stem = name.slice(0, name.length - extension.length);
  const tries = Array.from({ length: 1000 }, (_, index) =>
    index === 0 ? name : `${stem} (${index + 1})${extension}`,
  );
  const free = tries.map((one) => join(folder, one)).find((path) => !exists(path));
  return free ?? join(folder, `${stem}-${tries.length}${extension}`);
}

/** Most downloads of one service at a time; more are refused. */
export const DOWNLOADS_AT_ONCE = { ask: 2, folder: 10 } as const;
/** Most downloads of one service in a row, and how they are made up for. */
export const DOWNLOAD_RATE = { burst: 10, perSecond: 1 } as const;

type DownloadNotice =
  | { readonly kind: 'download-done' | 'download-failed'; readonly fileName: string }
  | { readonly kind: 'download-risky'; readonly fileName: string; readonly risk: DownloadRisk };

/** What is asked and told around a service's downloads. */
export interface DownloadDeps {
  readonly refuse: (reason: string) => void;
  /** Told when one begins and when it is over, by a key of its own. */
  readonly tell: (key: string, isUnderWay: boolean) => void;
  /** Marks a file as one from the internet; never fails. */
  readonly mark: (path: string, origin: DownloadOrigin) => Promise<void>;
}

/**
 * Puts a session's downloads where the person wants them: asked for each, or all in one folder. Nothing is ever opened;
 * one is told of when it is marked as from the internet.
 */
export function handleDownloads(
  session: Session,
  store: AppStore,
  newId: () => string,
  nowMs: () => number,
  { refuse, tell, mark }: DownloadDeps,
): void {
  // A file is there only when it is whole: what is under way keeps its name too.
  const underWay = new Set<string>();
  const bucket = createTokenBucket(DOWNLOAD_RATE);
  const show = (notice: DownloadNotice): void =>
    store.dispatch({ kind: 'notice-shown', notice: { ...notice, id: newId() } });
  session.on('will-download', (event, item, contents) => {
    const { downloads } = store.getState().persisted.settings;
    // The system would ask where to, by name, over the lock.
    if (downloads.kind === 'ask' && isLocked(store.getState())) {
      event.preventDefault();
      return refuse('download: locked');
    }
    if (underWay.size >= DOWNLOADS_AT_ONCE[downloads.kind] || !bucket.take(nowMs())) {
      event.preventDefault();
      return refuse('download: too many');
    }
    const fileName = toSafeFileName(item.getFilename());
    const id = newId();
    const place =
      downloads.kind === 'folder'
        ? toFreePath(downloads.folder, fileName, (path) => underWay.has(path) || existsSync(path))
        : id;
    // Electron knows of no page where a worker or a page that is gone asked.
    const page = contents as WebContents | undefined;
    const pageUrl = page === undefined || page.isDestroyed() ? '' : page.getURL();
    const origin = { url: item.getURL(), pageUrl, atMs: nowMs(), id };
    underWay.add(place);
    tell(place, true);
    if (downloads.kind === 'folder') item.setSavePath(place);
    else item.setSaveDialogOptions({ defaultPath: fileName });
    item.once('done', (_done, outcome) => {
      underWay.delete(place);
      tell(place, false);
      if (outcome === 'cancelled') return;
      const path = item.getSavePath();
      const savedAs = basename(path) || fileName;
      if (outcome !== 'completed') return show({ kind: 'download-failed', fileName: savedAs });
      const risk = toDownloadRisk(savedAs);
      void mark(path, origin).then(() =>
        show(
          risk === undefined
            ? { kind: 'download-done', fileName: savedAs }
            : { kind: 'download-risky', fileName: savedAs, risk },
        ),
      );
    });
  });
}
