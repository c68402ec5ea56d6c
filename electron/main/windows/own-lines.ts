import { WebContentsView, type BaseWindow, type WebContents } from 'electron/main';
import {
  decideOwnLine,
  hasOwnKeyboard,
  toOwnLineArea,
  type OwnLine,
} from '../../core/decide/decide-own-window';
import type { ServiceId } from '../../core/model/service';
import { selectApart } from '../../core/state/select-own-windows';
import type { AppStore } from '../store/app-store';
import { revivePage } from './revive-page';
import { shellPreferences, type ShellPageDeps } from './shell-preferences';

/** What stands over pages in services' own windows, or in their place: pages of the shell, there as long as there is something to say. */
export interface OwnLines {
  /** Puts each that is to be there into its service's window, and ends the others. */
  readonly place: (windowOf: (serviceId: ServiceId) => BaseWindow | undefined) => void;
  /** Gives the keyboard to the one in a service's window; false where none there wants it. */
  readonly focus: (serviceId: ServiceId) => boolean;
  readonly pages: () => readonly WebContents[];
  readonly stop: () => void;
}

interface OwnLinesDeps extends ShellPageDeps {
  readonly store: AppStore;
  /** Joins a new one to what listens for keys. */
  readonly connect: (serviceId: ServiceId, contents: WebContents) => void;
  /** Gives the keyboard to the page under it. */
  readonly focusPage: (serviceId: ServiceId) => void;
}

interface Line {
  readonly view: WebContentsView;
  readonly window: BaseWindow;
  shown: OwnLine | undefined;
}

/** Creates what makes and ends them, as the state says. */
export function createOwnLines(deps: OwnLinesDeps): OwnLines {
  const { store } = deps;
  const lines = new Map<ServiceId, Line>();
  const hasKeyboard = (serviceId: ServiceId): boolean =>
    hasOwnKeyboard(decideOwnLine(store.getState(), serviceId));

  const add = (serviceId: ServiceId, window: BaseWindow): Line => {
    const view = new WebContentsView({ webPreferences: shellPreferences(deps) });
    view.setBackgroundColor('#00000000');
    const line: Line = { view, window, shown: undefined };
    lines.set(serviceId, line);
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
        if (lines.get(serviceId)?.view === view && !hasKeyboard(serviceId) && window.isFocused())
          deps.focusPage(serviceId);
      }),
    );
    // It may be put away while it loads.
    webContents.loadURL(`${deps.url}#own=${serviceId}`).catch(() => undefined);
    return line;
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
      for (const [serviceId, { window, shown }] of [...lines]) {
        if (homeOf(serviceId) === window) continue;
        end(serviceId);
        // The page is there again.
        if (shown === 'failure' && windowOf(serviceId) === window && window.isFocused())
          deps.focusPage(serviceId);
      }
      for (const serviceId of selectApart(state)) {
        const window = homeOf(serviceId);
        if (window === undefined) continue;
        const line = lines.get(serviceId) ?? add(serviceId, window);
        line.view.setBounds(toOwnLineArea(state, serviceId, window.getContentBounds()));
        const shown = decideOwnLine(state, serviceId);
        const isNew = line.shown !== shown;
        line.shown = shown;
        if (isNew && hasOwnKeyboard(shown) && window.isFocused()) contentsOf(line.view)?.focus();
      }
    },
    focus: (serviceId) => {
      const line = lines.get(serviceId);
      if (line === undefined || !hasKeyboard(serviceId)) return false;
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
