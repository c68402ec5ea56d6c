import type {
  InboxChannelCount,
  InboxEntry,
  InboxFilter,
  InboxHealth,
  InboxPage,
  InboxProblem,
  NewInboxEntry,
} from '../../core/model/inbox';
import type { Stop } from '../store/app-store';
import type { InboxSelection } from './protocol';

/**
 * The record of all notifications, in an encrypted file that a process of its own has. Rules in `docs/spec/inbox.md`.
 * Promises that fail reject with an {@link InboxError}, and do no harm where nobody listens.
 */
export interface Inbox {
  /** Puts one in; returns at once. On disk within 250 ms. The same `key` again changes nothing. */
  readonly add: (entry: NewInboxEntry) => void;
  readonly page: (filter: InboxFilter, beforeId: number | null, limit: number) => Promise<InboxPage>;
  readonly entry: (id: number) => Promise<InboxEntry | undefined>;
  /** What each conversation had of what fits, the latest first. */
  readonly channels: (filter: InboxFilter) => Promise<readonly InboxChannelCount[]>;
  /** How many entries fit. */
  readonly count: (filter: InboxFilter) => Promise<number>;
  /** Gives how many were not so before. */
  readonly markRead: (selection: InboxSelection, isRead: boolean) => Promise<number>;
  readonly remove: (selection: InboxSelection) => Promise<number>;
  /** The person came back: a new stretch begins. Does not start the process. */
  readonly came: (atMs: number) => void;
  /** The person went away from the present stretch. */
  readonly left: (atMs: number) => void;
  /** Writes all that fits to a file as JSON, whole or not at all; gives how many. */
  readonly exportTo: (file: string, filter: InboxFilter) => Promise<number>;
  /** Removes what is older, and stretches without entries; gives how many entries. */
  readonly prune: (olderThanMs: number) => Promise<number>;
  /** Tells how it is, at once and whenever that changes. */
  readonly onHealth: (listener: (health: InboxHealth) => void) => Stop;
  /** Resolves when what was added before is on disk. */
  readonly flush: () => Promise<void>;
  /** Flushes, as far as the disk allows in 3 s, and ends the process. What is added later is not kept. */
  readonly stop: () => Promise<void>;
}

/** An expected failure: the disk refuses, the inbox is closed… */
export class InboxError extends Error {
  readonly reason: InboxProblem;

  constructor(reason: InboxProblem) {
    super(`the inbox: ${reason}`);
    this.name = 'InboxError';
    this.reason = reason;
  }
}
