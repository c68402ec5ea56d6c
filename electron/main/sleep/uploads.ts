import type { OnBeforeSendHeadersListenerDetails, Session } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import type { OwnerOf } from '../owner-of';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import type { BusyBook } from './busy-book';

/** A body from this size on is something the person sends, and no question of the page's. */
const LARGE_BYTES = 64_000;
/** How long it must take: what is over at once needs no word. */
const SLOW_MS = 300;
/** How long one counts after its end: large files go in pieces. */
const PIECES_MS = 2_000;
/** How long requests are watched after files were given to the page, or after the last of them went. */
export const WATCHED_MS = 10 * 60_000;

/** What is used of a session. */
export interface UploadSession {
  readonly webRequest: Pick<
    Session['webRequest'],
    'onBeforeSendHeaders' | 'onResponseStarted' | 'onErrorOccurred'
  >;
}

/** Which services send files. */
export interface Uploads {
  /** The session of a storage, once. */
  readonly guard: (storageId: ServiceId, ownerOf: OwnerOf, session: UploadSession) => void;
  /** The person gave files to a page of the service, or recorded something there: soon they may be sent. */
  readonly expect: (serviceId: ServiceId) => void;
  readonly stop: Stop;
}

interface Watched {
  readonly session: UploadSession;
  readonly ownerOf: OwnerOf;
  /** What ends or shortens it, by request, and whose it is. */
  readonly open: Map<number, { readonly serviceId: ServiceId; readonly stop: Stop }>;
  stopWatching: Stop | undefined;
}

/**
 * Creates what keeps the book on uploads. Requests are watched only while one is to be expected: each request of a
 * watched session takes the main thread half a millisecond (measured on 33: 1.1 ms of it per request instead of 0.55).
 */
export function createUploads(
  book: Pick<BusyBook, 'begin' | 'end'>,
  after: TimerPort['after'],
  storageOf: (serviceId: ServiceId) => ServiceId,
): Uploads {
  const watched = new Map<ServiceId, Watched>();

  const begin = ({ open, ownerOf }: Watched, { id, url, webContentsId }: Sends): void => {
    if (open.has(id)) return;
    const serviceId = ownerOf(webContentsId === undefined ? undefined : { id: webContentsId }, url);
    const stop = after(SLOW_MS, () => book.begin(serviceId, 'upload', `request:${id}`));
    open.set(id, { serviceId, stop });
  };
  const end = (one: Watched, id: number): void => {
    const request = one.open.get(id);
    if (request === undefined) return;
    request.stop();
    one.open.delete(id);
    keepWatching(one);
    after(PIECES_MS, () => book.end(request.serviceId, 'upload', `request:${id}`));
  };

  const keepWatching = (one: Watched): void => {
    const { webRequest } = one.session;
    if (one.stopWatching === undefined) {
      listen(webRequest, {
        sends: (details) => {
          if (isUpload(details)) begin(one, details);
        },
        ends: (id) => end(one, id),
      });
    }
    one.stopWatching?.();
    one.stopWatching = after(WATCHED_MS, () => {
      one.stopWatching = undefined;
      if (one.open.size > 0) keepWatching(one);
      else unlisten(webRequest);
    });
  };

  return {
    guard: (storageId, ownerOf, session) =>
      void watched.set(storageId, { session, ownerOf, open: new Map(), stopWatching: undefined }),
    expect: (serviceId) => {
      const one = watched.get(storageOf(serviceId));
      if (one !== undefined) keepWatching(one);
    },
    stop: () => {
      for (const { open, stopWatching } of watched.values()) {
        stopWatching?.();
        open.forEach(({ stop }) => stop());
      }
    },
  };
}

type Sends = Pick<
  OnBeforeSendHeadersListenerDetails,
  'id' | 'url' | 'webContentsId' | 'resourceType' | 'uploadData'
>;

function listen(
  webRequest: UploadSession['webRequest'],
  hear: { readonly sends: (details: Sends) => void; readonly ends: (id: number) => void },
): void {
  const filter = { urls: ['<all_urls>'] };
  webRequest.onBeforeSendHeaders(filter, (details, callback) => {
    hear.sends(details);
    callback({});
  });
  // Its answer may take as long as it likes: what was sent is sent.
  webRequest.onResponseStarted(filter, ({ id }) => hear.ends(id));
  webRequest.onErrorOccurred(filter, ({ id }) => hear.ends(id));
}

function unlisten(webRequest: UploadSession['webRequest']): void {
  webRequest.onBeforeSendHeaders(null);
  webRequest.onResponseStarted(null);
  webRequest.onErrorOccurred(null);
}

/** A file, or much of anything; not the short text of a page that waits for news. */
function isUpload({ resourceType, uploadData = [] }: Sends): boolean {
  if (resourceType === 'ping') return false;
  const parts: readonly { readonly bytes?: Buffer; readonly file?: string; readonly blobUUID?: string }[] =
    uploadData;
  const isFile = parts.some(({ file, blobUUID }) => file !== undefined || blobUUID !== undefined);
  return isFile || parts.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0) > LARGE_BYTES;
}
