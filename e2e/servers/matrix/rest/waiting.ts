import type { Content, ServerState, Session, Shared } from '../model.js';
import { slidingOf } from '../sliding.js';
import { syncOf } from '../sync.js';

export interface Waiting {
  /** Answers once there is something to tell, or the time is up. */
  readonly sync: (session: Session, query: URLSearchParams, filter: Content) => Promise<Content>;
  /** The same by sliding sync. */
  readonly slide: (session: Session, query: URLSearchParams, wanted: Content) => Promise<Content>;
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
  const answer = async (
    session: Session,
    query: URLSearchParams,
    given: string | null,
    answerOf: (
      state: ServerState,
      since: number | undefined,
    ) => { readonly body: Content; readonly isEmpty: boolean },
  ): Promise<Content> => {
    const since = given === null ? undefined : Number(given.slice(1));
    const endsMs = performance.now() + Number(query.get('timeout') ?? 0);
    for (;;) {
      const state = await shared.read();
      const { body, isEmpty } = answerOf(state, since);
      const leftMs = endsMs - performance.now();
      const isOver = leftMs <= 0 || state.sessions[session.token] === undefined;
      if (!isEmpty || since === undefined || isOver) return body;
      await pause(session.userId, leftMs);
    }
  };
  return {
    sync: (session, query, filter) =>
      answer(session, query, query.get('since'), (state, since) => syncOf(state, { session, since, filter })),
    slide: (session, query, wanted) =>
      answer(session, query, query.get('pos'), (state, since) =>
        slidingOf(state, { session, since, wanted }),
      ),
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
