import type { Session, WebContents } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import { selectService, selectServiceUnread } from '../../core/state/selectors';
import type { IconStore } from '../icons/icon-store';
import { PICTURE_PIXELS_MAX } from '../icons/picture-size';
import { ICON_SIDE_MAX, toPlainPng } from '../icons/plain-png';
import { readUpTo } from '../icons/read-up-to';
import type { AppStore } from '../store/app-store';

/** Largest icon file fetched. */
const BYTES_MAX = 512_000;
/** Most of a page's icons tried, longest address of one, and least time between two fetches of a page. */
const TRIES_MAX = 4;
const URL_MAX = 200_000;
const FETCH_EVERY_MS = 3_000;
/** How long a fetch may take. */
const FETCH_MS = 5_000;

/** What of its pictures is taken. */
const LIMITS = { sideMax: ICON_SIDE_MAX, pixelsMax: PICTURE_PIXELS_MAX } as const;

interface SiteIconDeps {
  readonly store: AppStore;
  readonly icons: IconStore;
  readonly nowMs: () => number;
}

/** Takes a service's icon from its page, while nothing is unread: many sites paint their count on it. */
export function watchSiteIcon(
  serviceId: ServiceId,
  contents: WebContents,
  session: Session,
  deps: SiteIconDeps,
): void {
  const { store } = deps;
  const held: {
    seen: readonly string[];
    taken: string;
    fetchedAtMs: number;
    timer: NodeJS.Timeout | undefined;
  } = {
    seen: [],
    taken: '',
    fetchedAtMs: Number.NEGATIVE_INFINITY,
    timer: undefined,
  };

  const take = async (urls: readonly string[]): Promise<void> => {
    for (const url of urls) {
      const bytes = await fetchBytes(session, url).catch(() => undefined);
      const png = bytes === undefined ? undefined : toPlainPng(bytes, LIMITS);
      if (png === undefined) continue;
      await deps.icons.write(serviceId, png);
      store.dispatch({ kind: 'site-icon-changed', serviceId });
      return;
    }
  };

  /** Takes what the page shows now, if that is wanted and new; a page that changes it often waits its turn. */
  const consider = (): void => {
    const service = selectService(store.getState(), serviceId);
    const [first] = held.seen;
    if (service?.icon.kind !== 'site' || first === undefined || first === held.taken) return;
    const unread = selectServiceUnread(store.getState(), service);
    if (unread.indirect || (unread.direct !== 'unknown' && unread.direct > 0)) return;
    const waitMs = held.fetchedAtMs + FETCH_EVERY_MS - deps.nowMs();
    if (waitMs > 0) {
      held.timer ??= setTimeout(() => {
        held.timer = undefined;
        consider();
      }, waitMs);
      return;
    }
    held.taken = first;
    held.fetchedAtMs = deps.nowMs();
    void take(held.seen);
  };

  contents.on('page-favicon-updated', (_event, favicons) => {
    held.seen = favicons
      .filter((url) => /^(?:https?:|data:image\/)/i.test(url) && url.length < URL_MAX)
      .slice(0, TRIES_MAX);
    consider();
  });
  const stopListening = store.onAction('service-icon-chosen', (action) => {
    if (action.serviceId === serviceId) consider();
  });
  contents.on('destroyed', () => {
    stopListening();
    clearTimeout(held.timer);
  });
}

async function fetchBytes(session: Session, url: string): Promise<Uint8Array | undefined> {
  const inline = /^data:image\/[^,]*;base64,(.*)$/is.exec(url)?.[1];
  // Electron's own fetch knows no `data:` addresses.
  if (inline !== undefined) return Buffer.from(inline, 'base64');
  const giveUp = new AbortController();
  const signal = AbortSignal.any([giveUp.signal, AbortSignal.timeout(FETCH_MS)]);
  const response = await session.fetch(url, { signal });
  const isFit = response.ok && Number(response.headers.get('content-length') ?? 0) <= BYTES_MAX;
  const bytes = isFit ? await readUpTo(response, BYTES_MAX) : undefined;
  // What nobody reads any more would come all the same.
  if (bytes === undefined) giveUp.abort();
  return bytes;
}
