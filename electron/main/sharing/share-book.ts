import type { ServiceId } from '../../core/model/service';
import type { Share } from '../../core/model/share';
import { stopAll, type AppStore, type Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import { createFrameBook, type FrameBook, type SaidFrame } from '../views/frame-book';
import type { SeenAsk } from './seen-asks';
import type { ScreenSaid, ShareFrame, SharePage } from './share-page';

interface BookDeps extends Pick<TimerPort, 'after'> {
  readonly store: AppStore;
  readonly isFrameThere: (processId: number, routingId: number) => boolean;
  readonly refuse: (serviceId: ServiceId, reason: string) => void;
  readonly onProblem: (error: unknown) => void;
}

/** What pages were given of the screen, until it is known to be over. */
export interface ShareBook {
  readonly begin: (serviceId: ServiceId, share: Share, page: SharePage, ask: SeenAsk) => void;
  /** What a frame asked for was refused late: to our code in it that looks as if it came. */
  readonly owe: (processId: number, routingId: number) => void;
  readonly hear: (said: ScreenSaid, frame: ShareFrame) => void;
  /** Watches a page, so that what it was given is over with its documents; tells of their ends, too. */
  readonly watch: FrameBook<SaidFrame>['watch'];
  readonly stop: Stop;
}

/** How long a page may take to end what it was told to end; then it is loaded anew. */
export const END_MS = 1_000;
/** How long it may take to be loaded anew; then its process is ended. */
export const RELOAD_MS = 3_000;
/** How often frames that share are looked for. */
const CHECK_MS = 5_000;

type Sharing = SaidFrame & {
  readonly frame: ShareFrame;
  readonly page: SharePage;
  readonly shares: readonly Share[];
  /** So often the screen must have come to the document before it is believed to be over. */
  readonly owed: number;
  /** Ends what ends it, step by step. */
  ending: Stop | undefined;
};

/**
 * Creates the book and keeps `shares` of each service. What was given counts until our code in that very frame has seen
 * as much come as was given and says that none is left, or its document is gone. Told to end, a page that does not is
 * loaded anew, and then its process ended: by then nothing of it sees anything.
 */
export function createShareBook(deps: BookDeps): ShareBook {
  const { store, after, refuse } = deps;
  const frames = createFrameBook<Sharing>({
    after,
    checkMs: CHECK_MS,
    isThere: ({ processId, frameRoutingId }) => deps.isFrameThere(processId, frameRoutingId),
    onForgotten: ({ serviceId, shares, ending }) => {
      ending?.();
      for (const { id } of shares) store.dispatch({ kind: 'share-ended', serviceId, shareId: id });
    },
  });

  /** Does it after a while, unless that is over or the page is gone by then. */
  const unlessOver = (key: string, delayMs: number, act: (sharing: Sharing) => void): void => {
    const sharing = frames.find(key);
    if (sharing === undefined) return;
    sharing.ending = after(delayMs, () => {
      const still = frames.find(key);
      if (still !== undefined && !still.page.isDestroyed()) act(still);
    });
  };
  const end = ({ key, frame, ending }: Sharing): void => {
    if (ending !== undefined) return;
    frame.reply({ kind: 'share-stop' });
    unlessOver(key, END_MS, ({ serviceId, page }) => {
      refuse(serviceId, 'share: not ended when told to');
      page.reload();
      unlessOver(key, RELOAD_MS, (still) => still.page.forcefullyCrashRenderer());
    });
  };
  const endAll = (serviceId: ServiceId | null): void => {
    for (const sharing of frames.all())
      if (serviceId === null || sharing.serviceId === serviceId) end(sharing);
  };
  const stops = [
    store.onAction('share-stop-requested', ({ serviceId }) => endAll(serviceId)),
    // Whoever locks goes away from what others would see.
    store.onAction('locked', () => endAll(null)),
    () => frames.all().forEach(({ ending }) => ending?.()),
    frames.stop,
  ];

  return {
    begin: (serviceId, share, page, { frame, shares }) => {
      const { key, senderId, processId, frameRoutingId } = frame;
      const before = frames.find(key);
      frames.keep({
        ...{ serviceId, key, senderId, processId, frameRoutingId, frame, page },
        shares: [...(before?.shares ?? []), share],
        owed: Math.max(before?.owed ?? 0, shares) + 1,
        ending: before?.ending,
      });
      store.dispatch({ kind: 'share-begun', serviceId, share });
    },
    owe: (processId, routingId) => {
      for (const sharing of frames.all()) {
        const isIt = sharing.processId === processId && sharing.frameRoutingId === routingId;
        if (isIt) frames.keep({ ...sharing, owed: sharing.owed + 1 });
      }
    },
    hear: ({ screens = 0, shares = 0 }, { key }) => {
      const sharing = frames.find(key);
      if (sharing !== undefined && screens === 0 && shares >= sharing.owed) frames.forget(key);
    },
    watch: frames.watch,
    stop: () => stopAll(stops, deps.onProblem),
  };
}
