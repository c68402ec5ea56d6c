import { WebContentsView, type BaseWindow, type WebContents } from 'electron/main';
import { decideOwnLine, toOwnLineHeight } from '../../core/decide/decide-own-window';
import type { ServiceId } from '../../core/model/service';
import { selectApart } from '../../core/state/select-own-windows';
import type { AppStore } from '../store/app-store';
import { revivePage } from './revive-page';
import { shellPreferences, type ShellPageDeps } from './shell-preferences';

/** The lines over pages in services' own windows: pages of the shell, there as long as there is something to say. */
export interface OwnLines {
  /** Puts each that is to be there into its service's window, and ends the others. */
  readonly place: (windowOf: (serviceId: ServiceId) => BaseWindow | undefined) => void;
  /** Gives the keyboard to the line where one finds in a service's page; false where there is none. */
  readonly focusFind: (serviceId: ServiceId) => boolean;
  readonly pages: () => readonly WebContents[];
  readonly stop: () => void;
}

interface OwnLinesDeps extends ShellPageDeps {
  readonly store: AppStore;
  /** Joins a new one to what listens for keys. */
  readonly connect: (serviceId: ServiceId, contents: WebContents) => void;
  /** Gives the keyboard to the page under the line. */
  readonly focusPage: (serviceId: ServiceId) => void;
}

/** Creates what makes and ends them, as the state says. */
export function createOwnLines(deps: OwnLinesDeps): OwnLines {
  const { store } = deps;
  const lines = new Map<ServiceId, { readonly view: WebContentsView; readonly window: BaseWindow }>();
  const isFinding = (serviceId: ServiceId): boolean => store.getState().session.ownFind === serviceId;

  const add = (serviceId: ServiceId, window: BaseWindow): WebContentsView => {
    const view = new WebContentsView({ webPreferences: shellPreferences(deps) });
    view.setBackgroundColor('#00000000');
    lines.set(serviceId, { view, window });
    window.contentView.addChildView(view);
    const { webContents } = view;
    deps.connect(serviceId, webContents);
    revivePage(store, webContents, {
      ownId: serviceId,
      isThere: () => lines.get(serviceId)?.view === view,
    });
    // Once it is loaded it takes the keyboard; within the event itself the change of focus is not over yet.
    webContents.on('focus', () =>
      setImmediate(() => {
        if (lines.get(serviceId)?.view === view && !isFinding(serviceId) && window.isFocused())
          deps.focusPage(serviceId);
      }),
    );
    // It may be put away while it loads.
    webContents.loadURL(`${deps.url}#own=${serviceId}`).catch(() => undefined);
    if (isFinding(serviceId) && window.isFocused()) webContents.focus();
    return view;
  };
  const end = (serviceId: ServiceId): void => {
    const line = lines.get(serviceId);
    if (line === undefined) return;
    lines.delete(serviceId);
    if (!line.window.isDestroyed()) line.window.contentView.removeChildView(line.view);
    contentsOf(line.view)?.close({ waitForBeforeUnload: false });
  };

  return {
    place: (windowOf) => {
      const state = store.getState();
      const homeOf = (serviceId: ServiceId): BaseWindow | undefined =>
        decideOwnLine(state, serviceId) === undefined ? undefined : windowOf(serviceId);
      for (const [serviceId, { window }] of [...lines]) if (homeOf(serviceId) !== window) end(serviceId);
      for (const serviceId of selectApart(state)) {
        const window = homeOf(serviceId);
        if (window === undefined) continue;
        const view = lines.get(serviceId)?.view ?? add(serviceId, window);
        view.setBounds({
          x: 0,
          y: 0,
          width: window.getContentBounds().width,
          height: toOwnLineHeight(state),
        });
      }
    },
    focusFind: (serviceId) => {
      const line = lines.get(serviceId);
      if (line === undefined || !isFinding(serviceId)) return false;
      contentsOf(line.view)?.focus();
      return true;
    },
    pages: () => [...lines.values()].flatMap(({ view }) => contentsOf(view) ?? []),
    stop: () => {
      for (const serviceId of [...lines.keys()]) end(serviceId);
    },
  };
}

/** Electron has none any more where the page is gone. */
function contentsOf({ webContents }: WebContentsView): WebContents | undefined {
  const contents = webContents as WebContents | undefined;
  return contents?.isDestroyed() === false ? contents : undefined;
}
