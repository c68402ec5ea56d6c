/** Where a downloaded file came from, as far as it is known. */
export interface DownloadOrigin {
  /** Address of the file. */
  readonly url: string;
  /** Address of the page it was asked for on; '' where it has none. */
  readonly pageUrl: string;
  readonly atMs: number;
  /** Names this download among others, as a UUID. */
  readonly id: string;
}

/** What a system wants to be written to a file that came from the internet. */
export type DownloadMark =
  | { readonly kind: 'attributes'; readonly attributes: Readonly<Record<string, string>> }
  /** A stream beside the content; its name follows the file's path. */
  | { readonly kind: 'stream'; readonly suffix: string; readonly text: string };

/** Longest address written, in UTF-16 units. */
const ADDRESS_MAX = 1024;

/**
 * Gives the mark of a download for each system: by it macOS and Windows ask before they open what can run, and on Linux
 * a person or program can see where a file came from. Of addresses goes what names the place: no user, no password, no
 * query, no fragment, for these may let somebody in.
 */
export function toDownloadMark(
  platform: 'darwin' | 'linux' | 'win32',
  { url, pageUrl, atMs, id }: DownloadOrigin,
): DownloadMark {
  const from = toPlace(url) ?? toPlace(pageUrl);
  const page = toPlace(pageUrl);
  switch (platform) {
    case 'darwin': {
      const seconds = Math.max(0, Math.floor(atMs / 1000)).toString(16);
      // Downloaded, and not yet looked at by anybody.
      const quarantine = `0081;${seconds.padStart(8, '0')};Foyer;${id.toUpperCase()}`;
      return { kind: 'attributes', attributes: { 'com.apple.quarantine': quarantine } };
    }
    case 'win32': {
      const lines = ['[ZoneTransfer]', 'ZoneId=3', `HostUrl=${from ?? 'about:internet'}`];
      if (page !== undefined) lines.splice(2, 0, `ReferrerUrl=${page}`);
      return { kind: 'stream', suffix: ':Zone.Identifier', text: `${lines.join('\r\n')}\r\n` };
    }
    case 'linux': {
      const origin = from === undefined ? {} : { 'user.xdg.origin.url': from };
      const referrer = page === undefined ? {} : { 'user.xdg.referrer.url': page };
      return { kind: 'attributes', attributes: { ...origin, ...referrer } };
    }
  }
}

/** `undefined` for what is no place on the net, as what a page made itself. */
function toPlace(address: string): string | undefined {
  const inner = address.startsWith('blob:') ? address.slice('blob:'.length) : address;
  if (!URL.canParse(inner)) return undefined;
  const { protocol, origin, pathname } = new URL(inner);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return (inner === address ? origin + pathname : `${origin}/`).slice(0, ADDRESS_MAX);
}
