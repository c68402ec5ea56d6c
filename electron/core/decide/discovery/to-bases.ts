/** Most places of one scheme that are asked. */
const PATHS_MAX = 3;

/** What follows the base in addresses of Rocket.Chat, Mattermost and Zulip. */
const ROUTES = new Set([
  ...['channel', 'group', 'direct', 'live', 'invite', 'home', 'directory', 'conference', 'account', 'admin'],
  ...[
    'login',
    'register',
    'signup_user_complete',
    'select_team',
    'landing',
    'join',
    'accounts',
    'new',
    'api',
  ],
]);
/** The same where the name of a team stands before it. */
const TEAM_ROUTES = new Set(['channels', 'messages', 'pl', 'threads']);

/**
 * Gives where a chat may be for an address, likeliest first, each with `/` at the end: the address without what leads
 * into a channel, then above it. Of a host of this computer or a private network that was typed without a scheme
 * both https and http, in that order.
 */
export function toBases(address: string, hasScheme: boolean): readonly string[] {
  const url = new URL(address);
  const schemes = hasScheme || !isLocalHost(url.hostname) ? [url.protocol] : ['https:', 'http:'];
  const paths = toPaths(url.pathname);
  return schemes.flatMap((scheme) => paths.map((path) => `${scheme}//${hostOf(url, scheme)}${path}`));
}

/** The port that goes with one scheme only is written out for neither. */
const hostOf = (url: URL, scheme: string): string =>
  scheme === url.protocol ? url.host : new URL(`${scheme}//${url.host}`).host;

function toPaths(pathname: string): readonly string[] {
  const all = pathname.split('/').filter(Boolean);
  const last = all.at(-1) ?? '';
  const folders = !pathname.endsWith('/') && /\.[a-z]{2,5}$/i.test(last) ? all.slice(0, -1) : all;
  const base = folders.slice(0, lengthOfBase(folders));
  const above = base.map((_, index) => base.slice(0, base.length - index));
  const paths = [...above, []].map((parts) => (parts.length === 0 ? '/' : `/${parts.join('/')}/`));
  return [...paths.slice(0, PATHS_MAX - 1), '/'].filter((path, at, list) => list.indexOf(path) === at);
}

function lengthOfBase(folders: readonly string[]): number {
  const route = folders.findIndex((folder) => ROUTES.has(folder));
  const team = folders.findIndex((folder, index) => index > 0 && TEAM_ROUTES.has(folder)) - 1;
  return Math.min(route < 0 ? folders.length : route, team < 0 ? folders.length : team);
}

/** True for hosts that mean this computer. */
export const isLoopbackHost = (host: string): boolean =>
  /^(?:(?:.+\.)?localhost\.?|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(host);

/** True for hosts that only this computer or a private network knows. */
export const isLocalHost = (host: string): boolean =>
  isLoopbackHost(host) ||
  /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(host) ||
  /^\[f(?:[cd][0-9a-f]{2}|e[89ab][0-9a-f]):/.test(host) ||
  (!host.includes('.') && !host.startsWith('[')) ||
  /\.(?:local|lan|internal|home\.arpa|test)\.?$/.test(host);
