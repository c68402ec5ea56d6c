import { WebContentsView, type BaseWindow, type Session, type WebContents } from 'electron/main';
import {
  areaOf,
  decideLayout,
  isSameLayout,
  pagesInOrder,
  type Layout,
} from '../../core/decide/decide-layout';
import { decideOwnPages, isOwnPageSeen, toOwnArea } from '../../core/decide/decide-own-window';
import { decideOpenings } from '../../core/decide/decide-openings';
import { isSame } from '../../core/model/is-same';
import type { Service, ServiceId } from '../../core/model/service';
import type { Rect } from '../../core/model/window';
import type { AppState } from '../../core/state/app-state';
import { selectService } from '../../core/state/selectors';
import type { Platform } from '../platform';
import type { AppStore, Stop } from '../store/app-store';
import { createOwnWindows } from '../windows/own-windows';
import type { ShellPageDeps } from '../windows/shell-preferences';
import { createPageKeyboard } from './page-keyboard';
import { pagePreferences } from './page-preferences';
import { loadPage, reloadPage } from './reload-page';

/** The pages on screen, made to match the state. */
export interface ServiceViews {
  readonly viewOf: (serviceId: ServiceId) => WebContentsView | undefined;
  /** All pages of the shell: its window's, and the lines in services' own. */
  readonly shellPages: () => readonly WebContents[];
  /** The window that a service has of its own. */
  readonly ownWindowOf: (serviceId: ServiceId | undefined) => BaseWindow | undefined;
  /** Ends a service's page at once, before it can say or store anything more; opens it anew when `work` is done. */
  readonly withoutPage: (serviceId: ServiceId, work: () => Promise<void>) => Promise<void>;
  /** Lets a service sleep: its page is gone where `letGo` says so. False where it stays. */
  readonly sleep: (
    serviceId: ServiceId,
    letGo: (contents: WebContents) => Promise<boolean>,
  ) => Promise<boolean>;
  readonly stop: Stop;
}

interface ViewsDeps {
  readonly store: AppStore;
  readonly window: BaseWindow;
  readonly shellView: WebContentsView;
  /** Of what the shell's pages over those in services' own windows are made. */
  readonly shellPage: ShellPageDeps;
  readonly platform: Platform;
  readonly preloadFile: string;
  /** Makes the session of a service ready before its first request. */
  readonly prepareSession: (service: Service) => Session;
  /** Settles once its session goes the way the person wants: nothing is loaded before. */
  readonly whenOnItsWay: (serviceId: ServiceId) => Promise<void> | undefined;
  /** Joins a new page to everything that listens to pages. */
  readonly connect: (service: Service, view: WebContentsView) => void;
  readonly nowMs: () => number;
}

