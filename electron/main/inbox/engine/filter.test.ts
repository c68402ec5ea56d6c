import { expect, it } from 'vitest';
import type { InboxFilter, NewInboxEntry } from '../../../core/model/inbox';
import { fill, keysOf, openGood, useFolder } from './engine.test-support';
import { HOUR_MS } from './write';

const folder = useFolder();
const NOON = Date.UTC(2026, 10, 25, 12);

const filterCases: readonly (readonly [name: string, InboxFilter, keys: readonly string[]])[] = [
  ['nothing said', {}, ['5', '4', '3', '2', '1']],
  ['a service', { serviceId: 'home' }, ['4', '3']],
  ['a channel', { serviceId: 'work', channelId: 'random' }, ['5', '2']],
  ['the same id in another service', { serviceId: 'home', channelId: 'random' }, ['3']],
  ['an unknown channel', { serviceId: 'home', channelId: 'none' }, []],
  ['a sender', { sender: 'Bob' }, ['5', '3']],
  ['decisions', { decisions: ['hold', 'drop'] }, ['5', '2']],
  ['no decision', { decisions: [] }, []],
  ['for me: a mention and a direct one', { isForMe: true }, ['4', '2']],
  ['not for me', { isForMe: false }, ['5', '3', '1']],
  ['unread', { isUnread: true }, ['4', '3', '2', '1']],
  ['read', { isUnread: false }, ['5']],
  ['from a moment', { fromMs: NOON + HOUR_MS }, ['5', '4', '3']],
  ['up to a moment', { toMs: NOON + HOUR_MS }, ['2', '1']],
  ['a time', { fromMs: NOON + 1, toMs: NOON + HOUR_MS + 1 }, ['3', '2']],
  ['a time without entries', { fromMs: NOON + 50 * HOUR_MS }, []],
  ['text', { text: 'noon' }, ['5', '3', '1']],
  [
    'text and all the rest',
    {
      text: 'noon',
      serviceId: 'work',
      channelId: 'random',
      sender: 'Bob',
      decisions: ['drop'],
      isForMe: false,
      isUnread: false,
      fromMs: NOON,
      toMs: NOON + 3 * HOUR_MS,
    },
    ['5'],
  ],
  ['text and service', { text: 'noon', serviceId: 'home' }, ['3']],
  ['text and for me', { text: 'tea', isForMe: true }, ['4', '2']],
  ['text and time', { text: 'noon', toMs: NOON + HOUR_MS }, ['1']],
];
const filterEntries: readonly Partial<NewInboxEntry>[] = [
  { atMs: NOON },
  {
    atMs: NOON + 1,
    channelId: 'random',
    body: 'Tea at four',
    decision: 'hold',
    reason: 'focus',
    mention: 'personal',
  },
  { atMs: NOON + HOUR_MS, serviceId: 'home', channelId: 'random', sender: 'Bob' },
  { atMs: NOON + HOUR_MS + 1, serviceId: 'home', channelId: 'ada', channelKind: 'direct', body: 'More tea' },
  {
    atMs: NOON + 2 * HOUR_MS,
    channelId: 'random',
    sender: 'Bob',
    decision: 'drop',
    reason: 'muted',
    isRead: true,
  },
];

it.each(filterCases)('I12 finds by %s', async (_name, filter, keys) => {
  const engine = openGood(folder.path);
  fill(engine, filterEntries);
  expect(await keysOf(engine, filter)).toEqual(keys);
  expect(await engine.answer<'count'>({ kind: 'count', filter })).toBe(keys.length);
  const channels = await engine.answer<'channels'>({ kind: 'channels', filter });
  expect(channels.reduce((sum, { count }) => sum + count, 0)).toBe(keys.length);
});

it('I12 a service with many channels, and a channel that was renamed often, are found whole', async () => {
  const engine = openGood(folder.path);
  fill(
    engine,
    Array.from({ length: 40 }, (_, index) => ({
      channelId: index % 2 === 0 ? 'renamed' : `channel-${index}`,
      channelName: `Name ${index}`,
    })),
  );
  expect(await keysOf(engine, { serviceId: 'work' })).toHaveLength(40);
  expect(await keysOf(engine, { channelId: 'renamed' })).toHaveLength(20);
  expect(await keysOf(engine, { channelId: 'renamed', text: 'lunch' })).toHaveLength(20);
});
