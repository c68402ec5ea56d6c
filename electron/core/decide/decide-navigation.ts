import type { Service } from '../model/service';

/** What a recipe says of its own places. */
export interface RecipeHosts {
  readonly hosts: readonly string[];
  readonly signInHosts: readonly string[];
}

/** What becomes of an address a page wants to go to. */
export type NavigationDecision =
  | { readonly kind: 'in-view'; readonly reason: 'own-site' | 'sign-in' | 'redirect' | 'blank' }
  | { readonly kind: 'child-window'; readonly reason: 'own-site' | 'sign-in' | 'pop-up' | 'blank' }
  | { readonly kind: 'open-outside'; readonly reason: 'other-site' | 'mail' }
  | { readonly kind: 'refuse'; readonly reason: 'scheme' | 'not-an-address' | 'too-long' };

/** What asks: a link or script in the view, a redirect by the server, or a new window. */
export type NavigationCause = 'navigate' | 'redirect' | 'new-tab' | 'pop-up';

/** Hosts that sign people in for others; a chat may send its page there and get it back. */
const SIGN_IN_HOSTS: readonly string[] = [
  'accounts.google.com',
  'login.microsoftonline.com',
  'login.live.com',
  'login.windows.net',
  'appleid.apple.com',
  'github.com',
  'gitlab.com',
  'facebook.com',
  'okta.com',
  'auth0.com',
  'onelogin.com',
  'duosecurity.com',
  'pingone.com',
];
const SIGN_IN_PATH =
  /\/(?:oauth2?|authorize|saml2?|sso|openid|oidc|adfs|cas|realms|login|signin|sign-in|auth)(?:[/?.]|$)/i;
/** Longest address looked at, in UTF-16 units. */
export const ADDRESS_MAX = 65_536;

/** True when `host` is `suffix` or below it. */
export const isHostWithin = (host: string, suffix: string): boolean =>
  host === suffix || host.endsWith(`.${suffix}`);

/**
 * Decides where an address goes: stay in the service's view, open as a sealed child window of the service, open in the
 * person's browser, or nowhere. `currentUrl` is where the asking page is.
 */
export function decideNavigation(
  address: string,
  cause: NavigationCause,
  currentUrl: string,
  service: Pick<Service, 'url'>,
  recipe: RecipeHosts,
): NavigationDecision {
  if (address.length > ADDRESS_MAX) return { kind: 'refuse', reason: 'too-long' };
  const isNewWindow = cause === 'new-tab' || cause === 'pop-up';
  if (address === 'about:blank' || address === '') {
    return isNewWindow ? { kind: 'child-window', reason: 'blank' } : { kind: 'in-view', reason: 'blank' };
  }
  if (!URL.canParse(address)) return { kind: 'refuse', reason: 'not-an-address' };
  const url = new URL(address);
  if (url.protocol === 'mailto:') return { kind: 'open-outside', reason: 'mail' };
  if (url.protocol === 'blob:' && isNewWindow) return decideBlob(url, service, recipe);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { kind: 'refuse', reason: 'scheme' };

  const stay = isNewWindow ? 'child-window' : 'in-view';
  if (isOwnSite(url.hostname, service, recipe)) return { kind: stay, reason: 'own-site' };
  if (cause === 'redirect') return { kind: 'in-view', reason: 'redirect' };
  if (isSignIn(url, recipe) && cause !== 'new-tab') return { kind: stay, reason: 'sign-in' };
  if (cause === 'pop-up') return { kind: 'child-window', reason: 'pop-up' };
  // In the midst of a sign-in elsewhere the page must be able to go on and come back.
  if (cause === 'navigate' && isAway(currentUrl, service, recipe))
    return { kind: 'in-view', reason: 'sign-in' };
  return { kind: 'open-outside', reason: 'other-site' };
}

/** True for the host of the service's own address and those its recipe names. */
export function isOwnSite(
  host: string,
  service: Pick<Service, 'url'>,
  recipe: Pick<RecipeHosts, 'hosts'>,
): boolean {
  if (URL.canParse(service.url) && isHostWithin(host, new URL(service.url).hostname)) return true;
  return recipe.hosts.some((suffix) => isHostWithin(host, suffix));
}

const isSignIn = (url: URL, recipe: RecipeHosts): boolean =>
  [...recipe.signInHosts, ...SIGN_IN_HOSTS].some((suffix) => isHostWithin(url.hostname, suffix)) ||
  SIGN_IN_PATH.test(url.pathname);

function isAway(currentUrl: string, service: Pick<Service, 'url'>, recipe: RecipeHosts): boolean {
  if (!URL.canParse(currentUrl)) return false;
  const { hostname, protocol } = new URL(currentUrl);
  return /^https?:$/.test(protocol) && !isOwnSite(hostname, service, recipe);
}

/** A `blob:` address carries the origin that made it. */
function decideBlob(url: URL, service: Pick<Service, 'url'>, recipe: RecipeHosts): NavigationDecision {
  const inner = url.pathname;
  const isOwn = URL.canParse(inner) && isOwnSite(new URL(inner).hostname, service, recipe);
  return isOwn ? { kind: 'child-window', reason: 'own-site' } : { kind: 'refuse', reason: 'scheme' };
}
