import { isLoopbackHost } from '../../core/decide/discovery/to-bases';
import type { PlaceProblem } from '../../core/model/sync';
import { readName } from './file-names';
import { readMultistatus } from './multistatus';
import { answered, SYNC_FILE_BYTES_MAX, type PlaceAnswer, type SyncPlace } from './place';

/** What is asked of a server. */
export interface DavRequest {
  readonly method: 'PROPFIND' | 'GET' | 'PUT' | 'DELETE' | 'MKCOL';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly bytesMax: number;
}

export type DavResponse =
  | { readonly kind: 'answered'; readonly status: number; readonly body: Uint8Array }
  /** `code` is Chromium's net error. */
  | { readonly kind: 'failed'; readonly code: string };

/** Asks a server, without following it elsewhere. Never rejects. */
export type AskDav = (request: DavRequest) => Promise<DavResponse>;

const LOOK_EVERY_MS = 30_000;
const LIST_BYTES_MAX = 5_000_000;
/** Far more than machines write: a server is not to fill what is remembered of its files. */
const FILES_MAX = 5_000;
const WANTED =
  '<?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:"><d:prop><d:resourcetype/><d:getetag/><d:getcontentlength/><d:getlastmodified/></d:prop></d:propfind>';

/** Gives the address of a folder as it is asked; undefined where it is none, or would carry the password for all to read. */
export function toDavUrl(typed: string): string | undefined {
  const text = /^[a-z][a-z0-9+.-]*:/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
  if (!isSafe || url.username !== '' || url.password !== '' || url.search !== '') return undefined;
  // A mark with nothing after it would stand between the folder and its files.
  url.search = '';
  url.hash = '';
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

const statuses: Readonly<Record<number, PlaceProblem>> = {
  401: 'wrong-login',
  403: 'not-allowed',
  404: 'gone',
  405: 'no-webdav',
  409: 'gone',
  423: 'not-allowed',
  501: 'no-webdav',
  507: 'full',
};

/** A folder on a WebDAV server. */
export interface DavPlace extends SyncPlace {
  /** Makes the folder where its parent is there. */
  readonly make: () => Promise<PlaceAnswer<void>>;
}

/** Creates it; `login` goes with every request. */
export function createDavPlace(
  url: string,
  login: { readonly user: string; readonly password: string },
  ask: AskDav,
): DavPlace {
  const basic = Buffer.from(`${login.user}:${login.password}`).toString('base64');
  const request = (
    method: DavRequest['method'],
    name: string,
    more: Partial<Pick<DavRequest, 'body' | 'bytesMax'>> & { readonly headers?: DavRequest['headers'] } = {},
  ): Promise<DavResponse> =>
    ask({
      method,
      url: url + encodeURIComponent(name),
      bytesMax: 100_000,
      ...more,
      headers: { ...(login.user !== '' && { authorization: `Basic ${basic}` }), ...more.headers },
    });
  const refused = (response: DavResponse): PlaceAnswer<never> => ({ ok: false, reason: toProblem(response) });
  return {
    lookEveryMs: LOOK_EVERY_MS,
    list: async () => {
      const response = await request('PROPFIND', '', {
        headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
        body: Buffer.from(WANTED),
        bytesMax: LIST_BYTES_MAX,
      });
      if (response.kind === 'failed' || response.status !== 207)
        return response.kind === 'answered' && response.status < 400
          ? { ok: false, reason: 'no-webdav' }
          : refused(response);
      const files = readMultistatus(Buffer.from(response.body).toString('utf8'));
      return answered(
        files
          .filter(({ name, sizeBytes }) => readName(name) !== undefined && sizeBytes <= SYNC_FILE_BYTES_MAX)
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
          .slice(0, FILES_MAX),
      );
    },
    read: async (name) => {
      const response = await request('GET', name, { bytesMax: SYNC_FILE_BYTES_MAX });
      if (response.kind === 'answered' && response.status === 404) return answered(undefined);
      return isGood(response) ? answered(response.body) : refused(response);
    },
    write: async (name, body) => {
      const headers = { 'if-none-match': '*', 'content-type': 'application/octet-stream' };
      const response = await request('PUT', name, { headers, body });
      if (response.kind === 'answered' && response.status === 412) return answered(false);
      return isGood(response) ? answered(true) : refused(response);
    },
    remove: async (name) => {
      const response = await request('DELETE', name);
      const isGone = response.kind === 'answered' && response.status === 404;
      return isGone || isGood(response) ? answered(undefined) : refused(response);
    },
    make: async () => {
      const response = await request('MKCOL', '');
      return isGood(response) ? answered(undefined) : refused(response);
    },
    // Servers tell nothing by themselves.
    watch: () => () => undefined,
  };
}

const isGood = (response: DavResponse): response is Extract<DavResponse, { readonly kind: 'answered' }> =>
  response.kind === 'answered' && response.status >= 200 && response.status < 300;

function toProblem(response: DavResponse): PlaceProblem {
  if (response.kind === 'failed') return /CERT|SSL/.test(response.code) ? 'certificate' : 'unreachable';
  return (
    statuses[response.status] ??
    (response.status >= 500 || response.status === 429 ? 'unreachable' : 'failed')
  );
}
