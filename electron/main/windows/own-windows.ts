import { BaseWindow, nativeTheme, type WebContents } from 'electron/main';
import { decideOwnTitle } from '../../core/decide/decide-own-window';
import type { ServiceId } from '../../core/model/service';
import { defaultWindowPlace } from '../../core/model/window';
import { isApart, selectApart } from '../../core/state/select-own-windows';
import { selectNotification } from '../../core/state/selectors';
import { isLocked } from '../../core/state/veil';
import { startHiding } from '../effects/hidden-windows';
import { listenForKeys } from '../effects/keys';
import type { Platform } from '../platform';
import type { AppStore, Stop } from '../store/app-store';
import { isSameList } from '../store/is-same-list';
import { createOwnLines } from './own-lines';
import { reportWindow } from './report-window';
import type { ShellPageDeps } from './shell-preferences';
import { paintGround, toWindowOptions } from './window-options';

/** The windows of services that have one of their own. */
export interface OwnWindows {
  readonly windowOf: (serviceId: ServiceId) => BaseWindow | undefined;
  /** Opens those that are to be there. */
  readonly open: () => void;
  /** Puts what is to stand over pages, or in their place, and ends windows that are not to be; what was in them is elsewhere by then. */
  readonly settle: () => void;
  /** The shell's pages in them: {@link createOwnLines}. */
  readonly lines: () => readonly WebContents[];
  readonly stop: Stop;
}

interface OwnWindowsDeps {
  readonly store: AppStore;
  readonly shellPage: ShellPageDeps;
  readonly platform: Platform;
  /** Gives the keyboard to the page of a service. */
  readonly focusPage: (serviceId: ServiceId) => void;
}

/** Creates what opens and ends windows of services' own, as the state says, and tells the state how they are. */
export function createOwnWindows(deps: OwnWindowsDeps): OwnWindows {
  const { store } = deps;
  const windows = new Map<ServiceId, BaseWindow>();
  /** Not shown yet, since nothing of the app was. */
  const waiting = new Set<BaseWindow>();

  const lines = createOwnLines({
    ...deps.shellPage,
    store,
    connect: (serviceId, contents) => listenForKeys(store, contents, deps.platform, { serviceId }),
    focusPage: deps.focusPage,
  });
  const windowOf = (serviceId: ServiceId): BaseWindow | undefined =>
    // One that is to end has nothing in it any more.
    isApart(store.getState(), serviceId) ? windows.get(serviceId) : undefined;
  /** Gives the keyboard to what is in a window: the page, or what of the shell's wants it. */
  const focusIn = (serviceId: ServiceId): void => {
    if (!lines.focus(serviceId)) deps.focusPage(serviceId);
  };

  const raise = (serviceId: ServiceId): void => {
    const window = windows.get(serviceId);
    if (window === undefined || isLocked(store.getState())) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    focusIn(serviceId);
  };

  const add = (serviceId: ServiceId): void => {
    const { persisted, session } = store.getState();
    const { place } = persisted.ownWindows.find((one) => one.serviceId === serviceId) ?? {
      place: defaultWindowPlace,
    };
    const window = new BaseWindow({
      ...toWindowOptions(place),
      title: decideOwnTitle(store.getState(), serviceId),
    });
    windows.set(serviceId, window);
    reportOwnWindow(store, serviceId, window, () => focusIn(serviceId));
    if (place.maximized) window.once('show', () => window.maximize());
    if (session.window.visible && !isLocked(store.getState())) window.showInactive();
    else waiting.add(window);
  };

  const showWaiting = (isTime: boolean): void => {
    if (!isTime) return;
    for (const window of waiting) if (!window.isDestroyed()) window.showInactive();
    waiting.clear();
  };
  const ground = (): void => {
    for (const window of windows.values()) paintGround(window);
  };
  /** Somebody who is in such a window wants something of the other one. */
  const showMain = (): void => {
    if ([...windows.values()].some((window) => window.isFocused()))
      store.dispatch({ kind: 'window-show-requested' });
  };
  nativeTheme.on('updated', ground);
  const go = (serviceId: ServiceId): void =>
    isApart(store.getState(), serviceId) ? raise(serviceId) : showMain();

  const stops = [
    store.watch((state) => state.session.window.visible && !isLocked(state), showWaiting),
    store.watch(
      (state) => selectApart(state).map((serviceId) => decideOwnTitle(state, serviceId)),
      () => {
        for (const [id, window] of windows) window.setTitle(decideOwnTitle(store.getState(), id));
      },
      isSameList,
    ),
    startHiding(store, { windows: () => [...windows.values()], onWindow: () => () => undefined }),
    store.onAction('own-window-opened', ({ serviceId }) => raise(serviceId)),
    store.onAction('own-find-closed', ({ serviceId }) => {
      if (windows.get(serviceId)?.isFocused() === true) focusIn(serviceId);
    }),
    store.onAction('own-window-closed', ({ serviceId }, after) => {
      if (after.persisted.activeServiceId === serviceId) store.dispatch({ kind: 'window-show-requested' });
    }),
    store.onAction('service-activated', ({ serviceId }) => go(serviceId)),
    store.onAction('channel-open-requested', ({ serviceId }) => go(serviceId)),
    store.onAction('service-focus-requested', ({ serviceId }) => go(serviceId)),
    store.onAction('notification-clicked', ({ notificationId }, _after, before) => {
      const clicked = selectNotification(before, notificationId);
      if (clicked !== undefined && isApart(store.getState(), clicked.serviceId)) raise(clicked.serviceId);
    }),
    store.onAction('surface-shown', showMain),
    store.onAction('page-shown', showMain),
    // Its question is asked in the window of the shell.
    store.onAction('prompt-opened', ({ prompt }) => {
      if (windows.get(prompt.serviceId)?.isFocused() === true)
        store.dispatch({ kind: 'window-show-requested' });
    }),
  ];

  const end = (serviceId: ServiceId, window: BaseWindow): void => {
    windows.delete(serviceId);
    waiting.delete(window);
    if (window.isDestroyed()) return;
    window.removeAllListeners();
    window.destroy();
  };
  return {
    windowOf,
    lines: lines.pages,
    open: () => {
      for (const serviceId of selectApart(store.getState())) if (!windows.has(serviceId)) add(serviceId);
    },
    settle: () => {
      lines.place(windowOf);
      const out = selectApart(store.getState());
      for (const [serviceId, window] of [...windows]) if (!out.includes(serviceId)) end(serviceId, window);
    },
    stop: () => {
      lines.stop();
      nativeTheme.off('updated', ground);
      stops.forEach((stop) => stop());
      for (const [serviceId, window] of [...windows]) end(serviceId, window);
    },
  };
}

/** Tells the state where such a window is and whether it can be seen; to close it is to have its service back. */
function reportOwnWindow(
  store: AppStore,
  serviceId: ServiceId,
  window: BaseWindow,
  focusPage: () => void,
): void {
  reportWindow(window, {
    changed: (seen) => store.dispatch({ kind: 'own-window-changed', serviceId, window: seen }),
    placed: (place) => store.dispatch({ kind: 'own-window-placed', serviceId, place }),
  });
  window.on('focus', focusPage);
  window.on('leave-full-screen', () => {
    if (store.getState().session.fullScreen?.serviceId === serviceId)
      store.dispatch({ kind: 'full-screen-left' });
  });
  window.on('close', (event) => {
    // At the end of the app it is left open, and comes up again.
    if (store.getState().session.quitting) return;
    event.preventDefault();
    store.dispatch({ kind: 'own-window-closed', serviceId });
  });
}
