import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Session } from 'electron/main';
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

/** Puts a session's downloads where the person wants them: asked for each, or all in one folder. Nothing is ever opened. */
export function handleDownloads(session: Session, store: AppStore, newId: () => string): void {
  session.on('will-download', (_event, item) => {
    const fileName = toSafeFileName(item.getFilename());
    const { downloads } = store.getState().persisted.settings;
    if (downloads.kind === 'folder') item.setSavePath(toFreePath(downloads.folder, fileName));
    else item.setSaveDialogOptions({ defaultPath: fileName });
    item.once('done', (_done, outcome) => {
      if (outcome === 'cancelled') return;
      const kind = outcome === 'completed' ? 'download-done' : 'download-failed';
      store.dispatch({
        kind: 'notice-shown',
        notice: { kind, id: newId(), fileName: basename(item.getSavePath()) || fileName },
      });
    });
  });
}
