import { createTokenBucket } from '../../core/model/token-bucket';
import type { ListenerTold } from '../../recipes/listening';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import { clipTold } from './clip-told';
import { mergeTold } from './merge-told';

/** Between two batches of a service, unless a notification is among what waits. */
const BATCH_MS = 100;
/** So much is not let wait. */
const WAITING_MAX = 500;
/** How often it is said that something was too much. */
const DROPPED_QUIET_MS = 60_000;
/** Longest `remember`ed data, as JSON. */
const RESUME_MAX = 16_384;
/** As of a page (P46): a night's messages at once, not a storm that never ends. */
const rates = {
  notification: { burst: 600, perSecond: 1 },
  read: { burst: 700, perSecond: 50 },
} as const;

interface BatchPort extends TimerPort {
  readonly post: (told: readonly ListenerTold[], resume: object | undefined) => void;
  /** Something was left out, and why; for the log. */
  readonly onDropped: (text: string) => void;
}

/** What one service's listener told and main has not been told. */
export interface Batch {
  readonly put: (told: ListenerTold) => void;
  /** Gives what is remembered, as it is now; undefined when it is too much. */
  readonly remember: (resume: object) => object | undefined;
  /** Tells main what waits. */
  readonly flush: () => void;
  /** Forgets what waits. */
  readonly stop: Stop;
}

/** Creates the batch of a service: a notification goes at once with all told before it, the rest ten times a second at most. */
export function createBatch(port: BatchPort): Batch {
  const buckets = {
    notification: createTokenBucket(rates.notification),
    read: createTokenBucket(rates.read),
  };
  const now: Now = {
    told: [],
    resume: undefined,
    flushedAtMs: undefined,
    due: undefined,
    dropped: 0,
    quiet: undefined,
  };

  const flush = (): void => {
    now.due?.stop();
    now.due = undefined;
    const { told, resume } = now;
    if (told.length === 0 && resume === undefined) return;
    now.told = [];
    now.resume = undefined;
    now.flushedAtMs = port.nowMs();
    port.post(told, resume);
  };
  const flushIn = (delayMs: number): void => {
    const atMs = port.nowMs() + delayMs;
    if (now.due !== undefined && now.due.atMs <= atMs) return;
    now.due?.stop();
    now.due = { atMs, stop: port.after(delayMs, flush) };
  };
  const flushSoon = (): void => {
    const passedMs = now.flushedAtMs === undefined ? BATCH_MS : port.nowMs() - now.flushedAtMs;
    flushIn(Math.min(BATCH_MS, Math.max(0, BATCH_MS - passedMs)));
  };
  const tellDropped = (): void => {
    now.quiet = undefined;
    if (now.dropped === 0) return;
    port.onDropped(`${now.dropped} tellings too many`);
    now.dropped = 0;
    now.quiet = port.after(DROPPED_QUIET_MS, tellDropped);
  };
  const drop = (): void => {
    now.dropped += 1;
    if (now.quiet === undefined) tellDropped();
  };

  return {
    put: (raw) => {
      const told = clipTold(raw);
      if (told === undefined) return drop();
      if ((told.kind === 'notification' || told.kind === 'read') && !buckets[told.kind].take(port.nowMs()))
        return drop();
      mergeTold(now.told, told);
      if (now.told.length >= WAITING_MAX) flush();
      // All of one moment together.
      else if (told.kind === 'notification') flushIn(0);
      else flushSoon();
    },
    remember: (resume) => {
      const text = JSON.stringify(resume);
      if (text.length > RESUME_MAX) {
        drop();
        return undefined;
      }
      now.resume = JSON.parse(text) as object;
      flushSoon();
      return now.resume;
    },
    flush,
    stop: () => {
      now.due?.stop();
      now.quiet?.();
      now.due = undefined;
      now.quiet = undefined;
      now.told = [];
      now.resume = undefined;
    },
  };
}

interface Now {
  told: ListenerTold[];
  resume: object | undefined;
  flushedAtMs: number | undefined;
  due: { readonly atMs: number; readonly stop: Stop } | undefined;
  dropped: number;
  quiet: Stop | undefined;
}
