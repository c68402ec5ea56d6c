import { describe, expect, it } from 'vitest';
import { aChannel, aService } from '../fixtures.test-support';
import type { Action } from './actions';
import { reduce } from './reduce';
import { selectServiceUnread, selectTotalUnread } from './selectors';
import { after, generalScope, service, services } from './policy-start.test-support';

describe('counts by rule', () => {
  const unread = (...actions: readonly Action[]) => {
    const state = after(...actions);
    return selectServiceUnread(state, services[0] ?? aService('a'));
  };
  const told: Action = {
    kind: 'channels-reported',
    serviceId: 'a',
    channels: [
      aChannel('g', { unread: 7, mentions: 2 }),
      aChannel('mara', { kind: 'direct', unread: 3 }),
      aChannel('quiet', { unread: 5, muted: true }),
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
