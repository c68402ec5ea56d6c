import { BrowserWindow, Menu, type WebContents } from 'electron/main';
import { decideLayout } from '../core/decide/decide-layout';
import type { Translate } from '../core/model/translate';
import { writeClipboard } from './clipboard';
import { startContextMenus, type MenuPage, type ShownMenu } from './effects/context-menu';
import type { Platform } from './platform';
import type { Pages } from './start-pages';
import { stopAll, type AppStore, type Stop } from './store/app-store';
import type { ShellWindow } from './windows/shell-window';

interface InPageDeps {
  readonly store: AppStore;
  readonly platform: Platform;
  readonly shell: ShellWindow;
  readonly pages: Pages;
  readonly translate: Translate;
  readonly openExternal: (address: string) => boolean;
  readonly onProblem: (error: unknown) => void;
}

/** Starts what people find in pages beside what the pages themselves offer. */
export function startInPage(deps: InPageDeps): Stop {
  const { store, platform, shell, pages, translate } = deps;
  const { views } = pages;
  const stops = [
    startContextMenus<WebContents & MenuPage>(store, {
      platform,
      translate,
      shell: shell.shellView.webContents,
      onPage: pages.pages.onPage,
      isView: (serviceId, page) => views.viewOf(serviceId)?.webContents === page,
      show: (menu) => popUp(menu, deps),
      writeText: (text) => void writeClipboard(text).catch(deps.onProblem),
      openExternal: (address) => void deps.openExternal(address),
    }),
  ];
  return () => stopAll(stops, deps.onProblem);
}

/** Shows a menu where it was wanted; by key, too, where the pointer is elsewhere. */
function popUp({ page, items, x, y }: ShownMenu<WebContents>, { store, shell }: InPageDeps): void {
  const { pageArea, shell: shellArea } = decideLayout(store.getState());
  const own = BrowserWindow.fromWebContents(page);
  const isChild = own !== null && BrowserWindow.getAllWindows().includes(own);
  const isShell = page === shell.shellView.webContents;
  const corner = isChild ? { x: 0, y: 0 } : isShell ? shellArea : pageArea;
  Menu.buildFromTemplate(items).popup({
    window: isChild ? own : shell.window,
    x: Math.round(corner.x + x),
    y: Math.round(corner.y + y),
  });
}
