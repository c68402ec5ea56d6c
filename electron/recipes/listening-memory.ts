import { own, ownCount, ownText } from './raw';
import { createHeardIds, type HeardIds } from './heard-ids';

/** Older than that nothing is told late. */
const OLDEST_MS = 7 * 86_400_000;
/** Most that is told of one channel. */
const MISSED_MAX = 200;
/** What was said within so long before the last that was heard may not have been told yet. */
const OVERLAP_MS = 10_000;
/** And so long after it was told it may be found once more. */
const AGAIN_MS = 40_000;

/** What a listener has heard, for the next one. */
export interface Memory {
  /** Since when something was missed that is still told, by the server's clock; undefined where this is the first connection. */
  readonly missedSinceMs: (nowMs: number) => number | undefined;
  readonly heard: HeardIds;
  /** Something of that time came, by the server's clock. */
  readonly see: (serverMs: number, nowMs: number) => void;
  /** All that was missed is told: from now on what is heard counts. */
  readonly finish: () => void;
  /** For the next connection: plain JSON, new each time. */
  readonly toResume: () => Readonly<Record<string, unknown>>;
}

/** Creates it from what the last connection of the same person remembered, in whatever shape. */
export function createMemory(userId: string, resume: unknown): Memory {
  const isOwn = ownText(resume, 'userId') === userId && userId !== '';
  const resumedMs = isOwn ? ownCount(resume, 'sinceMs') : undefined;
  const heard = createHeardIds(isOwn ? own(resume, 'heard') : []);
  const now = { sinceMs: resumedMs ?? 0, lastMs: 0, isDone: false };
  return {
    missedSinceMs: (nowMs) => (resumedMs === undefined ? undefined : Math.max(resumedMs, nowMs - OLDEST_MS)),
    heard,
    see: (serverMs, nowMs) => {
      if (serverMs <= now.lastMs) return;
      now.lastMs = serverMs;
      if (now.isDone) heard.forgetBefore(nowMs - AGAIN_MS);
    },
    finish: () => {
      // What was there before the first connection is nobody's to tell.
      if (!now.isDone && resumedMs === undefined) now.sinceMs = now.lastMs;
      now.isDone = true;
    },
    toResume: () => {
      if (now.isDone) now.sinceMs = Math.max(now.sinceMs, now.lastMs - OVERLAP_MS);
      return { userId, sinceMs: now.sinceMs, heard: heard.toList() };
    },
  };
}

/** Gives what was said after that in a channel, in order; what was only changed since is in the answers of servers too. */
export const saidAfter = (
  sinceMs: number,
  said: readonly unknown[],
  atMsOf: (one: unknown) => number,
): readonly unknown[] =>
  said
    .filter((one) => atMsOf(one) > sinceMs)
    .toSorted((one, other) => atMsOf(one) - atMsOf(other))
    .slice(-MISSED_MAX);
