import {
  parseAddress,
  startUrlOf,
  type AddressRefusal,
  type AddressResult,
  type RecipeStart,
} from '../../model/address';
import { decoded, matrixServerIn } from './matrix-names';

/** A kind of service that is the same place for everybody, or one place for each team. */
export interface HostedPlace {
  readonly recipeId: string;
  readonly start: RecipeStart;
  /** Host suffixes of its pages and of links that invite to it. */
  readonly hosts: readonly string[];
}

/** What a person means by what they typed or pasted. */
export type Typed =
  /** `url` is as {@link parseAddress} reads it; `hasScheme` tells that http or https was said. */
  | { readonly kind: 'address'; readonly url: string; readonly hasScheme: boolean }
  /** `url` is the top of the server's host. */
  | { readonly kind: 'matrix'; readonly url: string }
  /** `address` is what the recipe takes; undefined when the link does not tell it. */
  | { readonly kind: 'hosted'; readonly recipeId: string; readonly address: string | undefined }
  | { readonly kind: 'refused'; readonly reason: AddressRefusal };

/** Longest text that is looked at, in UTF-16 units: an invitation with a link in it. */
const TEXT_MAX = 4096;

/**
 * Reads an address, an invitation, a link to a channel, or a text with one of them in it. A user name and password in
 * it are left out: the person signs in on the page.
 */
export function readTyped(text: string, hosted: readonly HostedPlace[]): Typed {
  if (text.length > TEXT_MAX) return { kind: 'refused', reason: 'too-long' };
  const link = linkIn(text.trim());
  const server = matrixServerIn(link);
  const top = parseAddress(`https://${server ?? ''}/`);
  if (server !== undefined && top.kind === 'ok') return { kind: 'matrix', url: top.url };
  const { address, parsed } = parseAround(toWebAddress(link));
  if (parsed.kind === 'refused') return parsed;
  const place = placeOf(new URL(parsed.url), hosted);
  return place ?? { kind: 'address', url: parsed.url, hasScheme: /^https?:/i.test(address) };
}

/** Of a text with white space in it the first link; else what was typed, without what mail puts around links. */
function linkIn(text: string): string {
  const link = /\s/u.test(text) ? /\b[a-z][a-z0-9+.-]*:\/\/\S+/iu.exec(text)?.[0] : undefined;
  const bare = (link ?? text).replace(/^[<("'“]+|[>)"'”]+$/gu, '');
  return link === undefined ? bare : bare.replace(/[>)"'”.,;:!?]+$/u, '');
}

/** Gives the web address that a link for a vendor's own app means, and puts an IPv6 address into brackets. */
function toWebAddress(link: string): string {
  if (/^[0-9a-f]*(?::[0-9a-f]*){2,7}$/i.test(link)) return `[${link}]`;
  if (/^rocketchat:\/\/|^(?:https:\/\/)?go\.rocket\.chat\//i.test(link)) {
    const host = /[?&]host=([^&#]+)/i.exec(link)?.[1];
    return host === undefined ? link : decoded(host);
  }
  return link.replace(/^mattermost:\/\//i, 'https://');
}

/** Reads an address again without its user name and password where only they stood in the way. */
function parseAround(typed: string): { readonly address: string; readonly parsed: AddressResult } {
  const parsed = parseAddress(typed);
  if (parsed.kind === 'ok' || parsed.reason !== 'credentials') return { address: typed, parsed };
  const address = typed.replace(/^(https?:\/*)?[^/?#@]*@(?=[^/?#@]*(?:[/?#]|$))/i, '$1');
  return { address, parsed: parseAddress(address) };
}

function placeOf(url: URL, hosted: readonly HostedPlace[]): Typed | undefined {
  const isOf = (host: string): boolean => url.hostname === host || url.hostname.endsWith(`.${host}`);
  const place = hosted.find(({ hosts }) => hosts.some(isOf));
  if (place === undefined) return undefined;
  const { recipeId, start } = place;
  // join.slack.com/t/<team>/shared_invite/…
  const invited = /^\/t\/([a-z0-9-]+)(?:\/|$)/.exec(url.pathname)?.[1];
  const address = start.kind === 'team' ? (invited ?? url.hostname) : '';
  return {
    kind: 'hosted',
    recipeId,
    address: startUrlOf(start, address).kind === 'ok' ? address : undefined,
  };
}
