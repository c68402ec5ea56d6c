import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Session } from 'electron/main';
import { createTokenBucket } from '../../core/model/token-bucket';
import type { AppStore } from '../store/app-store';

/** Longest file name kept, in UTF-16 units; file systems stop at 255 bytes. */
const NAME_MAX = 120;

/** Gives a file name that is safe on all three systems: no folders, no control or reserved characters, no reserved names. */
export function toSafeFileName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Cf}<>:"/|?*]/gu, '_')
    .replace(/^\.+|[. ]+$/g, '')
    .trim();
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) ? `_${plain}` : plain;
  if (safe === '') return 'download';
  const extension = extname(safe).slice(0, 20);
  return safe.length <= NAME_MAX ? safe : safe.slice(0, NAME_MAX - extension.length) + extension;
}

/** Gives a path in `folder` that no file has yet: `name (2).txt` and so on. */
export function toFreePath(
  folder: string,
  name: string,
  exists: (path: string) => boolean = existsSync,
): string {
  const extension = extname(name);
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

/** Puts a session's downloads where the person wants them: asked for each, or all in one folder. Nothing is ever opened. */
export function handleDownloads(
  session: Session,
  store: AppStore,
  newId: () => string,
  nowMs: () => number,
  {
    refuse,
    tell,
  }: {
    readonly refuse: (reason: string) => void;
    /** Told when one begins and when it is over, by a key of its own. */
    readonly tell: (key: string, isUnderWay: boolean) => void;
  },
): void {
  // A file is there only when it is whole: what is under way keeps its name too.
  const underWay = new Set<string>();
  const bucket = createTokenBucket(DOWNLOAD_RATE);
  session.on('will-download', (event, item) => {
    const { downloads } = store.getState().persisted.settings;
    if (underWay.size >= DOWNLOADS_AT_ONCE[downloads.kind] || !bucket.take(nowMs())) {
      event.preventDefault();
      return refuse('download: too many');
    }
    const fileName = toSafeFileName(item.getFilename());
    const place =
      downloads.kind === 'folder'
        ? toFreePath(downloads.folder, fileName, (path) => underWay.has(path) || existsSync(path))
        : newId();
    underWay.add(place);
    tell(place, true);
    if (downloads.kind === 'folder') item.setSavePath(place);
    else item.setSaveDialogOptions({ defaultPath: fileName });
    item.once('done', (_done, outcome) => {
      underWay.delete(place);
      tell(place, false);
      if (outcome === 'cancelled') return;
      const kind = outcome === 'completed' ? 'download-done' : 'download-failed';
      store.dispatch({
        kind: 'notice-shown',
        notice: { kind, id: newId(), fileName: basename(item.getSavePath()) || fileName },
      });
    });
  });
}
