import type { MattermostKit } from './kit';

type Listener = (...given: unknown[]) => void;

/**
 * Is `window.desktopAPI`, which Mattermost's page looks for in a desktop. Says its history pushes straight back, else it
 * goes nowhere; shows its notifications as if it had made them itself. Calls and windows of their own are not offered,
 * for the page then does them itself, as in a browser. Self-contained.
 */
export function addBridge(key: string): void {
  const kit = (globalThis as unknown as Record<string, MattermostKit>)[key] as MattermostKit;
  const { probe: desk, model, posts, Shown } = kit;
  const { addEventListener } = EventTarget.prototype;
  const { apply } = Reflect;
  const soon = queueMicrotask;
  const { freeze } = Object;
  const theme = matchMedia('(prefers-color-scheme: dark)');
  const PATIENCE_MS = 10_000;
  /** The newest in which calls still are the page's own. */
  const VERSION = '5.2.0';
  let shown = 0;

  const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
  const nothing = (): void => undefined;
  const hub = () => {
    const listeners = new Set<Listener>();
    return {
      size: () => listeners.size,
      listen: (listener: unknown) => {
        if (typeof listener === 'function') listeners.add(listener as Listener);
        return () => void listeners.delete(listener as Listener);
      },
      call: (...given: readonly unknown[]): void => {
        // What the page throws is the page's.
        for (const listener of listeners) soon(() => apply(listener, undefined, given));
      },
    };
  };
  const clicks = hub();
  const pushes = hub();
  const statuses = hub();
  const shades = hub();
  const activities = hub();
  const never = hub();

  /** After a minute without a touch, as Mattermost's own app says; the server waits longer before it shows it. */
  const IDLE_S = 60;
  const tellPresence = (presence: unknown): void => {
    const idleS = desk.ownValue(presence, 'idleS');
    if (typeof idleS !== 'number') return;
    const isGone = desk.ownValue(presence, 'isGone') === true;
    activities.call(!isGone && idleS < IDLE_S, idleS, isGone);
  };

  const canGo = () => {
    const told = (desk.ownValue(globalThis, 'navigation') ?? {}) as Readonly<Record<string, unknown>>;
    const { canGoBack, canGoForward } = told;
    return { canGoBack: canGoBack === true, canGoForward: canGoForward === true };
  };
  const tellStatus = (): void => {
    const { canGoBack, canGoForward } = canGo();
    statuses.call(canGoBack, canGoForward);
  };
  const push = (path: string): void => {
    pushes.call(path);
    soon(tellStatus);
  };
  const show = (title: string, body: string, place: readonly [string, string, string], silent: boolean) =>
    new Promise<{ readonly status: string; readonly reason?: string }>((resolve) => {
      const [channelId, , url] = place;
      shown += 1;
      // Each has its own, so that none takes another's place.
      const tag = `foyer:${shown}`;
      posts.announce(title, body, channelId, url);
      const notification = new Shown(title, { body, tag, silent });
      const on = (type: string, work: () => void) =>
        apply(addEventListener, notification, [type, () => desk.run(work)]);
      on('show', () => resolve({ status: 'success' }));
      on('error', () => resolve({ status: 'error', reason: 'electron_notification_failed' }));
      on('click', () => clicks.call(...place));
      desk.later(() => resolve({ status: 'error', reason: 'notification_timeout' }), PATIENCE_MS);
    });
  const sendNotification = async (...given: readonly unknown[]) => {
    const [title, body, channelId, teamId, url, silent] = given;
    if (Shown.permission !== 'granted' && (await Shown.requestPermission()) !== 'granted')
      return { status: 'not_sent', reason: 'notifications_permission_disallowed' };
    await model.whenListed(textOf(channelId));
    return show(
      textOf(title),
      textOf(body),
      [textOf(channelId), textOf(teamId), textOf(url)],
      silent === true,
    );
  };
  const setSessionExpired = (isExpired: unknown): void => {
    if (isExpired === true) desk.run(model.signedOut);
  };
  const setUnreadsAndMentions = (isUnread: unknown, mentions: unknown): void =>
    desk.run(() => model.doubt(`${String(isUnread)} ${String(mentions)}`));

  const api = {
    isDev: () => Promise.resolve(false),
    getAppInfo: () => Promise.resolve({ name: 'Foyer', version: VERSION }),
    reactAppInitialized: nothing,
    setSessionExpired,
    onUserActivityUpdate: activities.listen,
    onLogin: () => {
      if (model.isSignedIn() !== true) desk.run(model.askAll);
    },
    onLogout: () => desk.run(model.signedOut),
    invalidateSessionAttributeManifest: nothing,
    resendSessionAttributes: nothing,
    updateSessionAttribute: nothing,
    sendNotification,
    onNotificationClicked: clicks.listen,
    setUnreadsAndMentions,
    requestBrowserHistoryStatus: () => Promise.resolve(canGo()),
    onBrowserHistoryStatusUpdated: statuses.listen,
    onBrowserHistoryPush: pushes.listen,
    sendBrowserHistoryPush: (path: unknown) => push(textOf(path)),
    updateTheme: nothing,
    getDarkMode: () => Promise.resolve(theme.matches),
    onDarkModeChanged: shades.listen,
    onSendMetrics: never.listen,
    unregister: nothing,
    closeWindow: nothing,
    canPopout: () => Promise.resolve(false),
    openPopout: () => Promise.resolve(''),
    canUsePopoutOption: () => Promise.resolve(false),
    sendToParent: nothing,
    onMessageFromParent: never.listen,
    sendToPopout: nothing,
    onMessageFromPopout: never.listen,
    onPopoutClosed: never.listen,
    updatePopoutTitleTemplate: nothing,
  };
  Object.defineProperty(globalThis, 'desktopAPI', {
    value: freeze(api),
    writable: false,
    enumerable: true,
    configurable: true,
  });

  /** Where the page does not take part it is told of the path as a browser tells of going back. */
  const open = (path: string): void => {
    if (pushes.size() > 0) return push(path);
    history.pushState(null, '', `${kit.rest.base()}${path}`);
    apply(dispatchEvent, globalThis, [new PopStateEvent('popstate', { state: null })]);
  };
  desk.onRoute(model.tell);
  desk.onOrder((order) => {
    const path = textOf(desk.ownValue(order, 'open'));
    const channelId = textOf(desk.ownValue(order, 'mute'));
    const read = textOf(desk.ownValue(order, 'read'));
    tellPresence(desk.ownValue(order, 'presence'));
    if (path !== '') open(path);
    if (read !== '') model.read(read);
    if (channelId !== '') model.mute(channelId, desk.ownValue(order, 'props'));
  });
  desk.run(() => {
    const start = (): void => desk.run(model.askAll);
    apply(addEventListener, theme, ['change', () => shades.call(theme.matches)]);
    window.addEventListener('popstate', tellStatus);
    if (document.readyState === 'loading') apply(addEventListener, document, ['DOMContentLoaded', start]);
    else start();
  });
}
