import { describe, expect, it } from 'vitest';
import * as timeRules from '../../core/decide/focus-windows';
import { aService, aState } from '../../core/fixtures.test-support';
import { defaultFocus, defaultPass, type FocusSchedule } from '../../core/model/focus';
import { emptyPersisted, type Persisted } from '../../core/model/persisted';
import { selectFocus } from '../../core/state/select-policy';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { startForAWhile } from './for-a-while';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** A Wednesday, 10:00 in Berlin. */
const startMs = Date.parse('2026-11-25T09:00:00Z');
const lunch: FocusSchedule = {
  id: 'lunch',
  name: 'Lunch',
  enabled: true,
  ranges: [{ weekdays: [3], fromMinute: 12 * 60, toMinute: 13 * 60 }],
  services: { kind: 'all' },
  pass: defaultPass,
};

async function setUp(persisted: Partial<Persisted> = {}) {
  const store = createAppStore(aState([aService('a')], persisted), (error) => {
    throw error;
  });
  const clock = createTestClock(startMs);
  const zone = { name: 'Europe/Berlin' };
  const problems: string[] = [];
  const stop = startForAWhile(store, {
    ...clock,
    timeZone: () => zone.name,
    load: () => Promise.resolve(timeRules),
    onProblem: (text) => problems.push(text),
  });
  await Promise.resolve();
  const sources = (): readonly string[] => selectFocus(store.getState(), 'a').map(({ source }) => source);
  return { store, clock, zone, problems, stop, sources };
}

