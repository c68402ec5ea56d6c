import type { BaseWindow, WebContentsView } from 'electron/main';
import { decideLayout, pagesInOrder } from '../../core/decide/decide-layout';
import { nextStop } from '../../core/decide/next-stop';
import { SHELL_EVENT_CHANNEL, type ShellEvent } from '../../core/ipc/contract';
import type { ServiceId } from '../../core/model/service';
import { isApart } from '../../core/state/select-own-windows';
import type { AppStore, Stop } from '../store/app-store';

interface PageKeyboardDeps {
  readonly store: AppStore;
  readonly window: BaseWindow;
  readonly shellView: WebContentsView;
  readonly viewOf: (serviceId: ServiceId) => WebContentsView | undefined;
}

/** Who has the keyboard in the window: the shell, or which of the pages. */
interface PageKeyboard {
  /** Watches over a new page. */
  readonly watch: (serviceId: ServiceId, view: WebContentsView) => void;
  readonly stop: Stop;
}

/** Gives the keyboard to the page that was called up, takes it to where a key wants it, and back from pages that take it. */
export function createPageKeyboard({ store, window, shellView, viewOf }: PageKeyboardDeps): PageKeyboard {
  const focus = (serviceId: ServiceId | null): void => {
    const { visibleServiceId, shellOnTop } = decideLayout(store.getState());
    if (serviceId !== null && serviceId === visibleServiceId && !shellOnTop)
      viewOf(serviceId)?.webContents.focus();
  };

  /** A page that finished loading takes the keyboard, seen or not: it goes back to where the person types. */
  const handBack = (serviceId: ServiceId): void => {
    const { visibleServiceId, shellOnTop } = decideLayout(store.getState());
    const isItsTurn = serviceId === visibleServiceId && !shellOnTop;
    // To take the keyboard is to bring the window to the front, which is for the person to do; one of its own is not this one.
    if (isItsTurn || isApart(store.getState(), serviceId) || window.isDestroyed() || !window.isFocused())
      return;
    const visible = visibleServiceId === undefined || shellOnTop ? undefined : viewOf(visibleServiceId);
    (visible ?? shellView).webContents.focus();
  };

  /** Whoever presses in the page beside the active one types there from then on. */
  const comeOver = (serviceId: ServiceId): void => {
    const { beside, shellOnTop } = decideLayout(store.getState());
    if (beside?.isVisible === true && beside.serviceId === serviceId && !shellOnTop)
      store.dispatch({ kind: 'service-activated', serviceId });
  };

  const focusShell = (kind: ShellEvent['kind']): void => {
    const event: ShellEvent = { kind };
    shellView.webContents.focus();
    shellView.webContents.send(SHELL_EVENT_CHANNEL, event);
  };

  const move = (step: 1 | -1): void => {
    const layout = decideLayout(store.getState());
    const pages = pagesInOrder(layout);
    const from = pages.find((id) => viewOf(id)?.webContents.isFocused());
    const to = nextStop(pages, from, step);
    if (to === undefined) focusShell('focus-bar');
    else if (to === layout.visibleServiceId) viewOf(to)?.webContents.focus();
    else store.dispatch({ kind: 'service-activated', serviceId: to });
  };

  const focusActive = (_action: unknown, after: ReturnType<AppStore['getState']>): void =>
    focus(after.persisted.activeServiceId);

  const stops = [
    // Whoever had the keyboard, what is typed next is meant for the page that was called up.
    store.onAction('service-activated', ({ serviceId }) => focus(serviceId)),
    store.onAction('workspace-activated', focusActive),
    store.onAction('channel-open-requested', ({ serviceId }) => focus(serviceId)),
    store.onAction('surface-closed', focusActive),
    store.onAction('switching-stepped', () => shellView.webContents.focus()),
    store.onAction('switching-ended', focusActive),
    store.onAction('surface-shown', () => shellView.webContents.focus()),
    store.onAction('notification-clicked', focusActive),
    store.onAction('page-shown', focusActive),
    store.onAction('split-opened', focusActive),
    store.onAction('split-closed', focusActive),
    store.onAction('split-swapped', focusActive),
    store.onAction('keyboard-move-requested', ({ to }) => {
      if (to === 'search') return focusShell('focus-search');
      if (to === 'shell') return focusShell('focus-bar');
      if (to !== 'page') return move(to === 'back' ? -1 : 1);
      const { visibleServiceId } = decideLayout(store.getState());
      if (visibleServiceId !== undefined) viewOf(visibleServiceId)?.webContents.focus();
    }),
  ];
  return {
    watch: (serviceId, { webContents }) => {
      // Within the event itself the change of focus is not over yet.
      webContents.on('focus', () => setImmediate(handBack, serviceId));
      webContents.on('input-event', (_event, { type }) => {
        if (type === 'mouseDown' || type === 'touchStart') comeOver(serviceId);
      });
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}
