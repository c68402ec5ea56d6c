import { hostOf } from '../../core/model/address';
import type { ServiceId } from '../../core/model/service';
import type { AppState } from '../../core/state/app-state';
import { selectOwnFullScreen } from '../../core/state/select-own-windows';
import { selectFullScreen } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** How long it is said whose page fills the screen and how to leave. */
export const SIGN_MS = 5_000;
/** How long a page may take to leave before the window is made small without it. */
export const LEAVING_MS = 1_000;

/** What is used of a page. */
export interface FullScreenPage {
  readonly on: (
    event: 'enter-html-full-screen' | 'leave-html-full-screen' | 'render-process-gone',
    listener: () => void,
  ) => unknown;
  readonly getURL: () => string;
}

export interface FullScreenPort extends Pick<TimerPort, 'after'> {
  /** Tells of each new page before its first document. */
  readonly onPage: (listener: (serviceId: ServiceId, page: FullScreenPage) => void) => Stop;
  /** Has a page leave the full screen, where its scripts cannot interfere. */
  readonly leave: (page: FullScreenPage) => void;
  /** Makes the windows as they were, whatever the page says; but not the one that a page may fill. */
  readonly shrinkWindow: () => void;
  /** Tells when the window of the shell itself left the full screen. */
  readonly onWindowLeft: (listener: () => void) => Stop;
}

/**
 * Lets the page in front fill the screen: with a line that says whose it is and how to leave, at first; and no longer than
 * it is in front. Electron makes the window large by itself.
 */
export function startFullScreen(store: AppStore, port: FullScreenPort): Stop {
  const full: { page: FullScreenPage | undefined; stopSign: Stop; stopWait: Stop } = {
    page: undefined,
    stopSign: () => undefined,
    stopWait: () => undefined,
  };
  /** Asked to leave for another page, or while another fills the screen. */
  const leaving = new Map<FullScreenPage, Stop>();
  const isOn = (): boolean => store.getState().session.fullScreen !== undefined;
  const end = (): void => {
    full.page = undefined;
    full.stopSign();
    full.stopWait();
    if (isOn()) store.dispatch({ kind: 'full-screen-left' });
  };
  const leave = (): void => {
    const { page } = full;
    full.stopSign();
    if (page === undefined) return;
    port.leave(page);
    full.stopWait = port.after(LEAVING_MS, () => {
      if (full.page === page) port.shrinkWindow();
    });
  };
  const giveWay = (page: FullScreenPage): void => {
    port.leave(page);
    leaving.get(page)?.();
    leaving.set(
      page,
      port.after(LEAVING_MS, () => leaving.delete(page) && port.shrinkWindow()),
    );
  };
  /** True where it was to leave. */
  const hasLeft = (page: FullScreenPage): boolean => {
    leaving.get(page)?.();
    return leaving.delete(page);
  };
  const stops = [
    port.onPage((serviceId, page) => {
      page.on('enter-html-full-screen', () => {
        const host = hostOf(page.getURL());
        store.dispatch({ kind: 'full-screen-entered', serviceId, host });
        const isIts = store.getState().session.fullScreen?.serviceId === serviceId;
        if (isOn() && !isIts) return giveWay(page);
        hasLeft(page);
        full.stopWait();
        full.stopSign();
        // One that fills the screen by another window gives way.
        if (full.page !== undefined && full.page !== page) giveWay(full.page);
        full.page = page;
        if (!isIts) return leave();
        full.stopSign = port.after(SIGN_MS, () => store.dispatch({ kind: 'full-screen-signed' }));
      });
      page.on('leave-html-full-screen', () => {
        hasLeft(page);
        if (full.page === page) end();
      });
      page.on('render-process-gone', () => {
        const isFull = full.page === page;
        if (isFull) end();
        if (hasLeft(page) || isFull) port.shrinkWindow();
      });
    }),
    store.onAction('full-screen-left', leave),
    store.watch(isFullScreenBehind, (isBehind) => {
      if (isBehind) store.dispatch({ kind: 'full-screen-left' });
    }),
    port.onWindowLeft(() => {
      if (selectFullScreen(store.getState()) !== undefined) store.dispatch({ kind: 'full-screen-left' });
    }),
  ];
  return () => {
    full.stopSign();
    full.stopWait();
    leaving.forEach((stop) => stop());
    stops.forEach((stop) => stop());
  };
}

function isFullScreenBehind(state: AppState): boolean {
  const { fullScreen } = state.session;
  if (fullScreen === undefined) return false;
  return (
    selectFullScreen(state) === undefined && selectOwnFullScreen(state, fullScreen.serviceId) === undefined
  );
}
