import { readFile, stat } from 'node:fs/promises';
import { dialog, type BaseWindow } from 'electron/main';
import { CHOSEN_ICON_MAX } from '../../core/model/service';
import { ICON_SIDE_MAX, toPlainPng } from '../icons/plain-png';
import type { HandlerDeps } from '../ipc/handlers';

/** Largest picture file read, in bytes. */
const PICTURE_BYTES_MAX = 10_000_000;
/** A photo is no icon, but may become one. */
const LIMITS = { sideMax: ICON_SIDE_MAX, pixelsMax: 64_000_000 } as const;

/** The system's own dialogs, on top of the window. */
export function createDialogs(window: BaseWindow): Pick<HandlerDeps, 'chooseIcon' | 'chooseFolder'> {
  return {
    chooseIcon: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [{ name: 'PNG, JPEG, ICO', extensions: ['png', 'jpg', 'jpeg', 'ico'] }],
      });
      const file = filePaths[0];
      if (file === undefined) return { answer: { kind: 'cancelled' } };
      if ((await stat(file)).size > PICTURE_BYTES_MAX) return { answer: { kind: 'too-large' } };
      const png = toPlainPng(await readFile(file), LIMITS);
      if (png === undefined) return { answer: { kind: 'not-a-picture' } };
      const dataUrl = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
      return dataUrl.length > CHOSEN_ICON_MAX
        ? { answer: { kind: 'too-large' } }
        : { answer: { kind: 'chosen' }, dataUrl };
    },
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },
  };
}
