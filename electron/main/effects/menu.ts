import type { MenuItemConstructorOptions } from 'electron/main';
import type { Translate } from '../../core/model/translate';
import type { Platform } from '../platform';
import type { AppStore } from '../store/app-store';

/**
 * Gives the application menu: macOS needs one for its standard keys; elsewhere there is none, and with it go Electron's
 * own keys for reloading and developer tools.
 */
export function toMenuTemplate(
  platform: Platform,
  translate: Translate,
  store: Pick<AppStore, 'dispatch'>,
): MenuItemConstructorOptions[] | undefined {
  if (platform !== 'darwin') return undefined;
  const show = (page: 'settings' | 'add-service') => () => store.dispatch({ kind: 'page-shown', page });
  return [
    {
      role: 'appMenu',
      submenu: [
        { role: 'about' },
        { type: 'separator' },
        { label: translate('menu.settings'), accelerator: 'Cmd+,', click: show('settings') },
        { type: 'separator' },
        { role: 'services' },
        { type: 'separator' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        {
          label: translate('menu.quit'),
          accelerator: 'Cmd+Q',
          click: () => store.dispatch({ kind: 'quit-requested' }),
        },
      ],
    },
    {
      label: translate('menu.file'),
      submenu: [
        { label: translate('menu.addService'), accelerator: 'Cmd+N', click: show('add-service') },
        { role: 'close' },
      ],
    },
    { role: 'editMenu' },
    { label: translate('menu.view'), submenu: [{ role: 'togglefullscreen' }] },
    { role: 'windowMenu' },
  ];
}
