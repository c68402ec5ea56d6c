import { expect, it } from 'vitest';
import type { InboxEntry } from './inbox';
import { toReplay } from './inbox-file';

it('E27 a stretch that is there twice comes once, as it is there last, and so do its entries', () => {
  const entry: InboxEntry = {
    ...{ id: 3, sessionId: 1, key: 'k', atMs: 6, serviceId: 'work', serviceName: 'Work', channelId: null },
    ...{ channelName: null, channelKind: 'unknown', sender: 'Ada', title: 'Ada', body: '', tag: '' },
    ...{ messageId: null, mention: 'none', decision: 'show', reason: 'wanted', from: null, isRead: false },
    trail: [],
  };
  const { id: _id, sessionId: _session, ...came } = entry;
  const sessions = [
    { id: 1, cameMs: 5, leftMs: null },
    { id: 1, cameMs: 5, leftMs: 9 },
  ];
  expect(toReplay({ sessions, entries: [entry] })).toEqual([
    { kind: 'came', atMs: 5 },
    { kind: 'entry', entry: came },
    { kind: 'left', atMs: 9 },
  ]);
});
