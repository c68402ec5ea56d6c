/** Longest pattern, in UTF-16 units. */
export const LINK_PATTERN_MAX = 300;

/** Where a link leads: a host with all below it, perhaps a port and the beginning of a path. */
export interface LinkPattern {
  readonly host: string;
  /** Empty: any. */
  readonly port: string;
  /** Empty: any; else without a slash at its end. */
  readonly path: string;
}

/**
 * Reads a pattern as people type or paste one: `example.org`, `*.example.org`, `https://example.org/docs/`,
 * `localhost:8080`. Undefined for what is none.
 */
export function parseLinkPattern(text: string): LinkPattern | undefined {
  const typed = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^\*\./, '');
  if (typed === '' || typed.length > LINK_PATTERN_MAX || /[\s*\\]/.test(typed)) return undefined;
  const address = `http://${typed}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, username, password, search, hash } = new URL(address);
  if (hostname === '' || username !== '' || password !== '' || search !== '' || hash !== '') return undefined;
  const host = hostname.replace(/\.$/, '');
  return host === '' ? undefined : { host, port: portOf(typed), path: pathname.replace(/\/+$/, '') };
}

/** A port that was typed, also one that goes without saying: of each scheme the URL leaves out another. */
const portOf = (typed: string): string => new URL(`http://${typed}`).port || new URL(`https://${typed}`).port;

/** Writes a pattern in the one way it is kept. */
export const toPatternText = ({ host, port, path }: LinkPattern): string =>
  `${host}${port === '' ? '' : `:${port}`}${path}`;

/** Gives the pattern that is learnt from a link of the web: its host with all below it. Undefined for what is none. */
export function patternOf(address: string): string | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const pattern = parseLinkPattern(new URL(address).host.replace(/^www\.(?=[^.]+\.)/, ''));
  return pattern && toPatternText(pattern);
}

/** True where a link leads to what the pattern says. A name without a dot, or a number, is that host alone. */
export function isLinkWithin({ protocol, hostname, port, pathname }: URL, pattern: LinkPattern): boolean {
  const host = hostname.replace(/\.$/, '');
  const isAlone = !pattern.host.includes('.') || /^[\d.]+$/.test(pattern.host);
  const isThere = host === pattern.host || (!isAlone && host.endsWith(`.${pattern.host}`));
  const atPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  if (!isThere || (pattern.port !== '' && pattern.port !== atPort)) return false;
  return pattern.path === '' || pathname === pattern.path || pathname.startsWith(`${pattern.path}/`);
}

/** Gives which of two patterns that a link fits says more of it: the higher number. */
export const exactnessOf = ({ host, port, path }: LinkPattern): number =>
  host.length * 1_000_000 + (port === '' ? 0 : 1_000) + path.length;
