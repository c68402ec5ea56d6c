import type { Kinds } from './records.js';

/** What instances tell their clients. */
export type News =
  | {
      readonly kind: 'event';
      /** Without its `stream-`: `notify-user`, `room-messages`, … */
      readonly stream: string;
      readonly key: string;
      readonly args: readonly unknown[];
      /** Only these users hear it; everybody with the right to when left out. */
      readonly userIds?: readonly string[];
    }
  | { readonly kind: 'token-ended'; readonly token: string };

/** What becomes of a record: the new one, `'remove'`, or the same as before. */
export interface Change<T> {
  readonly keep?: T | 'remove';
  readonly tell?: readonly News[];
}

/**
 * Where instances keep what they share: plain JSON records by kind and id, in the order in which they were made, and news to
 * each other. In memory here, in a Redis in `redis-keeper.ts`; there `change` may run its function again.
 */
export interface Keeper {
  get<K extends keyof Kinds>(kind: K, id: string): Promise<Kinds[K] | undefined>;
  all<K extends keyof Kinds>(kind: K): Promise<readonly Kinds[K][]>;
  /** Changes one record in one step and tells of it in that order; gives what is kept now. */
  change<K extends keyof Kinds>(
    kind: K,
    id: string,
    decide: (now: Kinds[K] | undefined) => Change<Kinds[K]>,
  ): Promise<Kinds[K] | undefined>;
  tell(...news: readonly News[]): Promise<void>;
  hear(listener: (news: News) => void): () => void;
  /** Lets go of where it keeps things. */
  close(): void;
}

/** A keeper for the instances of one process. */
export function createMemoryKeeper(): Keeper {
  const kinds = new Map<string, Map<string, unknown>>();
  const listeners = new Set<(news: News) => void>();
  const recordsOf = <K extends keyof Kinds>(kind: K): Map<string, Kinds[K]> => {
    const known = kinds.get(kind) ?? new Map<string, unknown>();
    kinds.set(kind, known);
    return known as Map<string, Kinds[K]>;
  };
  const tellAll = (news: readonly News[]) => {
    for (const one of news) for (const listener of listeners) listener(one);
  };
  return {
    get: (kind, id) => Promise.resolve(recordsOf(kind).get(id)),
    all: (kind) => Promise.resolve([...recordsOf(kind).values()]),
    change: (kind, id, decide) => {
      const records = recordsOf(kind);
      const { keep, tell = [] } = decide(records.get(id));
      if (keep === 'remove') records.delete(id);
      else if (keep !== undefined) records.set(id, keep);
      tellAll(tell);
      return Promise.resolve(records.get(id));
    },
    tell: (...news) => Promise.resolve(tellAll(news)),
    hear: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => undefined,
  };
}
