import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { RuleRow } from '../ipc/answers';
import type { Channel } from '../model/channel';
import type { InboxChannelCount } from '../model/inbox';
import { scopeKey, type RuleScope } from '../model/rule';
import { reduce } from '../state/reduce';
import { orderRows, toRuleRows, type TableOrder } from './rule-table';

const channel = (id: string, kind: Channel['kind'], muted = false): Channel => ({
  id,
  name: `#${id}`,
  kind,
  unread: 0,
  mentions: 0,
  muted,
  favourite: false,
  lastActivityMs: undefined,
});
const heard = (
  channelId: string | null,
  count: number,
  changes: Partial<InboxChannelCount> = {},
): InboxChannelCount => ({
  serviceId: 'a',
  channelId,
  channelName: channelId === null ? null : `#${channelId}`,
  channelKind: 'public',
  count,
  unread: 0,
  lastMs: 0,
  ...changes,
});
const publicKind: RuleScope = { kind: 'channel-kind', serviceId: 'a', channelKind: 'public' };
const services = [aService('a', { name: 'Lounge' }), aService('b', { name: 'Café' })];
const state = reduce(
  aState(services, {
    rules: [
      { scope: publicKind, values: { notify: 'mentions' } },
      {
        scope: { kind: 'channel', serviceId: 'b', channelId: 'old', name: '#old', channelKind: 'private' },
        values: { sound: false },
      },
    ],
    temporaryRules: [
      {
        scope: { kind: 'service', serviceId: 'b' },
        values: { preset: 'nothing' },
        startedAtMs: 0,
        untilMs: 99,
        end: 'duration',
      },
    ],
    patterns: [
      {
        channelId: 'pattern:1',
        serviceId: 'b',
        name: 'Kitchen',
        kind: 'unknown',
        on: 'title',
        how: 'is',
        text: 'K',
      },
    ],
  }),
  {
    kind: 'channels-reported',
    serviceId: 'a',
    channels: [channel('zoo', 'public', true), channel('art', 'public'), channel('mara', 'direct')],
  },
);
const facts = {
  conversations: [heard('zoo', 1), heard('side', 2), heard(null, 4)],
  lastHour: [heard('zoo', 7), heard(null, 1), heard('x', 2, { serviceId: 'b' })],
  nowMs: 10,
};
const rows = toRuleRows(state, facts);
const keys = (some: readonly RuleRow[]): readonly string[] => some.map(({ scope }) => scopeKey(scope));
const row = (key: string): RuleRow | undefined => rows.find(({ scope }) => scopeKey(scope) === key);
const nameOf = (id: string): string => services.find((one) => one.id === id)?.name ?? '';
const order = (changes: Partial<TableOrder>): readonly string[] =>
  keys(orderRows(rows, nameOf, { text: '', sortBy: 'service', isDescending: false, ...changes }, 'en'));

describe('the table of rules', () => {
  it('R2 has everywhere, each service with its kinds, and every channel anything is known of', () => {
    expect(keys(rows)).toEqual([
      '*',
      'a',
      'a/direct',
      'a#mara',
      'a/public',
      'a#art',
      'a#side',
      'a#zoo',
      'b',
      'b/private',
      'b#old',
      'b/unknown',
      'b#pattern:1',
    ]);
  });

  it('R3 says where each value comes from', () => {
    expect(row('a#art')?.notify).toEqual({
      value: 'mentions',
      from: { scope: publicKind, isTemporary: false },
    });
    expect(row('a#mara')?.notify).toEqual({ value: 'all', from: undefined });
    expect(row('b#old')?.notify).toMatchObject({ value: 'none', from: { isTemporary: true } });
    expect(row('b#old')).toMatchObject({ own: { sound: false }, quietUntilMs: undefined });
    expect(row('b')?.quietUntilMs).toBe(99);
  });

  it('R3 counts the last hour, and tells of server mutes and patterns', () => {
    expect(
      [row('*'), row('a'), row('a/public'), row('a#zoo'), row('a#art')].map((one) => one?.traffic),
    ).toEqual([10, 8, 8, 7, 0]);
    expect([row('a#zoo')?.isMutedThere, row('a#art')?.isMutedThere]).toEqual([true, false]);
    expect([row('b#pattern:1')?.isPattern, row('b#old')?.isPattern]).toEqual([true, false]);
  });

  it.each<[string, Partial<TableOrder>, readonly string[]]>([
    ['words of channel and service, without accents', { text: 'cafe ol' }, ['b#old']],
    ['one service', { serviceId: 'b' }, ['b', 'b/private', 'b#old', 'b/unknown', 'b#pattern:1']],
    ['nothing that fits', { text: 'nowhere' }, []],
    ['by name', { sortBy: 'name', text: 'lounge' }, ['a#art', 'a#mara', 'a#side', 'a#zoo', 'a']],
    [
      'by traffic, most first',
      { sortBy: 'traffic', isDescending: true, serviceId: 'a' },
      ['a', 'a#zoo', 'a#art', 'a#mara', 'a#side'],
    ],
    [
      'by what is notified',
      { sortBy: 'notify', serviceId: 'a' },
      ['a#mara', 'a', 'a#art', 'a#side', 'a#zoo'],
    ],
  ])('R4 finds and sorts %s', (_, changes, expected) => {
    expect(order(changes)).toEqual(expected);
  });
});
