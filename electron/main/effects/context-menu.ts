import type { MenuItemConstructorOptions } from 'electron/main';
import {
  decideContextMenu,
  type ContextMenuItem,
  type EditAct,
  type MenuAct,
  type MenuFacts,
  type MenuLink,
  type MenuPlace,
} from '../../core/decide/decide-context-menu';
import type { ServiceId } from '../../core/model/service';
import type { Translate } from '../../core/model/translate';
import { runCommand } from '../run-command';
import type { AppStore, Stop } from '../store/app-store';
import { openInService } from '../views/open-in-service';

/** What Electron tells of the place a menu is wanted for. */
export type MenuParams = Omit<MenuPlace, 'isPassword'> & {
  readonly x: number;
  readonly y: number;
  readonly formControlType: string;
};

/** What is used of a page. */
export type MenuPage = Readonly<Record<EditAct, () => void>> & {
  readonly on: (event: 'context-menu', listener: (event: unknown, params: MenuParams) => void) => void;
  readonly isDestroyed: () => boolean;
  readonly showDefinitionForSelection: () => void;
  readonly replaceMisspelling: (word: string) => void;
  readonly copyImageAt: (x: number, y: number) => void;
  readonly downloadURL: (address: string) => void;
  readonly inspectElement: (x: number, y: number) => void;
  readonly navigationHistory: { readonly canGoBack: () => boolean; readonly canGoForward: () => boolean };
};

/** A menu, and where in its page it stands. */
export interface ShownMenu<P> {
  readonly page: P;
  readonly items: MenuItemConstructorOptions[];
  readonly x: number;
  readonly y: number;
}

/** The place a menu was wanted for, and in whose page. */
interface MenuAt extends MenuParams {
  readonly serviceId: ServiceId | undefined;
}

export interface ContextMenuPort<P extends MenuPage> {
  readonly platform: MenuFacts['platform'];
  readonly translate: Translate;
  readonly shell: P;
  /** Tells of each page of a service there is and will be. */
  readonly onPage: (listener: (serviceId: ServiceId, page: P) => void) => Stop;
  /** True for the page in a service's view. */
  readonly isView: (serviceId: ServiceId, page: P) => boolean;
  readonly show: (menu: ShownMenu<P>) => void;
  readonly writeText: (text: string) => void;
  /** What is to be known of a link in a page of a service, where it leads elsewhere. */
  readonly linkOf: (serviceId: ServiceId, address: string) => MenuLink | undefined;
  /** Of whose page it is; undefined for Foyer's own. */
  readonly openOutside: (address: string, serviceId: ServiceId | undefined) => void;
}

/** Shows the menu of the place that was pointed at, in pages and in the shell, and does what is chosen. */
export function startContextMenus<P extends MenuPage>(store: AppStore, port: ContextMenuPort<P>): Stop {
  const listen = (page: P, whoseOf: () => MenuFacts['page'], serviceId?: ServiceId): void =>
    page.on('context-menu', (_event, params) => {
      const { search, developerMode } = store.getState().persisted.settings;
      const place = { ...params, isPassword: params.formControlType === 'input-password' };
      const facts = {
        platform: port.platform,
        page: whoseOf(),
        link: serviceId === undefined ? undefined : port.linkOf(serviceId, params.linkURL),
        search,
        developerMode,
        canGoBack: page.navigationHistory.canGoBack(),
        canGoForward: page.navigationHistory.canGoForward(),
      };
      const items = decideContextMenu(place, facts).map((item) =>
        toOptions(item, page, { ...params, serviceId }),
      );
      if (items.length > 0) port.show({ page, items, x: params.x, y: params.y });
    });

  const toOptions = (item: ContextMenuItem, page: P, at: MenuAt): MenuItemConstructorOptions =>
    item.kind === 'separator'
      ? { type: 'separator' }
      : {
          label: toLabel(port.translate(`contextMenu.${item.key}`, item.values), port.platform),
          enabled: item.isEnabled,
          click: () => {
            if (!page.isDestroyed()) act(item.act, page, at);
          },
        };

  const act = (what: MenuAct, page: P, { x, y, serviceId }: MenuAt): void => {
    switch (what.kind) {
      case 'edit':
        return page[what.edit]();
      case 'look-up':
        return page.showDefinitionForSelection();
      case 'replace-word':
        return page.replaceMisspelling(what.word);
      case 'add-word':
        return store.dispatch({ kind: 'spell-word-added', word: what.word });
      case 'search':
      case 'open-outside':
        return port.openOutside(what.address, serviceId);
      case 'open-here':
        if (serviceId !== undefined)
          store.dispatch({ kind: 'link-here-requested', serviceId, address: what.address });
        return undefined;
      case 'open-in-service':
        return openInService(store, what.serviceId, what.address);
      case 'always': {
        const { pattern, answer } = what;
        const rule = { serviceId: null, pattern, answer: { kind: answer } };
        return store.dispatch({ kind: 'link-rule-set', rule });
      }
      case 'copy-text':
        return port.writeText(what.text);
      case 'copy-image':
        return page.copyImageAt(x, y);
      case 'save-image':
        return page.downloadURL(what.address);
      case 'command':
        return runCommand(store, what.id);
      case 'inspect':
        return page.inspectElement(x, y);
    }
  };

  listen(port.shell, () => 'shell');
  return port.onPage((serviceId, page) =>
    listen(page, () => (port.isView(serviceId, page) ? 'view' : 'window'), serviceId),
  );
}

/** Elsewhere than on macOS a single `&` would be taken for the mark of an access key. */
const toLabel = (text: string, platform: MenuFacts['platform']): string =>
  platform === 'darwin' ? text : text.replaceAll('&', '&&');
