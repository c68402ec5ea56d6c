import type { InboxEntry, InboxSession } from '../../../electron/core/model/inbox';
import type { AskPage } from './load-chunk';

/** A made-up inbox for tests: its entries can be changed, and what was asked is remembered. */
export interface TestInbox {
  entries: readonly InboxEntry[];
  isFailing: boolean;
  readonly asked: Parameters<AskPage>[0][];
  readonly ask: AskPage;
}

/** Gives an inbox with these entries, the newest first; of its filter it knows the text alone. */
export function createTestInbox(
  entries: readonly InboxEntry[],
  sessions: readonly InboxSession[] = [],
): TestInbox {
  const inbox: TestInbox = {
    entries,
    isFailing: false,
    asked: [],
    ask: (ask) => {
      inbox.asked.push(ask);
      if (inbox.isFailing) return Promise.resolve({ kind: 'failed', reason: 'broken' });
      const { filter, beforeId, limit } = ask;
      const fitting = inbox.entries.filter(
        ({ id, body }) => (beforeId === null || id < beforeId) && body.includes(filter.text ?? ''),
      );
      const part = fitting.slice(0, limit);
      const nextId = fitting.length > limit ? (part.at(-1)?.id ?? null) : null;
      return Promise.resolve({ kind: 'ok', value: { entries: part, sessions, nextId } });
    },
  };
  return inbox;
}
