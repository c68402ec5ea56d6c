import { parseAddress } from '../model/address';
import type { Asked } from '../model/asked';
import type { Vendor } from '../model/vendor';
import { ASKED_MAX } from './texts';

/** Paths that only show something; nothing else of a link is gone to. */
const ROCKETCHAT_PLACE = /^\/?(?:channel|group|direct|livechat|invite|conference)\/([0-9A-Za-z_.-]+)$/;
const MATTERMOST_PLACE = /^\/[a-z0-9-]+\/(?:channels|messages|pl)\/(@?[0-9a-z._-]+)$/i;
const ZULIP_PLACE = /^#narrow\/[0-9A-Za-z._%/-]+$/;
const ELEMENT_PLACE = /^#\/(?:room|user)\/([!#@+][^/?#\s]+)/;

type Page = Extract<Asked, { readonly verb: 'open-page' }>;

/**
 * Reads a link for the app of a vendor: which server, and what of it is to be shown. Tokens in it are never taken: they
 * would sign the person in as somebody else.
 */
export function readVendorLink(vendor: Vendor, rest: string): Page | undefined {
  const link = `https:${rest.startsWith('//') ? rest : `//${rest}`}`;
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  // Reading it encodes some signs, which makes it longer.
  if (url.href.length > ASKED_MAX) return undefined;
  switch (vendor) {
    case 'rocketchat':
      return readRocketChat(url);
    case 'mattermost':
      return readMattermost(url);
    case 'zulip':
      return readZulip(url);
    case 'element':
      return readElement(url);
  }
}

/** `rocketchat://room?host=…&path=…`, and the same with `invite`, `conference` and `auth`. */
function readRocketChat({ searchParams }: URL): Page | undefined {
  const server = toServer(searchParams.get('host') ?? '');
  if (server === undefined) return undefined;
  const path = (searchParams.get('path') ?? '').replace(/\?.*$/, '');
  const [, name] = ROCKETCHAT_PLACE.exec(path) ?? [];
  const isRoom = /^\/?(?:channel|group|direct)\//.test(path);
  return {
    verb: 'open-page',
    vendor: 'rocketchat',
    server,
    path: name === undefined ? undefined : `/${path.replace(/^\//, '')}`,
    channel: isRoom ? name : undefined,
  };
}

/** `mattermost://HOST/TEAM/channels/NAME`: a web address but for its scheme. */
function readMattermost({ host, pathname }: URL): Page | undefined {
  const server = toServer(host);
  if (server === undefined) return undefined;
  const [, name] = MATTERMOST_PLACE.exec(pathname) ?? [];
  const isChannel = /^\/[^/]+\/channels\//.test(pathname);
  return {
    verb: 'open-page',
    vendor: 'mattermost',
    server,
    path: name === undefined ? undefined : pathname,
    channel: isChannel ? name : undefined,
  };
}

/** `zulip://HOST/#narrow/…`, and `zulip://login?realm=…`, which only names the server here. */
function readZulip({ host, hash, searchParams }: URL): Page | undefined {
  const server = toServer(host === 'login' ? (searchParams.get('realm') ?? '') : host);
  if (server === undefined) return undefined;
  const path = ZULIP_PLACE.test(hash) ? hash : undefined;
  return { verb: 'open-page', vendor: 'zulip', server, path, channel: undefined };
}

/** `element://vector/webapp/#/room/…`: the app names its own pages so, and no server. */
function readElement({ hash }: URL): Page {
  const [path, room] = ELEMENT_PLACE.exec(hash) ?? [];
  return {
    verb: 'open-page',
    vendor: 'element',
    server: undefined,
    path,
    channel: path?.startsWith('#/room/') === true ? room : undefined,
  };
}

function toServer(address: string): string | undefined {
  const parsed = parseAddress(address);
  if (parsed.kind === 'refused') return undefined;
  const { origin, pathname } = new URL(parsed.url);
  return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`;
}
