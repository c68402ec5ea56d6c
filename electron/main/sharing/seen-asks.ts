import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import type { ScreenSaid, ShareFrame } from './share-page';

/** A frame in which our code saw the screen being asked for. */
export interface SeenAsk {
  readonly frame: ShareFrame;
  /** How often the screen had come to its document by then. */
  readonly shares: number;
}

/** What our code in pages saw of asking for the screen. */
export interface SeenAsks {
  readonly hear: (said: ScreenSaid, frame: ShareFrame) => void;
  /** Forgets what the documents of a page said: they are gone. */
  readonly forget: (contentsId: number) => void;
  /** Takes what was seen in a page for a request of it; waits a little, since the request may be the faster. */
  readonly take: (contentsId: number) => Promise<SeenAsk | undefined>;
  readonly stop: Stop;
}

/** How long it stands for a request: one that Chromium itself refused never comes to us. */
const FRESH_MS = 1_000;
/** How long a request waits for the word of the frame it comes from. */
const WAIT_MS = 500;

interface Known extends SeenAsk {
  readonly asks: number;
  readonly atMs: number;
  taken: number;
}

/** Creates the record, empty. One request takes all that was seen of its frame, so that a storm is one. */
export function createSeenAsks({ after, nowMs }: Pick<TimerPort, 'after' | 'nowMs'>): SeenAsks {
  const known = new Map<number, Map<string, Known>>();
  const waiting = new Map<number, () => void>();

  const takeNow = (contentsId: number): SeenAsk | undefined => {
    const fresh = [...(known.get(contentsId)?.values() ?? [])]
      .filter(({ asks, taken, atMs }) => asks > taken && nowMs() - atMs <= FRESH_MS)
      .toSorted((a, b) => b.atMs - a.atMs)[0];
    if (fresh !== undefined) fresh.taken = fresh.asks;
    return fresh;
  };

  return {
    hear: ({ asks = 0, shares = 0 }, frame) => {
      if (asks === 0) return;
      const ofPage = known.get(frame.senderId) ?? new Map<string, Known>();
      known.set(frame.senderId, ofPage);
      const before = ofPage.get(frame.key);
      // Another document in the same frame begins anew.
      const taken = before === undefined || asks < before.asks ? 0 : before.taken;
      // Said again and again while something is captured: only a new one is of now.
      const atMs = before !== undefined && before.asks === asks ? before.atMs : nowMs();
      ofPage.set(frame.key, { frame, asks, shares, atMs, taken });
      if (asks > taken) waiting.get(frame.senderId)?.();
    },
    forget: (contentsId) => {
      known.delete(contentsId);
      waiting.get(contentsId)?.();
    },
    take: async (contentsId) => {
      const atOnce = takeNow(contentsId);
      // Of several that wait the first has it.
      if (atOnce !== undefined || waiting.has(contentsId)) return atOnce;
      await new Promise<void>((resolve) => {
        const stopTimer = after(WAIT_MS, () => waiting.get(contentsId)?.());
        waiting.set(contentsId, () => {
          stopTimer();
          waiting.delete(contentsId);
          resolve();
        });
      });
      return takeNow(contentsId);
    },
    stop: () => {
      for (const go of [...waiting.values()]) go();
      known.clear();
    },
  };
}
