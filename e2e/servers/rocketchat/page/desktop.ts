import { type Client, siteName } from './client.js';

/** What of `window.RocketChatDesktop` the web client itself calls (contracts.md §1.3, right column). */
interface Desktop {
  setUrlResolver?(resolve: (path?: string) => string): void;
  setFavicon(url: string): void;
  setTitle?(title: string): void;
  setUserRoles?(roles: readonly string[]): void;
  onNavigateToRoute?(go: (path: string) => void): void;
  openInBrowser?(url: string): void;
}

/** Does towards a desktop what the web client does. `setBadge` is not among it: no web client calls it. */
export function startDesktop(client: Client): void {
  const desktop = Reflect.get(window, 'RocketChatDesktop') as Desktop | undefined;
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
  if (!config.hasUserRoles) return;
  tracker.autorun(() => {
    const roles = user.get()?.roles ?? [];
    if (user.get() !== undefined) desktop.setUserRoles?.([...roles]);
  });
}
