import { createStore, type StoreApi } from 'zustand/vanilla';
import type { InboxFilter, InboxSession } from '../../../electron/core/model/inbox';
import { loadChunk, reloadChunk, type AskPage, type Chunk, type Loaded, type Reading } from './load-chunk';

/** Most entries that are held; chunks far from what is looked at let theirs go. */
const HELD_MAX = 2000;

/** What of the inbox is there to be drawn. */
export interface FeedState {
  readonly kind: 'asking' | 'ready' | 'failed';
  readonly reason: string | undefined;
  readonly filter: InboxFilter;
  readonly reading: Reading;
  readonly chunks: readonly Chunk[];
  readonly sessions: Readonly<Record<number, InboxSession>>;
  /** How many came that are not drawn yet, so that nothing moves under the reader. */
  readonly newer: number;
  /** Grows when the list is drawn anew from its top. */
  readonly turn: number;
}

/** The entries that are on screen, a part at a time. */
export interface InboxFeed {
  readonly store: StoreApi<FeedState>;
  /** Begins anew at the top. What was asked for before is dropped when its answer comes. */
  readonly show: (filter: InboxFilter, reading: Reading) => Promise<void>;
  /** Loads what follows the last chunk. */
  readonly more: () => Promise<void>;
  /** Asks for all that is held again; with `fromTop` also for what is new. */
  readonly refresh: (fromTop: boolean) => Promise<void>;
  /** Loads a chunk that let its entries go. */
  readonly restore: (index: number) => Promise<void>;
  /** Lets go of the entries of a chunk, which stood so high, if there are more than are to be held. */
  readonly letGo: (index: number, heightPx: number) => void;
  /** Draws entries as read or unread before main has heard of it. */
  readonly setRead: (ids: ReadonlySet<number>, isRead: boolean) => void;
}

/** Gives a feed that asks for its pages through `ask`. */
export function createInboxFeed(ask: AskPage): InboxFeed {
  const store = createStore<FeedState>(() => ({
    kind: 'asking',
    reason: undefined,
    filter: {},
    reading: 'sessions',
    chunks: [],
    sessions: {},
    newer: 0,
    turn: 0,
  }));
  const run = { show: 0, shown: 0, isLoadingMore: false, newestId: -1 };
  const set = (changes: Partial<FeedState>): void => store.setState(changes);
  const askSafely: AskPage = (input) =>
    ask(input).catch(() => ({ kind: 'failed', reason: 'closed' }) as const);

  const begin = async (filter: InboxFilter, reading: Reading): Promise<void> => {
    const mine = (run.show += 1);
    run.isLoadingMore = false;
    const loaded = await loadChunk(askSafely, { filter, beforeId: null }, reading);
    if (mine !== run.show) return;
    run.shown = mine;
    const { turn } = store.getState();
    if (loaded.kind === 'failed') return set({ kind: 'failed', reason: loaded.reason, filter, reading });
    run.newestId = loaded.chunk.entries[0]?.id ?? -1;
    set({
      kind: 'ready',
      reason: undefined,
      filter,
      reading,
      chunks: [loaded.chunk],
      sessions: withSessions({}, loaded),
      newer: 0,
      turn: turn + 1,
    });
  };

  /** Puts a chunk that was loaded in place of the one there, if the list is still the same. */
  const place = (mine: number, index: number, loaded: Loaded): void => {
    const { chunks, sessions } = store.getState();
    if (mine !== run.show || loaded.kind === 'failed') return;
    // Where nothing was drawn yet, what comes moves nothing.
    if (index === 0) run.newestId = Math.max(run.newestId, loaded.chunk.entries[0]?.id ?? -1);
    set({ chunks: chunks.toSpliced(index, 1, loaded.chunk), sessions: withSessions(sessions, loaded) });
  };

  const again = async (index: number): Promise<void> => {
    const { chunks, filter } = store.getState();
    const chunk = chunks[index];
    if (chunk !== undefined) place(run.show, index, await reloadChunk(askSafely, filter, chunk));
  };

  const countNewer = async (mine: number): Promise<void> => {
    const { filter } = store.getState();
    const answer = await askSafely({ filter, beforeId: null, limit: 100 });
    if (mine !== run.show || answer.kind === 'failed') return;
    set({ newer: answer.value.entries.filter(({ id }) => id > run.newestId).length });
  };

  return {
    store,
    show: begin,
    more: async () => {
      const { chunks, filter, reading, kind } = store.getState();
      const beforeId = chunks.at(-1)?.nextId ?? null;
      // What follows a list that is about to go is not part of the next one.
      const isGoing = run.shown !== run.show;
      if (kind !== 'ready' || beforeId === null || run.isLoadingMore || isGoing) return;
      run.isLoadingMore = true;
      const mine = run.show;
      place(mine, chunks.length, await loadChunk(askSafely, { filter, beforeId }, reading));
      if (mine === run.show) run.isLoadingMore = false;
    },
    refresh: async (fromTop) => {
      const { filter, reading, chunks, kind } = store.getState();
      if (fromTop || kind !== 'ready' || chunks.length === 0) return begin(filter, reading);
      const mine = run.show;
      const top = chunks[0];
      // Without this the first chunk would take in what is new.
      if (top?.beforeId === null && top.entries?.[0] !== undefined)
        set({ chunks: chunks.toSpliced(0, 1, { ...top, beforeId: top.entries[0].id + 1 }) });
      for (const [index, { entries }] of chunks.entries()) {
        if (mine !== run.show) return undefined;
        if (entries !== undefined) await again(index);
      }
      return countNewer(mine);
    },
    restore: async (index) => {
      if (store.getState().chunks[index]?.entries === undefined) await again(index);
    },
    letGo: (index, heightPx) => {
      const { chunks } = store.getState();
      const held = chunks.reduce((sum, { entries }) => sum + (entries?.length ?? 0), 0);
      const chunk = chunks[index];
      if (held <= HELD_MAX || chunk?.entries === undefined) return;
      set({ chunks: chunks.toSpliced(index, 1, { ...chunk, entries: undefined, heightPx }) });
    },
    setRead: (ids, isRead) => {
      const chunks = store.getState().chunks.map((chunk) => withRead(chunk, ids, isRead));
      set({ chunks });
    },
  };
}

function withRead(chunk: Chunk, ids: ReadonlySet<number>, isRead: boolean): Chunk {
  const isTouched = chunk.entries?.some((entry) => ids.has(entry.id) && entry.isRead !== isRead) === true;
  if (!isTouched) return chunk;
  return {
    ...chunk,
    entries: chunk.entries?.map((entry) => (ids.has(entry.id) ? { ...entry, isRead } : entry)),
  };
}

function withSessions(
  before: Readonly<Record<number, InboxSession>>,
  loaded: Extract<Loaded, { readonly kind: 'ok' }>,
): Readonly<Record<number, InboxSession>> {
  const all = { ...before };
  for (const session of loaded.sessions) all[session.id] = session;
  return all;
}
