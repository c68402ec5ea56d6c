/** How a recipe finds the page to open: alone, from an address, from either, or from a team's name. */
export type RecipeStart =
  | { readonly kind: 'fixed'; readonly url: string }
  | { readonly kind: 'address'; readonly placeholder: string; readonly hint: string }
  | {
      readonly kind: 'either';
      readonly url: string;
      readonly placeholder: string;
      /** Other well-known places to offer beside `url`. */
      readonly choices?: readonly StartChoice[];
    }
  | { readonly kind: 'team'; readonly template: string; readonly placeholder: string };

/** A named start page the person can pick instead of typing. */
interface StartChoice {
  readonly label: string;
  readonly url: string;
}

/** Why what was typed cannot be opened. */
export type AddressRefusal =
  | 'empty'
  | 'too-long'
  | 'spaces'
  | 'not-web'
  | 'credentials'
  | 'malformed'
  | 'team-name';

/** What an address came to: a start page (always http or https), or why there is none. */
export type AddressResult =
  | { readonly kind: 'ok'; readonly url: string }
  | { readonly kind: 'refused'; readonly reason: AddressRefusal };

/** Longest start page, in UTF-16 units; the same as a stored service may have. */
export const ADDRESS_MAX = 2048;

const refused = (reason: AddressRefusal): AddressResult => ({ kind: 'refused', reason });

/** Gives the start page for a recipe and what the person typed; `text` counts for nothing where the page is fixed. */
export function startUrlOf(start: RecipeStart, text: string): AddressResult {
  switch (start.kind) {
    case 'fixed':
      return { kind: 'ok', url: start.url };
    case 'address':
      return parseAddress(text);
    case 'either':
      return text.trim() === '' ? { kind: 'ok', url: start.url } : parseAddress(text);
    case 'team':
      return parseTeam(start.template, text);
  }
}

/** Names that mean another scheme even before digits, so that `tel:112` is not taken for a host and its port. */
const OTHER_SCHEMES = /^(?:about|blob|data|javascript|mailto|sip|sms|tel|vbscript|view-source|xmpp):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const HOST_AND_PORT = /^[^:/?#]+:\d{1,5}(?:[/?#]|$)/;
const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const DOMAIN = new RegExp(`^(?=.{1,254}$)${LABEL}(?:\\.${LABEL})*\\.?$`);
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * Makes an http(s) URL of an address as people type it. Path, port, query and fragment are kept.
 *
 * Without a scheme it becomes https, except http for this computer (`localhost`, `*.localhost`, `127.*`, `[::1]`,
 * `0.0.0.0`), for port 80, and for a host of a private network given with a port of its own: servers run by hand there
 * seldom have a certificate. A scheme that was typed is never changed.
 */
export function parseAddress(text: string): AddressResult {
  const typed = text.trim();
  if (typed === '') return refused('empty');
  if (typed.length > ADDRESS_MAX) return refused('too-long');
  if (/\s/u.test(typed)) return refused('spaces');
  if (/[\p{Cc}\p{Cf}\\]/u.test(typed)) return refused('malformed');
  if (OTHER_SCHEMES.test(typed)) return refused('not-web');
  const withScheme = /^https?:/i.test(typed);
  const bare = withScheme ? typed.replace(/^https?:\/*/i, '') : typed.replace(/^\/\//, '');
  if (!withScheme && /^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return refused('not-web');
  if (/^[^/?#]*@/.test(bare)) return refused('credentials');
  if (!withScheme && SCHEME.test(bare) && !HOST_AND_PORT.test(bare)) return refused('not-web');
  const scheme = withScheme ? typed.slice(0, typed.indexOf(':')).toLowerCase() : undefined;
  const url = parseUrl(`${scheme ?? 'https'}://${bare}`);
  if (url === undefined || !isPlainHost(url, bare)) return refused('malformed');
  const isPlain = scheme === undefined && isServedPlain(url);
  const href = isPlain ? new URL(`http${url.href.slice('https'.length)}`).href : url.href;
  return href.length > ADDRESS_MAX ? refused('too-long') : { kind: 'ok', url: href };
}

/** Gives the host of an address, with its port; empty where it has none. */
export const hostOf = (url: string): string => parseUrl(url)?.host ?? '';

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** False for hosts no server can have, and for those the URL parser read as something else than what was typed. */
function isPlainHost(url: URL, bare: string): boolean {
  const host = url.hostname;
  if (url.port === '0' || url.username !== '' || url.password !== '') return false;
  if (host === 'http' || host === 'https') return false;
  if (host.startsWith('[')) return true;
  if (!DOMAIN.test(host)) return false;
  return !IPV4.test(host) || bare.startsWith(host);
}

function isServedPlain(url: URL): boolean {
  const host = url.hostname.replace(/\.$/, '');
  if (/(?:^|\.)localhost$/.test(host) || /^127\.\d+\.\d+\.\d+$/.test(host)) return true;
  if (host === '[::1]' || host === '0.0.0.0' || url.port === '80') return true;
  const hasOwnPort = url.port !== '' && url.port !== '8443';
  return hasOwnPort && isPrivateHost(host);
}

function isPrivateHost(host: string): boolean {
  if (IPV4.test(host)) return /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./.test(host);
  if (host.startsWith('[')) return /^\[f(?:[cd][0-9a-f]{2}|e[89ab][0-9a-f]):/.test(host);
  return !host.includes('.') || /\.(?:local|lan|internal|home\.arpa|test)$/.test(host);
}

const TEAM = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TEAM_OF_ADDRESS = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)?$/;

/** Makes the team's page of its name, or of the address of one of its pages. */
function parseTeam(template: string, text: string): AddressResult {
  const typed = text.trim().toLowerCase();
  if (typed === '') return refused('empty');
  if (typed.length > ADDRESS_MAX) return refused('too-long');
  const suffix = template.slice(template.indexOf('{team}') + '{team}'.length).replace(/[/?#].*$/, '');
  const host = typed.replace(/^https:\/\//, '').replace(/[/?#].*$/, '');
  const isAddress = host !== typed || host.includes('.');
  const team = isAddress && host.endsWith(suffix) ? host.slice(0, -suffix.length) : host;
  const isTeam = isAddress ? team !== host && TEAM_OF_ADDRESS.test(team) : TEAM.test(team);
  // Some names that look like one are none of a host: `xn--ac`.
  const url = isTeam ? parseUrl(template.replace('{team}', team)) : undefined;
  return url === undefined ? refused('team-name') : { kind: 'ok', url: url.href };
}
