import type { MenuItemConstructorOptions } from 'electron/main';
import type { Translate } from '../../core/model/translate';
import type { Platform } from '../platform';
import type { AppStore, Stop } from '../store/app-store';

export interface MenuPort {
  readonly platform: Platform;
  readonly translate: Translate;
  readonly show: (menu: MenuItemConstructorOptions[]) => void;
}

/** Keeps the application menu in the language of the texts. */
export const startMenu = (store: AppStore, port: MenuPort): Stop =>
  store.watch(
    (state) => state.session.language,
    () => {
      const menu = toMenuTemplate(port.platform, port.translate, store);
      if (menu !== undefined) port.show(menu);
    },
  );

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
  // Electron's own labels are English, whatever the language.
  const item = (role: ItemRole): MenuItemConstructorOptions => ({ role, label: translate(`menu.${role}`) });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      role: 'appMenu',
      submenu: [
        item('about'),
        line,
        { label: translate('menu.settings'), accelerator: 'Cmd+,', click: show('settings') },
        line,
        item('services'),
        line,
        item('hide'),
        item('hideOthers'),
        item('unhide'),
        line,
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
        item('close'),
      ],
    },
    {
      role: 'editMenu',
      label: translate('menu.edit'),
      submenu: [
        item('undo'),
        item('redo'),
        line,
        item('cut'),
        item('copy'),
        item('paste'),
        item('pasteAndMatchStyle'),
        item('delete'),
        item('selectAll'),
      ],
    },
    { label: translate('menu.view'), submenu: [item('togglefullscreen')] },
    {
      role: 'windowMenu',
      label: translate('menu.window'),
      submenu: [item('minimize'), item('zoom'), line, item('front')],
    },
  ];
}

type ItemRole = Extract<
  MenuItemConstructorOptions['role'],
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'close'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'delete'
  | 'selectAll'
  | 'togglefullscreen'
  | 'minimize'
  | 'zoom'
  | 'front'
>;
