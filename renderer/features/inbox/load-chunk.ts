import type { InboxPageAnswer } from '../../../electron/core/ipc/answers';
import type { InboxEntry, InboxFilter, InboxSession } from '../../../electron/core/model/inbox';

/** Entries that are asked for at once: as many as main takes, or fewer where somebody waits for the first of them. */
const ASK_LIMIT = 200;
const FIRST_LIMIT = 60;
/** Most entries of one chunk. */
const CHUNK_MAX = 600;

/** How the inbox is read: by stretch of time and conversation, or entry by entry. */
export type Reading = 'sessions' | 'time';

/** A run of entries, the newest first: those before `beforeId` down to `nextId`, which is not among those that follow. */
export interface Chunk {
  readonly beforeId: number | null;
  readonly nextId: number | null;
  /** Undefined while they are not held, since they are far from what is looked at. */
  readonly entries: readonly InboxEntry[] | undefined;
  /** How high it stood when its entries were let go. */
  readonly heightPx: number;
}

/** Asks main for a page. */
export type AskPage = (ask: {
  readonly filter: InboxFilter;
  readonly beforeId: number | null;
  readonly limit: number;
}) => Promise<InboxPageAnswer>;

/** What loading gives: a chunk with its entries and their sessions, or why there is none. */
export type Loaded =
  | {
      readonly kind: 'ok';
      readonly chunk: Chunk & { readonly entries: readonly InboxEntry[] };
      readonly sessions: readonly InboxSession[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

interface Bounds {
  readonly filter: InboxFilter;
  readonly beforeId: number | null;
}

/**
 * Loads the next chunk. Read by sessions it ends where a session ends, so that its conversations stay where they are
 * when more is loaded; only a very long session is cut.
 */
export async function loadChunk(ask: AskPage, bounds: Bounds, reading: Reading): Promise<Loaded> {
  // What is found is read as it comes: while somebody types, the first of it counts.
  const isByPage = reading === 'time' || bounds.filter.text !== undefined;
  const isWhole = (entries: readonly InboxEntry[]): boolean =>
    isByPage || entries.length >= CHUNK_MAX || entries.at(0)?.sessionId !== entries.at(-1)?.sessionId;
  const limit = isByPage && bounds.beforeId === null ? FIRST_LIMIT : ASK_LIMIT;
  const loaded = await loadUntil(ask, { ...bounds, limit }, isWhole);
  if (loaded.kind === 'failed' || isByPage) return loaded;
  const { chunk, sessions } = loaded;
  return { ...loaded, chunk: atSessionEnd(chunk), sessions };
}

/** Loads the entries of a chunk anew, however many of them are left. */
export async function reloadChunk(ask: AskPage, filter: InboxFilter, chunk: Chunk): Promise<Loaded> {
  const { beforeId, nextId, heightPx } = chunk;
  const isWhole = (entries: readonly InboxEntry[]): boolean =>
    nextId !== null && (entries.at(-1)?.id ?? Infinity) <= nextId;
  const loaded = await loadUntil(ask, { filter, beforeId, limit: ASK_LIMIT }, isWhole);
  if (loaded.kind === 'failed') return loaded;
  const entries = loaded.chunk.entries.filter(({ id }) => nextId === null || id >= nextId);
  return { ...loaded, chunk: { beforeId, nextId, heightPx, entries } };
}

async function loadUntil(
  ask: AskPage,
  { filter, beforeId, limit }: Bounds & { readonly limit: number },
  isWhole: (entries: readonly InboxEntry[]) => boolean,
): Promise<Loaded> {
  const entries: InboxEntry[] = [];
  const sessions: InboxSession[] = [];
  const next: { id: number | null } = { id: beforeId };
  do {
    const answer = await ask({ filter, beforeId: next.id, limit });
    if (answer.kind === 'failed') return answer;
    entries.push(...answer.value.entries);
    sessions.push(...answer.value.sessions);
    next.id = answer.value.nextId;
  } while (next.id !== null && !isWhole(entries));
  return { kind: 'ok', chunk: { beforeId, nextId: next.id, entries, heightPx: 0 }, sessions };
}

/** Leaves the last session for the next chunk where it may go on there. */
function atSessionEnd(chunk: Chunk & { readonly entries: readonly InboxEntry[] }): typeof chunk {
  const { entries, nextId } = chunk;
  const cut = entries.findIndex(({ sessionId }) => sessionId === entries.at(-1)?.sessionId);
  if (nextId === null || cut <= 0) return chunk;
  const kept = entries.slice(0, cut);
  return { ...chunk, entries: kept, nextId: kept.at(-1)?.id ?? nextId };
}

/** Tells the runs of entries apart; the first has no name, so that it keeps it when its bounds change. */
export const partOf = (chunk: Chunk, index: number): string =>
  index === 0 ? '' : `${chunk.beforeId ?? ''}:`;
