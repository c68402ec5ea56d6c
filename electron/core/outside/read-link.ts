import type { Asked, Reading, UnreadReason } from '../model/asked';
import { vendorSchema, type Vendor } from '../model/vendor';
import { clipText } from '../model/clip-text';
import { readVendorLink } from './read-vendor-link';
import { ASKED_MAX, COMPOSED_MAX, toNamed, toUntil } from './texts';

/** Foyer's own links. */
export const OWN_SCHEME = 'foyer';

const LINK = /^(foyer|rocketchat|mattermost|zulip|element):/i;

/** True for a text that is a link Foyer may be given. */
export const isLink = (text: string): boolean => LINK.test(text);

/** Reads a link of ours, or, where the person wants them, one for another app. It may be anybody's. */
export function readLink(link: string, wanted: readonly Vendor[]): Reading {
  const scheme = LINK.exec(link)?.[1]?.toLowerCase();
  const unread = (reason: UnreadReason): Reading => ({ kind: 'unread', from: 'link', reason, scheme });
  if (link.length > ASKED_MAX) return unread('too-long');
  const vendor = vendorSchema.safeParse(scheme).data;
  if (vendor !== undefined && !wanted.includes(vendor)) return unread('not-wanted');
  const rest = link.slice(link.indexOf(':') + 1);
  const asked = vendor === undefined ? readOwn(rest) : readVendorLink(vendor, rest);
  if (asked === undefined) return unread('malformed');
  return asked === 'not-by-link' ? unread(asked) : { kind: 'asked', from: 'link', asked };
}

/** Reads what stands behind `foyer:`. */
function readOwn(rest: string): Asked | 'not-by-link' | undefined {
  const [, path = '', query = ''] = /^(?:\/\/)?([^?#]*)(?:\?([^#]*))?/.exec(rest) ?? [];
  const segments = path.split('/').filter((part) => part !== '');
  const decodedSegments = segments.map(decode);
  if (decodedSegments.length > 3 || decodedSegments.includes(undefined)) return undefined;
  const [verb = '', service, channel] = decodedSegments;
  const values = new URLSearchParams(query);
  const named = toNamed(service, channel);
  const until = toUntil(values.get('for') ?? 'always');
  switch (verb.toLowerCase()) {
    case '':
      return { verb: 'show' };
    case 'open':
      return named === undefined ? { verb: 'show' } : { verb: 'open', ...named };
    case 'add': {
      const address = clipText(values.get('server') ?? service ?? '', ASKED_MAX);
      return address === '' ? undefined : { verb: 'add', address };
    }
    case 'compose': {
      const text = clipText(values.get('text') ?? '', COMPOSED_MAX);
      if (named === undefined) return undefined;
      return text === '' ? { verb: 'open', ...named } : { verb: 'compose', ...named, text };
    }
    case 'mute':
      return named === undefined || until === undefined ? undefined : { verb: 'mute', ...named, until };
    case 'focus':
      return until === undefined || service !== undefined ? undefined : { verb: 'focus', until };
    case 'status':
      return 'not-by-link';
    default:
      return undefined;
  }
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
