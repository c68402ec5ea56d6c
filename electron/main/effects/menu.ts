import type { MenuItemConstructorOptions } from 'electron/main';
import { toAccelerator } from '../../core/commands/combo';
import { appCommands, type AppCommand, type CommandGroup } from '../../core/commands/command-list';
import { nameKeyOf } from '../../core/commands/command-name';
import { liveKeysOf } from '../../core/commands/key-map';
import type { Translate } from '../../core/model/translate';
import type { Platform } from '../platform';
import { runCommand } from '../run-command';
import type { AppStore, Stop } from '../store/app-store';

export interface MenuPort {
  readonly platform: Platform;
  readonly translate: Translate;
  readonly show: (menu: MenuItemConstructorOptions[]) => void;
}

/** Keeps the application menu in the language of the texts, and its keys as they are set. */
export function startMenu(store: AppStore, port: MenuPort): Stop {
  const show = (): void => {
    const menu = toMenuTemplate(port.platform, port.translate, store);
    if (menu !== undefined) port.show(menu);
  };
  return store.watch(
    ({ session, persisted }) => ({ language: session.language, keys: persisted.keys }),
    show,
    (a, b) => a.language === b.language && a.keys === b.keys,
  );
}

/** Which groups of commands each menu of ours has. */
const MENUS: readonly { readonly label: string; readonly group: CommandGroup }[] = [
  { label: 'menu.go', group: 'go' },
  { label: 'menu.view', group: 'page' },
  { label: 'menu.hosted', group: 'service' },
  { label: 'menu.workspaces', group: 'workspace' },
  { label: 'menu.quiet', group: 'quiet' },
];

/**
 * Gives the application menu: macOS needs one for its standard keys; elsewhere there is none, and with it go Electron's
 * own keys for reloading and developer tools. It is made of the list of commands, with the keys they have now.
 */
export function toMenuTemplate(
  platform: Platform,
  translate: Translate,
  store: Pick<AppStore, 'dispatch' | 'getState'>,
): MenuItemConstructorOptions[] | undefined {
  if (platform !== 'darwin') return undefined;
  // Electron's own labels are English, whatever the language.
  const item = (role: ItemRole): MenuItemConstructorOptions => ({ role, label: translate(`menu.${role}`) });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const { keys } = store.getState().persisted;
  const toItem = (command: AppCommand): MenuItemConstructorOptions => {
    const [combo] = liveKeysOf(command, keys, platform);
    return {
      label: translate(`command.${nameKeyOf(command)}`, { number: command.number ?? 0 }),
      // Our keys are heard before the menu is asked; here they are only shown.
      ...(combo !== undefined && { accelerator: toAccelerator(combo), registerAccelerator: false }),
      click: () => runCommand(store, command.id),
    };
  };
  const itemsOf = (group: CommandGroup): MenuItemConstructorOptions[] =>
    appCommands.filter((command) => command.group === group).map(toItem);
  const only = (id: string): MenuItemConstructorOptions[] =>
    appCommands.filter((command) => command.id === id).map(toItem);
  return [
    {
      role: 'appMenu',
      submenu: [
        item('about'),
        ...only('diagnostics'),
        line,
        ...only('settings'),
        ...only('keys'),
        line,
        item('services'),
        line,
        item('hide'),
        item('hideOthers'),
        item('unhide'),
        line,
        ...only('quit'),
      ],
    },
    { label: translate('menu.file'), submenu: [...only('service.add'), item('close')] },
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
    ...MENUS.map(({ label, group }) => ({ label: translate(label), submenu: itemsOf(group) })).filter(
      ({ submenu }) => submenu.length > 0,
    ),
    {
      role: 'windowMenu',
      label: translate('menu.window'),
      submenu: [item('minimize'), item('zoom'), item('togglefullscreen'), line, item('front')],
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
