import { describe, expect, it } from 'vitest';
import { aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startPause } from './pause';

function setUp() {
  const store = createAppStore(aState(), (error) => {
    throw error;
  });
  const clock = { nowMs: 1_000 };
  const timers: { delayMs: number; run: () => void; live: boolean }[] = [];
  const stop = startPause(store, {
    nowMs: () => clock.nowMs,
    after: (delayMs, run) => {
      const timer = { delayMs, run, live: true };
      timers.push(timer);
      return () => (timer.live = false);
    },
  });
  const pauseUntil = (untilMs: number) =>
    store.dispatch({
      kind: 'settings-changed',
      settings: { notifications: { kind: 'paused-until', untilMs } },
    });
  return {
    store,
    clock,
    timers,
    stop,
    pauseUntil,
    kind: () => store.getState().persisted.settings.notifications.kind,
  };
}

describe('startPause', () => {
  it('D25 lets notifications through again when the time has come', () => {
    const { clock, timers, pauseUntil, kind } = setUp();
    pauseUntil(61_000);
    expect(timers.map((timer) => timer.delayMs)).toEqual([60_000]);
    clock.nowMs = 61_000;
    timers[0]?.run();
    expect(kind()).toBe('on');
  });

  it('D25 waits on when the clock was set back meanwhile', () => {
    const { clock, timers, pauseUntil, kind } = setUp();
    pauseUntil(61_000);
    clock.nowMs = 500;
    timers[0]?.run();
    expect(kind()).toBe('paused-until');
    expect(timers[1]?.delayMs).toBe(60_500);
  });

  it('D25 follows a new end and leaves no timer behind', () => {
    const { timers, pauseUntil, stop } = setUp();
    pauseUntil(61_000);
    pauseUntil(121_000);
    expect(timers.map((timer) => timer.live)).toEqual([false, true]);
    stop();
    expect(timers.map((timer) => timer.live)).toEqual([false, false]);
  });

  it('D25 cuts a wait that is longer than a timer can be', () => {
    const { timers, pauseUntil } = setUp();
    pauseUntil(1_000 + 2 ** 40);
    expect(timers[0]?.delayMs).toBe(2 ** 31 - 1);
  });
});
