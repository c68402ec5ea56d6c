import { readSync, type Batch } from './listener-batch';
import type { MatrixAsks } from './listener-asks';

/** What comes of a server, one answer after another. */
export interface MatrixStream {
  /** Waits so long for something to come. */
  readonly next: (waitMs: number) => Promise<Batch>;
  /** Up to where all was heard before the last answer; undefined where the server names no such place. */
  readonly heardTo: () => string | undefined;
  /** What the next connection goes on by. */
  readonly resume: () => Readonly<Record<string, string>>;
}

/** Streams `/sync`. Every answer that is asked for by `since` tells the server that the device has what came before. */
export function createSyncStream(asks: MatrixAsks, from: string): MatrixStream {
  const now = { since: from, before: from };
  return {
    next: async (waitMs) => {
      const batch = readSync(await asks.sync(now.since, waitMs));
      now.before = now.since;
      if (batch.next !== '') now.since = batch.next;
      return batch;
    },
    heardTo: () => now.before,
    resume: () => ({ since: now.since }),
  };
}
