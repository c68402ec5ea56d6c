import type { Content, Session, Shared } from '../model.js';
import { syncOf } from '../sync.js';

export interface Waiting {
  /** Answers once there is something to tell, or the time is up. */
  readonly sync: (session: Session, query: URLSearchParams, filter: Content) => Promise<Content>;
  /** Returns once a client of that person waits for what comes. */
  readonly whenListening: (userId: string) => Promise<void>;
  readonly stop: () => void;
}

/** The syncs that wait for something to happen. */
export function createWaiting(shared: Shared): Waiting {
  const waiting = new Set<{ readonly userId: string; readonly wake: () => void }>();
  const watchers = new Set<{ readonly userId: string; readonly resolve: () => void }>();
  const stop = shared.listen((told) => {
    for (const one of [...waiting]) if (told.kind === 'changed' || told.userId === one.userId) one.wake();
  });
  const pause = (userId: string, waitMs: number): Promise<void> =>
    new Promise((resolve) => {
      const one = {
        userId,
        wake: () => {
          clearTimeout(timer);
          waiting.delete(one);
          resolve();
        },
      };
      const timer = setTimeout(one.wake, waitMs);
      waiting.add(one);
      for (const watcher of [...watchers]) {
        if (watcher.userId !== userId) continue;
        watchers.delete(watcher);
        watcher.resolve();
      }
    });
  return {
    sync: async (session, query, filter) => {
      const given = query.get('since');
      const since = given === null ? undefined : Number(given.slice(1));
      const endsMs = performance.now() + Number(query.get('timeout') ?? 0);
      for (;;) {
        const state = await shared.read();
        const { body, isEmpty } = syncOf(state, { session, since, filter });
        const leftMs = endsMs - performance.now();
        const isOver = leftMs <= 0 || state.sessions[session.token] === undefined;
        if (!isEmpty || since === undefined || isOver) return body;
        await pause(session.userId, leftMs);
      }
    },
    whenListening: (userId) =>
      [...waiting].some((one) => one.userId === userId)
        ? Promise.resolve()
        : new Promise((resolve) => void watchers.add({ userId, resolve })),
    stop: () => {
      stop();
      for (const one of [...waiting]) one.wake();
    },
  };
}
