import { describe, expect, it } from 'vitest';
import { anEntry } from '../../../e2e/support/inbox-fixtures';
import type { InboxEntry } from '../../../electron/core/model/inbox';
import { loadChunk, reloadChunk, type Loaded } from './load-chunk';
import { createTestInbox } from './test-inbox';

/** So many entries, the newest first; each session has as many as it says, the newest session first. */
const inSessions = (...sizes: readonly number[]): readonly InboxEntry[] => {
  const sessionIds = sizes.flatMap((size, index) => Array.from({ length: size }, () => sizes.length - index));
  return sessionIds.map((sessionId, index) => anEntry(sessionIds.length - index, { sessionId }));
};
const chunkOf = (loaded: Loaded) => (loaded.kind === 'ok' ? loaded.chunk : undefined);
const top = { filter: {}, beforeId: null };

describe('loadChunk', () => {
  it('I35 ends where a session ends, so that what follows never changes its conversations', async () => {
    const { ask } = createTestInbox(inSessions(150, 100, 50));
    const first = chunkOf(await loadChunk(ask, top, 'sessions'));
    expect([first?.entries.length, first?.nextId]).toEqual([150, 151]);
    const second = chunkOf(await loadChunk(ask, { filter: {}, beforeId: 151 }, 'sessions'));
    expect([second?.entries.length, second?.nextId]).toEqual([150, null]);
  });

  it('I35 goes on for a long session, but not for ever', async () => {
    const { ask, asked } = createTestInbox(inSessions(450, 10));
    expect(chunkOf(await loadChunk(ask, top, 'sessions'))?.entries.length).toBe(460);
    const endless = createTestInbox(inSessions(5000));
    expect(chunkOf(await loadChunk(endless.ask, top, 'sessions'))?.entries.length).toBe(600);
    expect([asked.length, endless.asked.length]).toEqual([3, 3]);
  });

  it('I35 takes a page at a time where entries are read one by one', async () => {
    const { ask, asked } = createTestInbox(inSessions(450));
    const chunk = chunkOf(await loadChunk(ask, top, 'time'));
    expect([chunk?.entries.length, chunk?.nextId, asked.length]).toEqual([60, 391, 1]);
    const next = chunkOf(await loadChunk(ask, { filter: {}, beforeId: 391 }, 'time'));
    expect([next?.entries.length, next?.nextId, asked.length]).toEqual([200, 191, 2]);
  });

  it('I35 does not make somebody who types wait for the end of a session', async () => {
    const { ask, asked } = createTestInbox(inSessions(450));
    const found = chunkOf(await loadChunk(ask, { filter: { text: 'Message' }, beforeId: null }, 'sessions'));
    expect([found?.entries.length, asked.length]).toEqual([60, 1]);
  });

  it('I35 says why there is nothing', async () => {
    const inbox = createTestInbox([]);
    inbox.isFailing = true;
    expect(await loadChunk(inbox.ask, top, 'sessions')).toEqual({ kind: 'failed', reason: 'broken' });
  });
});

describe('reloadChunk', () => {
  it('I36 loads what is left of a chunk, and nothing of the next', async () => {
    const inbox = createTestInbox(inSessions(450));
    const chunk = chunkOf(await loadChunk(inbox.ask, top, 'time'));
    if (chunk === undefined) throw new Error('nothing was loaded');
    inbox.entries = inbox.entries.filter(({ id }) => id % 2 === 0);
    const again = chunkOf(await reloadChunk(inbox.ask, {}, chunk));
    expect(again?.entries.map(({ id }) => id)).toEqual(
      chunk.entries.map(({ id }) => id).filter((id) => id % 2 === 0),
    );
    expect(again?.nextId).toBe(chunk.nextId);
  });
});
