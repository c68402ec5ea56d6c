import { type Client, preference, siteName } from './client.js';

/** What of `window.RocketChatDesktop` the web client itself calls (contracts.md §1.3, right column). */
export interface Desktop {
  setUrlResolver?(resolve: (path?: string) => string): void;
  setFavicon(url: string): void;
  setTitle?(title: string): void;
  setUserPresenceDetection?(wanted: {
    readonly isAutoAwayEnabled: boolean;
    readonly idleThreshold: number;
    readonly setUserOnline: (isOnline: boolean) => void;
  }): void;
  setUserRoles?(roles: readonly string[]): void;
  onNavigateToRoute?(go: (path: string) => void): void;
  getInternalVideoChatWindowEnabled?(): boolean;
  openInternalVideoChatWindow?(url: string, options: { readonly providerName: string }): void;
  supportedDocumentViewerFormats?(): readonly string[];
  openDocumentViewer?(url: string, format: string, options: unknown): void;
  dispatchCustomNotification?(call: {
    readonly type: 'voice';
    readonly id: string;
    readonly payload: { readonly title: string; readonly body: string; readonly requireInteraction: boolean };
  }): Promise<string>;
  closeCustomNotification?(id: string): void;
  onTelephonyCallRequested?(dial: (call: { readonly phoneNumber: string }) => void): void;
}

/** The desktop, where there is one. */
export const desktopOf = (): Desktop | undefined =>
  Reflect.get(window, 'RocketChatDesktop') as Desktop | undefined;

/** Does towards a desktop what the web client does. `setBadge` is not among it: no web client calls it. */
export function startDesktop(client: Client): void {
  const desktop = desktopOf();
  if (desktop === undefined) return;
  const { tracker, settings, config, user } = client;
  desktop.setUrlResolver?.((path = '') => new URL(path.replace(/^\//, ''), config.siteUrl).href);
  if (config.hasRouteNavigation) desktop.onNavigateToRoute?.((path) => client.navigate(path));
  tracker.autorun(() => {
    const icon = settings.get().get('Assets_favicon') as { url?: string; defaultUrl?: string } | undefined;
    if (icon !== undefined) desktop.setFavicon(icon.url ?? icon.defaultUrl ?? '');
  });
  tracker.autorun(() => {
    if (settings.get().has('Site_Name')) desktop.setTitle?.(siteName(client));
  });
  if (config.leavesPresence)
    tracker.autorun(() => {
      if (user.get() === undefined) return;
      desktop.setUserPresenceDetection?.({
        isAutoAwayEnabled: preference(client, 'enableAutoAway') !== false,
        idleThreshold: Number(preference(client, 'idleTimeLimit') ?? 300),
        setUserOnline: (isOnline) =>
          void client.ddp().call(isOnline ? 'UserPresence:online' : 'UserPresence:away'),
      });
    });
  if (!config.hasUserRoles) return;
  tracker.autorun(() => {
    const roles = user.get()?.roles ?? [];
    if (user.get() !== undefined) desktop.setUserRoles?.([...roles]);
  });
}
