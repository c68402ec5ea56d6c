import { describe, expect, it } from 'vitest';
import { aMessage, aNotification, requested } from '../fixtures.test-support';
import { defaultPass, type FocusSchedule } from '../model/focus';
import type { Action } from './actions';
import { reduce } from './reduce';
import { isSilenced } from './select-policy';
import { selectTotalUnread } from './selectors';
import { after, generalScope, service } from './policy-start.test-support';

describe('focus', () => {
  const begun: Action = {
    kind: 'focus-begun',
    now: { startedAtMs: 0, untilMs: 100, end: 'duration', isPause: false },
  };
  const night: FocusSchedule = {
    id: 'night',
    name: 'Night',
    enabled: true,
    ranges: [],
    services: { kind: 'some', serviceIds: ['a'] },
    pass: defaultPass,
  };
  const turn: Action = {
    kind: 'focus-windows-found',
    windows: [{ scheduleId: 'night', startMs: 0, endMs: 50 }],
    nowMs: 10,
  };
  const scheduled: Action = { kind: 'focus-settings-changed', focus: { schedules: [night] } };

  it('O10 a schedule is for what is in its workspace at the time', () => {
    const workspace = { id: 'w', name: 'Work', serviceIds: ['a'], staysQuiet: false };
    const services = { kind: 'workspace' as const, workspaceId: 'w' };
    const state = after(
      { kind: 'workspace-added', workspace },
      { kind: 'focus-settings-changed', focus: { schedules: [{ ...night, services }] } },
      turn,
    );
    const silenced = (of: typeof state) => ['a', 'b'].map((id) => isSilenced(of, id));
    expect(silenced(state)).toEqual([true, false]);
    const serviceIds = ['b'];
    const changed = reduce(state, { kind: 'workspace-services-set', workspaceId: 'w', serviceIds });
    expect(silenced(changed)).toEqual([false, true]);
  });

  it('Q2 Q12 a schedule is for the services it names, and silences them', () => {
    const state = after(scheduled, turn);
    expect([isSilenced(state, 'a'), isSilenced(state, 'b')]).toEqual([true, false]);
    expect(isSilenced(reduce(state, { kind: 'clock-reached', nowMs: 50 }), 'a')).toBe(false);
    const held = reduce(state, requested(aNotification('1'), 20));
    expect(held.session.notifications).toEqual([]);
    expect(
      reduce(state, requested(aNotification('1', { serviceId: 'b' }), 20)).session.notifications,
    ).toHaveLength(1);
  });

  it('Q3 what is on together must let pass together', () => {
    const direct = aMessage({ channel: { id: 'm', name: 'Mara', kind: 'direct' }, mention: 'none' });
    const pass: Action = {
      kind: 'focus-settings-changed',
      focus: { pass: { ...defaultPass, direct: true } },
    };
    const ask = requested(aNotification('1', { message: direct }), 20);
    expect(after(begun, pass, ask).session.notifications).toHaveLength(1);
    expect(after(begun, pass, scheduled, turn, ask).session.notifications).toEqual([]);
  });

  it('Q5 ending it ends what was begun by hand, and this turn of a schedule', () => {
    const state = after(scheduled, turn, begun, { kind: 'focus-ended', nowMs: 20 });
    expect(state.persisted.focus).toMatchObject({
      now: null,
      skipped: [{ scheduleId: 'night', atMs: 20 }],
    });
    expect(isSilenced(state, 'a')).toBe(false);
    // Worked out anew, the same turn may be told from another beginning.
    const again = reduce(state, {
      kind: 'focus-windows-found',
      windows: [{ scheduleId: 'night', startMs: 15, endMs: 50 }],
      nowMs: 30,
    });
    expect(isSilenced(again, 'a')).toBe(false);
    const next = reduce(state, {
      kind: 'focus-windows-found',
      windows: [{ scheduleId: 'night', startMs: 86_400_000, endMs: 90_000_000 }],
      nowMs: 86_500_000,
    });
    expect(isSilenced(next, 'a')).toBe(true);
  });

  it('Q8 set back, the clock takes along what is to last so and so long', () => {
    const state = after(
      begun,
      { kind: 'clock-reached', nowMs: 60 },
      { kind: 'clock-set-back', byMs: 40, nowMs: 20 },
    );
    expect(state.persisted.focus.now).toMatchObject({ startedAtMs: -40, untilMs: 60 });
  });

  it('Q11 leaves out the counts of services in focus only where the person wants that', () => {
    const page: Action = {
      kind: 'unread-reported',
      serviceId: 'a',
      source: 'badge',
      unread: { direct: 4, indirect: false },
    };
    expect(selectTotalUnread(after(page, begun)).direct).toBe(4);
    const hides: Action = { kind: 'focus-settings-changed', focus: { hidesCounts: true } };
    expect(selectTotalUnread(after(page, begun, hides)).direct).toBe(0);
    expect(selectTotalUnread(after(page, begun, hides, { kind: 'clock-reached', nowMs: 100 })).direct).toBe(
      4,
    );
  });

  it('Q12 a muted service is silenced', () => {
    expect(isSilenced(after({ kind: 'rule-set', scope: service, values: { notify: 'none' } }), 'a')).toBe(
      true,
    );
    expect(
      isSilenced(after({ kind: 'rule-set', scope: generalScope, values: { notify: 'none' } }), 'a'),
    ).toBe(false);
  });

  it('Q6 a click on the summary opens the inbox on exactly these', () => {
    const filter = { decisions: ['hold' as const], fromMs: 1, toMs: 2 };
    const shown: Action = {
      kind: 'summary-shown',
      summary: { id: 's', title: 'Focus is over', body: '', filter },
    };
    expect(after(shown, { kind: 'summary-clicked' }).session).toMatchObject({
      page: 'inbox',
      inboxFilter: filter,
      summary: undefined,
    });
    expect(after(shown, { kind: 'summary-dismissed' }).session).toMatchObject({
      page: 'service',
      summary: undefined,
    });
  });
});
