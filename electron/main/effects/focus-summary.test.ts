import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { defaultFocus, defaultPass, type FocusSchedule } from '../../core/model/focus';
import type { InboxChannelCount, InboxFilter } from '../../core/model/inbox';
import type { Persisted } from '../../core/model/persisted';
import { createAppStore } from '../store/app-store';
import { startFocusSummary } from './focus-summary';

const heldIn = (channelName: string | null, count: number, serviceId = 'a'): InboxChannelCount => ({
  serviceId,
  channelId: channelName,
  channelName,
  channelKind: 'public',
  count,
  unread: count,
  lastMs: 0,
});

function setUp(held: readonly InboxChannelCount[], persisted: Partial<Persisted> = {}) {
  const services = [aService('a', { name: 'Lounge' }), aService('b', { name: 'Slack' })];
  const store = createAppStore(aState(services, persisted), (error) => {
    throw error;
  });
  const clock = { nowMs: 500 };
  const asked: InboxFilter[] = [];
  const stop = startFocusSummary(store, {
    channels: (filter) => {
      asked.push(filter);
      return Promise.resolve(held);
    },
    nowMs: () => clock.nowMs,
    newId: () => 's1',
    translate: (key, values) => [key, ...Object.values(values ?? {})].join(' '),
  });
  const begin = (): void =>
    store.dispatch({
      kind: 'focus-begun',
      now: { startedAtMs: 100, untilMs: null, end: 'duration', isPause: false },
    });
  const end = (): void => store.dispatch({ kind: 'focus-ended', nowMs: clock.nowMs });
  const summary = () => store.getState().session.summary;
  return { store, asked, begin, end, summary, stop };
}

describe('startFocusSummary', () => {
  it('Q6 says how much was held and where, and shows exactly these', async () => {
    const held = [
      heldIn('#general', 3),
      heldIn('Mara', 5),
      heldIn(null, 1),
      heldIn('#x', 1),
      heldIn('#y', 1),
    ];
    const { asked, begin, end, summary } = setUp(held);
    begin();
    expect(asked).toEqual([]);
    end();
    await vi.waitFor(() => expect(summary()).toBeDefined());
    const filter = { decisions: ['hold'], isUnread: true, fromMs: 100, toMs: 500 };
    expect(asked).toEqual([filter]);
    expect(summary()).toEqual({
      id: 's1',
      title: 'summary.title 11',
      body: 'summary.place Mara 5, summary.place #general 3, summary.place Lounge 1, summary.more 2',
      filter,
    });
  });

  it('Q6 says nothing when nothing was held', async () => {
    const { asked, begin, end, summary } = setUp([]);
    begin();
    end();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await Promise.resolve();
    expect(summary()).toBeUndefined();
  });

  it('Q6 leaves out services that another focus still holds', async () => {
    const night: FocusSchedule = {
      id: 'night',
      name: 'Night',
      enabled: true,
      ranges: [],
      services: { kind: 'some', serviceIds: ['a'] },
      pass: defaultPass,
    };
    const { store, begin, summary } = setUp([heldIn('#general', 3), heldIn('#sales', 2, 'b')], {
      focus: { ...defaultFocus, schedules: [night] },
    });
    begin();
    store.dispatch({
      kind: 'focus-windows-found',
      windows: [{ scheduleId: 'night', startMs: 0, endMs: 9999 }],
      nowMs: 300,
    });
    store.dispatch({
      kind: 'focus-begun',
      now: { startedAtMs: 100, untilMs: 400, end: 'moment', isPause: false },
    });
    store.dispatch({ kind: 'clock-reached', nowMs: 400 });
    await vi.waitFor(() => expect(summary()?.title).toBe('summary.title 2'));
    expect(summary()?.body).toBe('summary.place #sales 2');
  });

  it('Q6 sums up one that ended while the app did not run', async () => {
    const now = { startedAtMs: 7, untilMs: 90, end: 'moment', isPause: false } as const;
    const { store, asked } = setUp([heldIn('#general', 1)], { focus: { ...defaultFocus, now } });
    store.dispatch({ kind: 'clock-reached', nowMs: 500 });
    await vi.waitFor(() => expect(asked).toMatchObject([{ fromMs: 7, toMs: 500 }]));
  });

  it('Q6 sums up what another focus went on holding from where the first began, and nothing twice', async () => {
    const { store, asked } = setUp([heldIn('#general', 1)]);
    const schedule: FocusSchedule = {
      id: 'lunch',
      name: 'Lunch',
      enabled: true,
      ranges: [],
      services: { kind: 'some', serviceIds: ['a'] },
      pass: defaultPass,
    };
    const byHand = { startedAtMs: 100, untilMs: 200, end: 'moment', isPause: false } as const;
    store.dispatch({ kind: 'focus-settings-changed', focus: { schedules: [schedule] } });
    store.dispatch({ kind: 'focus-begun', now: byHand });
    const windows = [{ scheduleId: 'lunch', startMs: 150, endMs: 300 }];
    store.dispatch({ kind: 'focus-windows-found', windows, nowMs: 160 });
    store.dispatch({ kind: 'clock-reached', nowMs: 200 });
    await vi.waitFor(() => expect(asked).toMatchObject([{ fromMs: 100 }]));
    expect(store.getState().session.summary).toBeUndefined();
    store.dispatch({ kind: 'clock-reached', nowMs: 300 });
    await vi.waitFor(() => expect(store.getState().session.summary?.title).toBe('summary.title 1'));
    expect(asked.at(-1)).toMatchObject({ fromMs: 100 });
  });
});
