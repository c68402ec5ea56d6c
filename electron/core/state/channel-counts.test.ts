import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Channel } from '../model/channel';
import type { RuleScope } from '../model/rule';
import { defaultSettings } from '../model/settings';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';
import { selectServiceUnread, selectTotalUnread } from './selectors';

const services = [aService('a'), aService('b')];
const start = aState(services, { settings: { ...defaultSettings, busyPerHour: 3 } });
const after = (...actions: readonly Action[]): AppState => actions.reduce(reduce, start);
const service: RuleScope = { kind: 'service', serviceId: 'a' };
const generalScope: RuleScope = {
  kind: 'channel',
  serviceId: 'a',
  channelId: 'g',
  name: '#general',
  channelKind: 'public',
};

describe('counts by rule', () => {
  const channel = (id: string, changes: Partial<Channel> = {}): Channel => ({
    id,
    name: id,
    kind: 'public',
    unread: 0,
    mentions: 0,
    muted: false,
    favourite: false,
    lastActivityMs: undefined,
    ...changes,
  });
  const unread = (...actions: readonly Action[]) => {
    const state = after(...actions);
    return selectServiceUnread(state, services[0] ?? aService('a'));
  };
  const told: Action = {
    kind: 'channels-reported',
    serviceId: 'a',
    channels: [
      channel('g', { unread: 7, mentions: 2 }),
      channel('mara', { kind: 'direct', unread: 3 }),
      channel('quiet', { unread: 5, muted: true }),
    ],
  };

  it('U7 adds up channels: mentions and direct messages as the number, the rest as the dot', () => {
    expect(unread(told)).toEqual({ direct: 5, indirect: true });
    const page: Action = {
      kind: 'unread-reported',
      serviceId: 'a',
      source: 'badge',
      unread: { direct: 99, indirect: true },
    };
    expect(unread(told, page)).toEqual({ direct: 5, indirect: true });
  });

  it('U7 counts of each channel what its rule wants', () => {
    const rule = (badge: 'all' | 'mentions' | 'none'): Action => ({
      kind: 'rule-set',
      scope: generalScope,
      values: { badge },
    });
    expect(unread(told, rule('mentions'))).toEqual({ direct: 5, indirect: false });
    expect(unread(told, rule('none'))).toEqual({ direct: 3, indirect: false });
    expect(unread(told, { kind: 'rule-set', scope: service, values: { preset: 'nothing' } })).toEqual({
      direct: 0,
      indirect: false,
    });
  });

  it('U7 a rule for a while counts only while it lasts', () => {
    const state = after(told, {
      kind: 'temporary-rule-set',
      rule: { scope: service, values: { badge: 'none' }, startedAtMs: 0, untilMs: 10, end: 'duration' },
    });
    expect(selectTotalUnread(state).direct).toBe(0);
    expect(selectTotalUnread(reduce(state, { kind: 'clock-reached', nowMs: 10 })).direct).toBe(5);
  });

  it('U8 without channels takes what the page says, as the rules of the service want it', () => {
    const page: Action = {
      kind: 'unread-reported',
      serviceId: 'a',
      source: 'badge',
      unread: { direct: 4, indirect: true },
    };
    const rule = (values: object): Action => ({ kind: 'rule-set', scope: service, values });
    expect(unread(page)).toEqual({ direct: 4, indirect: true });
    expect(unread(page, rule({ badge: 'mentions' }))).toEqual({ direct: 4, indirect: false });
    expect(unread(page, rule({ preset: 'nothing' }))).toEqual({ direct: 0, indirect: false });
    expect(unread(page, rule({ notify: 'none' }))).toEqual({ direct: 4, indirect: true });
    expect(unread(rule({ badge: 'none' }))).toEqual({ direct: 'unknown', indirect: false });
  });
});
