import { nativeImage } from 'electron/common';
import type { Session, WebContents } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import { selectService, selectServiceUnread } from '../../core/state/selectors';
import type { AppStore } from '../store/app-store';
import { toPngFromIco } from './ico';
import type { IconStore } from './icon-store';

/** Largest icon file fetched. */
const BYTES_MAX = 512_000;
/** Side of the icons kept, in px. */
export const ICON_SIDE = 96;
/** Most of a page's icons tried, and most icons fetched per page and minute. */
const TRIES_MAX = 4;
const FETCH_EVERY_MS = 10_000;

/** Decodes a picture and encodes it anew as PNG, so that nothing but pixels reaches the shell; `undefined` if it is none. */
export function toPlainPng(bytes: Uint8Array, side: number = ICON_SIDE): Uint8Array | undefined {
  const ico = toPngFromIco(bytes);
  const image =
    ico === undefined
      ? nativeImage.createFromBuffer(Buffer.from(bytes))
      : ico.kind === 'png'
        ? nativeImage.createFromBuffer(Buffer.from(ico.png))
        : nativeImage.createFromBitmap(Buffer.from(ico.bgra), { width: ico.width, height: ico.height });
  if (image.isEmpty()) return undefined;
  const { width, height } = image.getSize();
  const scale = Math.min(1, side / Math.max(width, height));
  return scale === 1
    ? image.toPNG()
    : image
        .resize({ width: Math.round(width * scale), height: Math.round(height * scale), quality: 'best' })
        .toPNG();
}

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
  const last = { url: '', atMs: Number.NEGATIVE_INFINITY };

  const take = async (urls: readonly string[]): Promise<void> => {
    for (const url of urls) {
      const bytes = await fetchBytes(session, url).catch(() => undefined);
      const png = bytes === undefined ? undefined : toPlainPng(bytes);
      if (png === undefined) continue;
      await deps.icons.write(serviceId, png);
      deps.store.dispatch({ kind: 'site-icon-changed', serviceId });
      return;
    }
  };

  contents.on('page-favicon-updated', (_event, favicons) => {
    const state = deps.store.getState();
    const service = selectService(state, serviceId);
    if (service?.icon.kind !== 'site') return;
    const unread = selectServiceUnread(state, service);
    const isPlain = !unread.indirect && (unread.direct === 'unknown' || unread.direct === 0);
    const urls = favicons
      .filter((url) => /^(?:https?:|data:image\/)/i.test(url) && url.length < 200_000)
      .slice(0, TRIES_MAX);
    const key = urls[0]?.slice(0, 500) ?? '';
    if (!isPlain || key === '' || key === last.url || deps.nowMs() - last.atMs < FETCH_EVERY_MS) return;
    last.url = key;
    last.atMs = deps.nowMs();
    void take(urls);
  });
}

async function fetchBytes(session: Session, url: string): Promise<Uint8Array | undefined> {
  const response = await session.fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > BYTES_MAX) return undefined;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.length > BYTES_MAX ? undefined : bytes;
}
