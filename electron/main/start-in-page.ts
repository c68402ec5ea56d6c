import { BrowserWindow, dialog, Menu, type BaseWindow, type WebContents } from 'electron/main';
import { areaOf, decideLayout } from '../core/decide/decide-layout';
import { browserOf } from '../core/decide/decide-link';
import type { ServiceId } from '../core/model/service';
import { selectApart } from '../core/state/select-own-windows';
import type { Translate } from '../core/model/translate';
import { toMenuLink } from '../core/state/select-links';
import { writeClipboard } from './clipboard';
import { writeFile } from 'node:fs/promises';
import { startDownloadActs } from './downloads/download-acts';
import { systemFiles } from './downloads/download-files';
import { startContextMenus, type MenuPage, type ShownMenu } from './effects/context-menu';
import { startFind } from './effects/find-in-page';
import { startPageActs } from './effects/page-acts';
import type { Platform } from './platform';
import type { OpenExternal } from './security/open-external';
import type { Pages } from './start-pages';
import { stopAll, type AppStore, type Stop } from './store/app-store';
import type { ShellWindow } from './windows/shell-window';

interface InPageDeps {
  readonly store: AppStore;
  readonly platform: Platform;
  readonly shell: ShellWindow;
  readonly pages: Pages;
  readonly translate: Translate;
  readonly openExternal: OpenExternal;
  /** Opens a file that came from a service, where it does nothing of its own. */
  readonly openFile: (path: string) => void;
  readonly showFile: (path: string) => void;
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly onProblem: (error: unknown) => void;
}

/** Starts what people find in pages beside what the pages themselves offer. */
export function startInPage(deps: InPageDeps): Stop {
  const { store, platform, shell, pages, translate } = deps;
  const { views } = pages;
  const openOutside = (address: string, serviceId: ServiceId | undefined): void => {
    const { services } = store.getState().persisted;
    deps.openExternal(address, serviceId === undefined ? undefined : browserOf(services, serviceId));
  };
  const stops = [
    startContextMenus<WebContents & MenuPage>(store, {
      platform,
      translate,
      shell: shell.shellView.webContents,
      onPage: pages.pages.onPage,
      isView: (serviceId, page) => views.viewOf(serviceId)?.webContents === page,
      show: (menu) => popUp(menu, deps),
      writeText: (text) => void writeClipboard(text).catch(deps.onProblem),
      linkOf: (serviceId, address) =>
        pages.pages.isOwnSite(serviceId, address)
          ? undefined
          : toMenuLink(store.getState(), serviceId, address),
      openOutside,
    }),
    startFind(store, {
      pageOf: (serviceId) => views.viewOf(serviceId)?.webContents,
      onPage: pages.pages.onPage,
    }),
    startPageActs(store, {
      pageOf: (serviceId) => views.viewOf(serviceId)?.webContents,
      writeText: (text) => void writeClipboard(text).catch(deps.onProblem),
      openOutside,
      askPath: async (fileName) => {
        const { filePath } = await dialog.showSaveDialog(inFront(deps), { defaultPath: fileName });
        return filePath === '' ? null : filePath;
      },
      writeFile: (path, bytes) => writeFile(path, bytes),
      toggleFullScreen: () => {
        const window = inFront(deps);
        window.setFullScreen(!window.isFullScreen());
      },
      newId: deps.newId,
      onProblem: deps.onProblem,
    }),
    startDownloadActs(store, {
      desk: pages.downloads,
      sessionOf: pages.sessions.prepare,
      files: systemFiles,
      open: deps.openFile,
      show: deps.showFile,
      newId: deps.newId,
      nowMs: deps.nowMs,
    }),
  ];
  return () => stopAll(stops, deps.onProblem);
}

/** The window the person is in: the shell's, or one of a service's own. */
function inFront({ store, shell, pages }: InPageDeps): BaseWindow {
  const apart = selectApart(store.getState()).map((id) => pages.views.ownWindowOf(id));
  return apart.find((window) => window?.isFocused() === true) ?? shell.window;
}

/** Shows a menu where it was wanted; by key, too, where the pointer is elsewhere. */
function popUp({ page, items, x, y }: ShownMenu<WebContents>, { store, shell, pages }: InPageDeps): void {
  const layout = decideLayout(store.getState());
  const own = BrowserWindow.fromWebContents(page);
  const isChild = own !== null && BrowserWindow.getAllWindows().includes(own);
  const isShell = page === shell.shellView.webContents;
  const serviceId = pages.pages.serviceOf(page.id);
  const apart = isShell ? undefined : pages.views.ownWindowOf(serviceId);
  const isAlone = isChild || apart !== undefined;
  const corner = isAlone ? { x: 0, y: 0 } : isShell ? layout.shell : areaOf(layout, serviceId);
  Menu.buildFromTemplate(items).popup({
    window: isChild ? own : (apart ?? shell.window),
    x: Math.round(corner.x + x),
    y: Math.round(corner.y + y),
  });
}
