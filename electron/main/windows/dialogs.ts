import { readFile, stat } from 'node:fs/promises';
import { dialog, type BaseWindow } from 'electron/main';
import { CHOSEN_ICON_MAX } from '../../core/model/service';
import { toPlainPng } from '../effects/site-icons';
import type { HandlerDeps } from '../ipc/handlers';

/** Largest picture file read, in bytes. */
const PICTURE_BYTES_MAX = 10_000_000;

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
      const png = toPlainPng(await readFile(file));
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