describe('startForAWhile', () => {
  it('Q1 Q9 begins focus for a time and ends it at its moment', async () => {
    const { store, clock, sources } = await setUp();
    store.dispatch({ kind: 'focus-requested', until: { kind: 'minutes', minutes: 90 }, isPause: false });
    expect(sources()).toEqual(['focus']);
    clock.pass(90 * MINUTE_MS - 1);
    expect(store.getState().persisted.focus.now).not.toBeNull();
    clock.pass(1);
    expect(sources()).toEqual([]);
    expect(store.getState().persisted.focus.now).toBeNull();
  });

  it('Q1 a focus from before a restart goes on, one that ended meanwhile is over', async () => {
    const until = (untilMs: number) =>
      ({ ...defaultFocus, now: { startedAtMs: 0, untilMs, end: 'duration', isPause: true } }) as const;
    expect((await setUp({ focus: until(startMs + 1) })).sources()).toEqual(['paused']);
    const over = await setUp({ focus: until(startMs) });
    expect(over.store.getState().persisted.focus.now).toBeNull();
  });

  it('Q7 knows tomorrow and Monday', async () => {
    const { store } = await setUp();
    const ends: (number | null | undefined)[] = [];
    for (const kind of ['tomorrow', 'monday'] as const) {
      store.dispatch({ kind: 'focus-requested', until: { kind }, isPause: false });
      await Promise.resolve();
      ends.push(store.getState().persisted.focus.now?.untilMs);
    }
    expect(ends).toEqual([Date.parse('2026-11-26T08:00:00Z'), Date.parse('2026-11-30T08:00:00Z')]);
  });

  it('Q9 makes a rule for a while, which ends by itself', async () => {
    const { store, clock } = await setUp();
    const scope = { kind: 'service', serviceId: 'a' } as const;
    const values = { preset: 'nothing' } as const;
    store.dispatch({ kind: 'pause-requested', scope, values, until: { kind: 'minutes', minutes: 30 } });
    expect(store.getState().persisted.temporaryRules).toMatchObject([
      { scope, values, startedAtMs: startMs, untilMs: startMs + 30 * MINUTE_MS },
    ]);
    clock.pass(30 * MINUTE_MS);
    expect(store.getState().persisted.temporaryRules).toEqual([]);
  });

  it('Q9 waits for nothing where nothing lasts for a while', async () => {
    const { clock, stop, store } = await setUp();
    expect(clock.waiting()).toBe(0);
    store.dispatch({ kind: 'focus-requested', until: null, isPause: false });
    expect(clock.waiting()).toBe(0);
    store.dispatch({ kind: 'focus-requested', until: { kind: 'minutes', minutes: 1 }, isPause: false });
    expect(clock.waiting()).toBe(1);
    stop();
    expect(clock.waiting()).toBe(0);
  });

  it('Q2 Q5 follows a schedule, and ends this turn of it and no other', async () => {
    const { store, clock, sources } = await setUp({ focus: { ...defaultFocus, schedules: [lunch] } });
    expect(sources()).toEqual([]);
    clock.pass(2 * HOUR_MS);
    expect(sources()).toEqual(['schedule']);
    store.dispatch({ kind: 'focus-end-requested' });
    expect(sources()).toEqual([]);
    clock.pass(30 * MINUTE_MS);
    expect(sources()).toEqual([]);
    for (let hour = 0; hour < 7 * 24; hour += 1) {
      clock.pass(HOUR_MS);
      await Promise.resolve();
    }
    expect(sources()).toEqual(['schedule']);
    clock.pass(HOUR_MS);
    expect(sources()).toEqual([]);
  });

  it('Q8 what is to last an hour lasts an hour when the clock is set back', async () => {
    const { store, clock, sources } = await setUp();
    store.dispatch({ kind: 'focus-requested', until: { kind: 'minutes', minutes: 60 }, isPause: false });
    clock.pass(30 * MINUTE_MS);
    clock.set(clock.nowMs() - 5 * HOUR_MS);
    clock.pass(30 * MINUTE_MS - 1);
    expect(sources()).toEqual(['focus']);
    clock.pass(MINUTE_MS);
    expect(sources()).toEqual([]);
  });

  it('Q8 a clock that was set back before takes nothing from what begins now', async () => {
    const { store, clock, sources } = await setUp();
    clock.set(startMs - 2 * HOUR_MS);
    clock.pass(HOUR_MS);
    store.dispatch({ kind: 'focus-requested', until: { kind: 'minutes', minutes: 60 }, isPause: false });
    clock.pass(59 * MINUTE_MS);
    expect(sources()).toEqual(['focus']);
    clock.pass(MINUTE_MS);
    expect(sources()).toEqual([]);
  });

  it('Q8 nor from a rule for a while that comes from elsewhere', async () => {
    const { store, clock } = await setUp();
    clock.set(startMs - 2 * HOUR_MS);
    clock.pass(HOUR_MS);
    const scope = { kind: 'everywhere' } as const;
    const startedAtMs = clock.nowMs();
    store.dispatch({
      kind: 'temporary-rule-set',
      rule: {
        scope,
        values: { notify: 'none' },
        startedAtMs,
        untilMs: startedAtMs + HOUR_MS,
        end: 'duration',
      },
    });
    clock.pass(59 * MINUTE_MS);
    expect(store.getState().persisted.temporaryRules).toHaveLength(1);
  });

  it('Q8 what lasts until a time of day follows the clock, back and forth', async () => {
    const { store, clock, sources } = await setUp();
    const atMs = startMs + HOUR_MS;
    store.dispatch({ kind: 'focus-requested', until: { kind: 'at', atMs }, isPause: false });
    await Promise.resolve();
    clock.set(startMs - HOUR_MS);
    clock.pass(HOUR_MS);
    expect(sources()).toEqual(['focus']);
    clock.set(atMs);
    clock.pass(MINUTE_MS);
    expect(sources()).toEqual([]);
  });

  it('Q8 a sleep is noticed when the machine wakes', async () => {
    const { store, clock, sources } = await setUp();
    store.dispatch({ kind: 'focus-requested', until: { kind: 'minutes', minutes: 60 }, isPause: false });
    clock.set(startMs + 8 * HOUR_MS);
    store.dispatch({ kind: 'system-resumed' });
    expect(sources()).toEqual([]);
  });

  it('Q8 schedules follow the time zone', async () => {
    const { store, clock, zone, sources } = await setUp({
      focus: { ...defaultFocus, schedules: [lunch] },
    });
    zone.name = 'Asia/Tokyo';
    clock.set(Date.parse('2026-11-25T03:30:00Z'));
    store.dispatch({ kind: 'system-resumed' });
    await Promise.resolve();
    expect(sources()).toEqual(['schedule']);
  });

  it('Q10 one key begins focus and ends it', async () => {
    const { store, sources } = await setUp();
    store.dispatch({ kind: 'focus-toggle-requested' });
    expect(sources()).toEqual(['focus']);
    expect(store.getState().persisted.focus.now?.untilMs).toBeNull();
    store.dispatch({ kind: 'focus-toggle-requested' });
    expect(sources()).toEqual([]);
  });

  it('Q9 says when the rules of time cannot be loaded, and goes on without', async () => {
    const store = createAppStore(aState([], { ...emptyPersisted }), (error) => {
      throw error;
    });
    const problems: string[] = [];
    startForAWhile(store, {
      ...createTestClock(),
      timeZone: () => 'UTC',
      load: () => Promise.reject(new Error('gone')),
      onProblem: (text) => problems.push(text),
    });
    store.dispatch({ kind: 'focus-requested', until: { kind: 'monday' }, isPause: false });
    await new Promise((resolve) => void setImmediate(resolve));
    expect(problems).toEqual(['time rules could not be loaded']);
    expect(store.getState().persisted.focus.now).toBeNull();
  });
});