/** Makes the views match the state: creates, shows, sizes, destroys. */
export function startServiceViews(deps: ViewsDeps): ServiceViews {
  const { store, window, shellView } = deps;
  const views = new Map<ServiceId, WebContentsView>();
  /** Without a document yet. */
  const fresh = new Set<ServiceId>();
  const resting = new Set<ServiceId>();
  /** Which window each is in. */
  const homes = new Map<ServiceId, BaseWindow>();
  const own = createOwnWindows({ ...deps, focusPage: (id) => views.get(id)?.webContents.focus() });
  const keyboard = createPageKeyboard({ store, window, shellView, viewOf: (id) => views.get(id) });

  const open = (service: Service): void => {
    const view = new WebContentsView({
      webPreferences: pagePreferences(deps.prepareSession(service), deps.preloadFile, service.recipeId),
    });
    views.set(service.id, view);
    hang(service.id, view, own.windowOf(service.id) ?? window);
    // Only one that is drawn takes a size, and a page laid out in no space at all is another page when it is shown: until
    // it has a document it is drawn, below all others.
    view.setBounds(boundsOf(service.id, decideLayout(store.getState())));
    fresh.add(service.id);
    const settle = (): void => {
      if (fresh.delete(service.id)) view.setVisible(isShown(service.id, decideLayout(store.getState())));
    };
    view.webContents.once('did-navigate', settle);
    view.webContents.once('did-fail-load', settle);
    keyboard.watch(service.id, view);
    deps.connect(service, view);
    store.dispatch({ kind: 'view-load-started', serviceId: service.id });
    load(service.id, view, service.url);
  };

  const load = (serviceId: ServiceId, view: WebContentsView, url: string): void =>
    loadPage(view.webContents, toLoad(serviceId, view, url));
  const toLoad = (serviceId: ServiceId, view: WebContentsView, url: string) => ({
    url,
    way: deps.whenOnItsWay(serviceId),
    isThere: () => views.get(serviceId) === view,
  });

  const close = (serviceId: ServiceId, view: WebContentsView): void => {
    views.delete(serviceId);
    fresh.delete(serviceId);
    hang(serviceId, view, undefined);
    // Electron has none any more where the page closed itself.
    const contents = view.webContents as WebContents | undefined;
    if (contents?.isDestroyed() === false) contents.close({ waitForBeforeUnload: false });
  };

  /** Puts a page into a window, out of the one it was in, as it is; or into none. */
  const hang = (serviceId: ServiceId, view: WebContentsView, home: BaseWindow | undefined): void => {
    const was = homes.get(serviceId);
    if (was === home) return;
    // At quit a window is gone before its views are.
    if (was?.isDestroyed() === false) was.contentView.removeChildView(view);
    home?.contentView.addChildView(view, 0);
    if (home === undefined) homes.delete(serviceId);
    else homes.set(serviceId, home);
  };

  const boundsOf = (serviceId: ServiceId, layout: Layout): Rect => {
    const ownWindow = own.windowOf(serviceId);
    if (ownWindow === undefined) return { ...areaOf(layout, serviceId) };
    return toOwnArea(store.getState(), serviceId, ownWindow.getContentBounds());
  };

  const isShown = (serviceId: ServiceId, layout: Layout): boolean =>
    own.windowOf(serviceId) === undefined
      ? pagesInOrder(layout).includes(serviceId)
      : isOwnPageSeen(store.getState(), serviceId);

  const place = (): void => {
    own.open();
    const layout = decideLayout(store.getState());
    for (const [serviceId, view] of views) {
      // Taken out while all is locked, so that nothing that looks through a window comes upon them.
      hang(serviceId, view, layout.isLocked ? undefined : (own.windowOf(serviceId) ?? window));
      // Hidden ones too: a page laid out in no space at all is another page when it is shown.
      view.setBounds(boundsOf(serviceId, layout));
      view.setVisible(isShown(serviceId, layout) || fresh.has(serviceId));
    }
    for (const view of toFront(layout)) window.contentView.addChildView(view);
    own.settle();
  };

  /** What is put on top, the topmost last: the shell lies over a page that its picture covers, and under the others. */
  const toFront = (layout: Layout): readonly WebContentsView[] => {
    const { beside, visibleServiceId, isCovered, shellOnTop } = layout;
    const open = [
      beside?.isVisible === true && !beside.isCovered ? beside.serviceId : undefined,
      isCovered ? undefined : visibleServiceId,
    ].flatMap((id) => (id === undefined || shellOnTop ? [] : (views.get(id) ?? [])));
    const isOverAll = open.length === pagesInOrder(layout).length && open.length > 0;
    return isOverAll ? open : [shellView, ...open];
  };

  const reconcile = (state: AppState): void => {
    for (const [serviceId, view] of [...views]) {
      if (selectService(state, serviceId)?.enabled !== true) close(serviceId, view);
    }
    for (const serviceId of decideOpenings(state)) {
      const service = selectService(state, serviceId);
      if (service !== undefined && !views.has(serviceId) && !resting.has(serviceId)) open(service);
    }
    place();
  };

  const stops = [
    keyboard.stop,
    store.watch(
      (state) => state,
      reconcile,
      (a, b) => viewsKey(a) === viewsKey(b),
    ),
    store.watch(
      (state) => ({ layout: decideLayout(state), ownPages: decideOwnPages(state) }),
      place,
      (a, b) => isSameLayout(a.layout, b.layout) && isSame(a.ownPages, b.ownPages),
    ),
    store.onAction('reload-requested', ({ serviceId, fromStartPage }, after, before) => {
      const view = views.get(serviceId);
      const service = selectService(after, serviceId);
      if (view === undefined || service === undefined) return;
      if (before.session.services[serviceId]?.load.kind === 'hung') {
        // What is asked of a page that hangs goes down with it.
        const again = { kind: 'reload-requested', serviceId, fromStartPage } as const;
        view.webContents.once('render-process-gone', () => setImmediate(() => store.dispatch(again)));
        return view.webContents.forcefullyCrashRenderer();
      }
      reloadPage(view.webContents, {
        ...toLoad(serviceId, view, service.url),
        fromStartPage,
        hadFailed: before.session.services[serviceId]?.load.kind === 'failed',
      });
    }),
    store.onAction('services-reload-requested', (_action, { persisted }) => {
      for (const { id: serviceId, enabled } of persisted.services)
        if (enabled && views.has(serviceId))
          store.dispatch({ kind: 'reload-requested', serviceId, fromStartPage: false });
    }),
    // What is to begin anew has a page of before.
    store.onAction('kept-restored', (_action, after, before) => {
      for (const [serviceId, view] of [...views])
        if (after.session.services[serviceId] !== before.session.services[serviceId]) close(serviceId, view);
      reconcile(store.getState());
    }),
    store.onAction('view-hung-too-long', ({ serviceId }) => {
      views.get(serviceId)?.webContents.forcefullyCrashRenderer();
    }),
    store.onAction('page-address-requested', ({ serviceId, url }) => {
      const view = views.get(serviceId);
      if (view !== undefined) load(serviceId, view, url);
    }),
  ];
  return {
    viewOf: (serviceId) => views.get(serviceId),
    shellPages: () => [shellView.webContents, ...own.lines()],
    ownWindowOf: (serviceId) => (serviceId === undefined ? undefined : own.windowOf(serviceId)),
    withoutPage: async (serviceId, work) => {
      resting.add(serviceId);
      const view = views.get(serviceId);
      // Closed in the common way it could still write on its way out.
      view?.webContents.forcefullyCrashRenderer();
      if (view !== undefined) close(serviceId, view);
      store.dispatch({ kind: 'view-closed', serviceId });
      try {
        await work();
      } finally {
        resting.delete(serviceId);
        reconcile(store.getState());
      }
    },
    sleep: async (serviceId, letGo) => {
      const view = views.get(serviceId);
      if (view === undefined || !(await letGo(view.webContents)) || views.get(serviceId) !== view)
        return false;
      close(serviceId, view);
      store.dispatch({ kind: 'view-closed', serviceId, asleepAtMs: deps.nowMs() });
      return true;
    },
    stop: () => {
      stops.forEach((stop) => stop());
      for (const [serviceId, view] of [...views]) close(serviceId, view);
      own.stop();
    },
  };
}

/** What of the state decides which views there are. */
const viewsKey = (state: AppState): string =>
  `${state.persisted.services.map((service) => `${service.id}${service.enabled}`).join()}|${decideOpenings(state).join()}`;
