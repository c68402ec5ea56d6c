import { app } from 'electron/main';
import type { LoginStart } from '../core/decide/decide-login-start';
import { putAutostart } from './autostart-file';

/** Tells the system whether it is to start Foyer with the person's session. */
export function tellLoginStart(start: LoginStart, desktopFileName: string): void {
  if (start.kind === 'item')
    app.setLoginItemSettings({ openAtLogin: start.openAtLogin, args: [...start.args] });
  // Electron gives the folder of settings by the standard of Linux desktops.
  else putAutostart(app.getPath('appData'), desktopFileName, start.text);
}
