import type { RocketKit } from './probe-kit';

type Heard = { readonly type: string; readonly detail?: unknown };
interface Wanted extends NotificationOptions {
  readonly title?: unknown;
  readonly onEvent?: (event: Heard) => void;
}
interface Ringing {
  readonly id?: unknown;
  readonly payload?: NotificationOptions & { readonly title?: unknown; readonly avatar?: string };
}

/**
 * Is `window.RocketChatDesktop`, which the web client looks for when its first script runs. What Foyer has no use for
 * is there and does nothing, so that no call fails; what the client would lose by a desktop it is given in another way.
 * Self-contained.
 */
export function addBridge(key: string): void {
  const kit = (globalThis as unknown as Record<string, RocketKit>)[key] as RocketKit;
  const desk = kit.probe;
  const { defineProperty, freeze, assign } = Object;
  const [PageNotification, NativePromise] = [Notification, Promise];
  const DOCUMENT_MAX = 10_485_760;
  const nothing = (): void => undefined;
  const told: {
    title: string | undefined;
    version: string | undefined;
    navigate: ((path: string) => void) | undefined;
    whenReady: ((info: unknown) => void) | undefined;
    info: unknown;
    count: number;
    presence: unknown;
    /** What the page wants of it, and what it was last told. */
    detection: unknown;
    isOnline: boolean | undefined;
  } = {
    title: undefined,
    version: undefined,
    navigate: undefined,
    whenReady: undefined,
    info: undefined,
    count: 0,
    presence: undefined,
    detection: undefined,
    isOnline: undefined,
  };
  const live = { __proto__: null } as unknown as Record<string, Notification | undefined>;

  const textOr = (value: unknown, otherwise: string): string =>
    typeof value === 'string' && value !== '' ? value : otherwise;
  const show = (id: string, title: unknown, options: NotificationOptions, hear: (event: Heard) => void) => {
    const shown = new PageNotification(textOr(title, ' '), options);
    live[id] = shown;
    shown.addEventListener('show', () => hear({ type: 'show' }));
    shown.addEventListener('click', () => hear({ type: 'click' }));
    shown.addEventListener('close', () => {
      delete live[id];
      hear({ type: 'close' });
    });
    return NativePromise.resolve(id);
  };
  const close = (id: unknown): void => {
    if (typeof id === 'string') live[id]?.close();
  };
  const nextId = (): string => `desktop-${(told.count += 1)}`;
  const openOutside = (url: unknown): void => void window.open(textOr(url, ''), '_blank', 'noopener');
  const badge = (value: unknown): void => {
    kit.bridge.onChange();
    const count = value === '999+' ? 999 : value;
    // Not there on plain http.
    if (typeof navigator.setAppBadge !== 'function') return;
    if (count === '•') return void navigator.setAppBadge();
    if (typeof count === 'number' && count > 0) return void navigator.setAppBadge(Math.floor(count));
    void navigator.clearAppBadge();
  };

  /** Where a desktop is there the page has no clock of its own for it; told of changes alone, for each is a call. */
  const tellPresence = (): void => {
    const [limit, idleS] = [
      desk.ownValue(told.detection, 'idleThreshold'),
      desk.ownValue(told.presence, 'idleS'),
    ];
    const setOnline = desk.ownValue(told.detection, 'setUserOnline');
    if (desk.ownValue(told.detection, 'isAutoAwayEnabled') !== true || typeof setOnline !== 'function')
      return;
    if (typeof idleS !== 'number') return;
    const isIdle = typeof limit === 'number' && limit > 0 && idleS >= limit;
    const isOnline = !isIdle && desk.ownValue(told.presence, 'isGone') !== true;
    if (isOnline === (told.isOnline ?? true)) return;
    told.isOnline = isOnline;
    (setOnline as (isOnline: boolean) => void)(isOnline);
  };

  const members: Readonly<Record<string, unknown>> = {
    onReady: (hear: unknown) => {
      told.whenReady = typeof hear === 'function' ? (hear as (info: unknown) => void) : undefined;
      if (told.info !== undefined) told.whenReady?.(told.info);
    },
    setServerInfo: (info: unknown) => {
      const version = desk.ownValue(info, 'version');
      told.info = info;
      if (typeof version === 'string') told.version = version;
      kit.bridge.onChange();
      told.whenReady?.(info);
    },
    setBadge: badge,
    setTitle: (title: unknown) => {
      if (typeof title === 'string') told.title = title;
      kit.bridge.onChange();
    },
    setUserLoggedIn: () => kit.bridge.onChange(),
    setUserRoles: () => kit.bridge.onChange(),
    onNavigateToRoute: (navigate: unknown) => {
      if (typeof navigate === 'function') told.navigate = navigate as (path: string) => void;
    },
    createNotification: ({ title, onEvent, ...options }: Wanted) => {
      const id = textOr(options.tag, nextId());
      return show(id, title, assign({ __proto__: null }, options, { tag: id }), (event) => onEvent?.(event));
    },
    destroyNotification: close,
    dispatchCustomNotification: ({ id, payload: { title, avatar, ...options } = {} }: Ringing) => {
      const tag = textOr(id, nextId());
      return show(
        tag,
        title,
        assign({ __proto__: null }, options, { tag }, avatar ? { icon: avatar } : {}),
        () => {
          window.focus();
        },
      );
    },
    closeCustomNotification: close,
    // Then the page opens calls and documents as it does in a browser.
    getInternalVideoChatWindowEnabled: () => false,
    openInternalVideoChatWindow: openOutside,
    supportedDocumentViewerFormats: () => [],
    openDocumentViewer: openOutside,
    openInBrowser: openOutside,
    getE2ePdfPreviewSizeLimit: () => DOCUMENT_MAX,
    writeTextToClipboard: (text: unknown) => void navigator.clipboard?.writeText(textOr(text, '')),
    reloadServer: () => location.reload(),
    hasOutlookCredentials: () => NativePromise.resolve(false),
    getOutlookEvents: () => NativePromise.resolve({ status: 'canceled' }),
    setUrlResolver: nothing,
    setFavicon: nothing,
    setBackground: nothing,
    setSidebarCustomTheme: nothing,
    setUserPresenceDetection: (detection: unknown) => {
      told.detection = detection;
      desk.run(tellPresence);
    },
    setUserPresence: nothing,
    onPresenceChangeRequested: nothing,
    setUserThemeAppearance: nothing,
    setGitCommitHash: nothing,
    setOutlookExchangeUrl: nothing,
    clearOutlookCredentials: nothing,
    setUserToken: nothing,
    onTelephonyCallRequested: nothing,
  };
  kit.bridge = {
    title: () => told.title,
    version: () => told.version,
    navigate: () => told.navigate,
    onChange: nothing,
    setPresence: (presence) => {
      told.presence = presence;
      tellPresence();
    },
    notify: (title, options, onClick) => {
      if (PageNotification.permission !== 'granted') return;
      void show(textOr(options.tag, nextId()), title, options, ({ type }) => {
        if (type === 'click') onClick();
      });
    },
  };
  // As Electron's contextBridge does it.
  defineProperty(globalThis, 'RocketChatDesktop', {
    value: freeze(members),
    enumerable: true,
    configurable: false,
    writable: false,
  });
}
