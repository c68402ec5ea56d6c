import { expect, it } from 'vitest';
import { anEntry } from '../../../e2e/support/inbox-fixtures';
import type { InboxSession } from '../../../electron/core/model/inbox';
import { findLastHereMs } from './last-here';

const earlier: InboxSession = { id: 1, cameMs: 1000, leftMs: 2000 };
const now: InboxSession = { id: 2, cameMs: 5000, leftMs: null };
const asking =
  (...sessions: readonly InboxSession[]) =>
  (beforeMs: number | undefined) => {
    const session = sessions.find(({ cameMs }) => beforeMs === undefined || cameMs < beforeMs);
    const entries = session === undefined ? [] : [anEntry(1, { sessionId: session.id })];
    const value = { entries, sessions: session === undefined ? [] : [session], nextId: null };
    return Promise.resolve({ kind: 'ok', value } as const);
  };

it.each([
  ['something has come since they came back', asking(now, earlier), 2000],
  ['nothing has', asking(earlier), 2000],
  ['there was nothing before', asking(now), undefined],
  ['there is nothing at all', asking(), undefined],
  ['the app ended before they went away', asking(now, { ...earlier, leftMs: null }), 5000],
  ['the inbox fails', () => Promise.resolve({ kind: 'failed', reason: 'broken' } as const), undefined],
])('I28 knows when the person was last here: %s', async (_, ask, expected) => {
  expect(await findLastHereMs(ask)).toBe(expected);
});
