import type { ShellBridge } from '../../electron/core/ipc/contract';
import type { Projection, ProjectionPush } from '../../electron/core/ipc/projection';
import { focusSearch } from './shell-keys';
import { selectOverlayOpen, withProjection, type ShellStore } from './shell-store';

/** What of the browser the connection looks at. */
export interface NetworkPort {
  readonly navigator: { readonly onLine: boolean };
  readonly addEventListener: (kind: 'online' | 'offline', listener: () => void) => void;
  readonly removeEventListener: (kind: 'online' | 'offline', listener: () => void) => void;
}

/** How long to wait before asking again for what was refused. */
const RETRY_MS = 500;

/** Keeps the store like main's state: the whole on connecting, asked for until it is given, then what main pushes. */
export function startConnection(
  store: ShellStore,
  bridge: ShellBridge,
  retryMs: number = RETRY_MS,
): () => void {
  // Listen first: a push that comes while connecting must not be lost; the revision sorts out which is newer.
  const stop = bridge.onProjection((pushed) => {
    const projection = toWhole(store.getState().projection, pushed);
    if (projection === undefined) connect();
    else store.setState((state) => withProjection(state, projection));
  });
  const retry: { timer: ReturnType<typeof setTimeout> | undefined; isOver: boolean } = {
    timer: undefined,
    isOver: false,
  };
  const connect = (): void => {
    bridge.command('app.connect').then(
      (projection) => store.setState((state) => withProjection(state, projection)),
      () => {
        if (!retry.isOver) retry.timer = setTimeout(connect, retryMs);
      },
    );
  };
  connect();
  return () => {
    retry.isOver = true;
    clearTimeout(retry.timer);
    stop();
  };
}

/** Puts in the services that a push left out; `undefined` where those of the push before it are not here. */
function toWhole(before: Projection | undefined, pushed: ProjectionPush): Projection | undefined {
  const { services } = pushed;
  if (!('sameAs' in services)) return { ...pushed, services };
  // One that is older than what is here changes nothing.
  if (before !== undefined && (pushed.revision < before.revision || services.sameAs === before.revision))
    return { ...pushed, services: before.services };
  return undefined;
}

/** Tells main whenever something must be drawn over the page, and when no longer. */
export function startOverlay(store: ShellStore, bridge: Pick<ShellBridge, 'command'>): () => void {
  const sent = { open: false, planned: false };
  const send = (): void => {
    sent.planned = false;
    const open = selectOverlayOpen(store.getState());
    if (open === sent.open) return;
    sent.open = open;
    void bridge.command('overlay.set', { open });
  };
  return store.subscribe(() => {
    // A menu that gives way to a dialog closes and opens in one go: the page must not flash in between.
    if (sent.planned) return;
    sent.planned = true;
    queueMicrotask(send);
  });
}

/** Tells main when the network goes and comes back. */
export function startNetworkReport(port: NetworkPort, bridge: Pick<ShellBridge, 'command'>): () => void {
  const report = (): void => void bridge.command('network.report', { online: port.navigator.onLine });
  report();
  port.addEventListener('online', report);
  port.addEventListener('offline', report);
  return () => {
    port.removeEventListener('online', report);
    port.removeEventListener('offline', report);
  };
}

/** Does what main wishes once: puts the focus on the bar, or where the page is searched. */
export function startEvents(bridge: Pick<ShellBridge, 'onEvent'>, page: Document): () => void {
  return bridge.onEvent((event) => {
    if (event.kind === 'focus-search') return focusSearch(page);
    const bar = page.querySelector<HTMLElement>('.service-bar [tabindex="0"]');
    (bar ?? page.querySelector<HTMLElement>('header button'))?.focus();
  });
}
