import { describe, expect, it } from 'vitest';
import { anEntry } from '../../../e2e/support/inbox-fixtures';
import type { InboxEntry } from '../../../electron/core/model/inbox';
import { countHidden, headOf, isJoined, toStretches } from './grouping';

const sessions = {
  1: { id: 1, cameMs: 1000, leftMs: 2000 },
  2: { id: 2, cameMs: 5000, leftMs: null },
};
const at = (id: number, atMs: number, changes: Partial<InboxEntry> = {}): InboxEntry =>
  anEntry(id, { atMs, sessionId: atMs < 5000 ? 1 : 2, ...changes });

describe('toStretches', () => {
  it('I20 sets what came while the person was away apart from what came while they were here', () => {
    const entries = [at(4, 6000), at(3, 3000), at(2, 2000), at(1, 1500)];
    const stretches = toStretches(entries, sessions);
    expect(stretches.map(({ kind, fromMs, toMs }) => [kind, fromMs, toMs])).toEqual([
      ['now', 5000, undefined],
      ['away', 2000, undefined],
      ['here', 1000, 2000],
    ]);
    expect(stretches[1]?.conversations[0]?.entries.map(({ id }) => id)).toEqual([2, 3]);
  });

  it('I20 keeps an entry whose session is not known', () => {
    const [stretch] = toStretches([at(1, 7000, { sessionId: 9 })], sessions);
    expect([stretch?.kind, stretch?.fromMs, stretch?.conversations.length]).toEqual(['here', 7000, 1]);
  });

  it('I21 puts direct conversations first, then mentions of the person, then of all, then the rest, the newest first', () => {
    const on = (channelId: string, changes: Partial<InboxEntry> = {}): Partial<InboxEntry> => ({
      channelId,
      ...changes,
    });
    const entries = [
      at(9, 6009, on('busy')),
      at(8, 6008, on('all', { mention: 'group' })),
      at(7, 6007, on('named', { mention: 'personal' })),
      at(6, 6006, on('named')),
      at(5, 6005, on('calm')),
      at(4, 6004, on('friend', { channelKind: 'direct' })),
      at(3, 6003, on('friends', { channelKind: 'group' })),
    ];
    const [stretch] = toStretches(entries, sessions);
    expect(stretch?.conversations.map(({ channelId }) => channelId)).toEqual([
      'friend',
      'friends',
      'named',
      'all',
      'busy',
      'calm',
    ]);
  });

  it('I21 does not move a conversation when it is read', () => {
    const entries = [at(2, 6002, { channelId: 'a' }), at(1, 6001, { channelId: 'b' })];
    const order = (all: readonly InboxEntry[]) =>
      toStretches(all, sessions)[0]?.conversations.map(({ channelId }) => channelId);
    expect(order(entries.map((entry) => ({ ...entry, isRead: entry.id === 2 })))).toEqual(order(entries));
  });

  it('I22 reads a conversation from the oldest on, counts its unread, and tells services apart', () => {
    const entries = [
      at(3, 6003),
      at(2, 6002, { isRead: true }),
      at(1, 6001, { serviceId: 'other', serviceName: 'Other' }),
    ];
    const [stretch] = toStretches(entries, sessions);
    expect(stretch?.conversations.map(({ serviceId, unread }) => [serviceId, unread])).toEqual([
      ['team', 1],
      ['other', 1],
    ]);
    expect(stretch?.conversations[0]?.entries.map(({ id }) => id)).toEqual([2, 3]);
  });

  it('I22 keeps the keys of what was loaded in several runs apart', () => {
    const keyOf = (part: string) => toStretches([at(1, 6000)], sessions, part)[0]?.conversations[0]?.key;
    expect(keyOf('')).not.toBe(keyOf('77:'));
  });
});

describe('isJoined', () => {
  const first = at(1, Date.UTC(2026, 10, 25, 12));
  const later = (ms: number, changes: Partial<InboxEntry> = {}) => at(2, first.atMs + ms, changes);
  it.each([
    ['the same sender soon after', first, later(60_000), true],
    ['nobody before', undefined, first, false],
    ['somebody else', first, later(60_000, { sender: 'Jonas' }), false],
    ['long after', first, later(11 * 60_000), false],
  ])('I23 joins, or does not: %s', (_, before, entry, expected) => {
    expect(isJoined(before, entry)).toBe(expected);
  });

  it('I23 does not join across midnight', () => {
    const evening = new Date(2026, 10, 25, 23, 59).getTime();
    expect(isJoined(at(1, evening), at(2, evening + 120_000))).toBe(false);
  });
});

it('I23 names an entry after its sender, else its title, its conversation, its service', () => {
  const bare = { sender: null, title: '', channelName: null };
  expect(headOf(anEntry(1))).toBe('Mara Lindqvist');
  expect(headOf(anEntry(1, { sender: null }))).toBe('#general');
  expect(headOf(anEntry(1, { ...bare, channelName: '#dev' }))).toBe('#dev');
  expect(headOf(anEntry(1, bare))).toBe('Team chat');
});

it.each([
  ['a short one is whole', 6, 6, 0],
  ['the latest of a long one', 30, 30, 25],
  ['from the first unread on', 30, 21, 21],
  ['but not too many of them', 30, 2, 18],
])('I22 draws %s', (_, count, firstUnread, hidden) => {
  const entries = Array.from({ length: count }, (_each, index) =>
    anEntry(index, { isRead: index < firstUnread }),
  );
  expect(countHidden(entries)).toBe(hidden);
});
