import type { NativeImage } from 'electron/common';
import { decideLayout } from '../../core/decide/decide-layout';
import type { ServiceId } from '../../core/model/service';
import { isLocked } from '../../core/state/veil';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** Most pictures kept, and most bytes of them all together. */
export const STILLS_MAX = 12;
export const STILLS_MAX_BYTES = 3_000_000;
/** How long a page may take to be drawn once more. */
const PATIENCE_MS = 1_500;
/** Its words stay sharp, its bytes few. */
const JPEG_QUALITY = 70;
/** How long the picture stands over a page that is there again, which is still empty at first. */
export const COVER_MS = 400;

/** What is used of a picture. */
export type StillImage = Pick<NativeImage, 'isEmpty' | 'getSize' | 'toJPEG'> & {
  readonly resize: (options: { readonly width: number; readonly quality: 'good' }) => StillImage;
};

/** What is used of a page. */
export interface StillPage {
  readonly capturePage: (area: undefined, options: { readonly stayHidden: boolean }) => Promise<StillImage>;
}

/** What the person saw last of services without a page, in memory alone: it shows their messages. */
export interface Stills {
  /** Takes one of a page that is about to go; resolves when it may go. */
  readonly take: (serviceId: ServiceId, page: StillPage) => Promise<void>;
  /** Gives the picture as JPEG. */
  readonly find: (serviceId: ServiceId) => Uint8Array | undefined;
  readonly drop: (serviceId: ServiceId) => void;
  readonly dropAll: () => void;
  readonly stop: Stop;
}

/** Creates the album. A picture is as wide as the page area at most, whatever the screen's pixels. */
export function createStills(store: AppStore, after: TimerPort['after']): Stills {
  const kept = new Map<ServiceId, Uint8Array>();
  const last = { version: 0 };

  const drop = (serviceId: ServiceId): void => {
    if (kept.delete(serviceId)) store.dispatch({ kind: 'still-changed', serviceId, version: 0 });
  };
  const keep = (serviceId: ServiceId, picture: Uint8Array): void => {
    if (picture.length > STILLS_MAX_BYTES) return drop(serviceId);
    kept.delete(serviceId);
    kept.set(serviceId, picture);
    const total = (): number => [...kept.values()].reduce((sum, { length }) => sum + length, 0);
    for (const oldest of [...kept.keys()]) {
      if (kept.size <= STILLS_MAX && total() <= STILLS_MAX_BYTES) break;
      drop(oldest);
    }
    last.version += 1;
    store.dispatch({ kind: 'still-changed', serviceId, version: last.version });
  };

  const stops = [
    ...(['service-removed', 'data-clearing-requested'] as const).map((kind) =>
      store.onAction(kind, ({ serviceId }) => drop(serviceId)),
    ),
    store.onAction('service-enabled-set', ({ serviceId, enabled }) => {
      if (!enabled) drop(serviceId);
    }),
    store.onAction('sign-in-reported', ({ serviceId, isSignedIn }) => {
      if (!isSignedIn) drop(serviceId);
    }),
    store.onAction('view-loaded', ({ serviceId }) => {
      const picture = kept.get(serviceId);
      if (picture === undefined) return;
      after(COVER_MS, () => {
        if (kept.get(serviceId) === picture) drop(serviceId);
      });
    }),
    ...(['view-load-failed', 'view-crashed'] as const).map((kind) =>
      store.onAction(kind, ({ serviceId }) => drop(serviceId)),
    ),
  ];
  return {
    take: async (serviceId, page) => {
      if (isLocked(store.getState())) return drop(serviceId);
      // Hidden it stays, so that nothing in it takes itself for seen.
      const image = await Promise.race([
        page.capturePage(undefined, { stayHidden: true }).catch(() => undefined),
        new Promise<undefined>((resolve) => void after(PATIENCE_MS, () => resolve(undefined))),
      ]);
      if (image === undefined || image.isEmpty()) return drop(serviceId);
      const { width } = decideLayout(store.getState()).pageArea;
      const isWider = width > 0 && image.getSize().width > width;
      keep(serviceId, (isWider ? image.resize({ width, quality: 'good' }) : image).toJPEG(JPEG_QUALITY));
    },
    find: (serviceId) => kept.get(serviceId),
    drop,
    dropAll: () => [...kept.keys()].forEach(drop),
    stop: () => {
      stops.forEach((stop) => stop());
      kept.clear();
    },
  };
}
