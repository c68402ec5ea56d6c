import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startRetry } from './retry';

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const timers: { delayMs: number; run: () => void; stopped: boolean }[] = [];
  const reloads: string[] = [];
  store.onAction('reload-requested', ({ serviceId }) => reloads.push(serviceId));
  const ended: string[] = [];
  store.onAction('view-hung-too-long', ({ serviceId }) => ended.push(serviceId));
  const stop = startRetry(store, {
    nowMs: () => 1_000,
    after: (delayMs, run) => {
      const timer = { delayMs, run, stopped: false };
      timers.push(timer);
      return () => (timer.stopped = true);
    },
  });
  const fail = (serviceId: string) =>
    store.dispatch({
      kind: 'view-load-failed',
      serviceId,
      failure: { kind: 'refused', code: 'ERR_CONNECTION_REFUSED', host: 'a.test' },
      nowMs: 1_000,
      jitter: 0.5,
    });
  return { store, timers, reloads, ended, stop, fail };
}

describe('startRetry', () => {
  it('V1 tries again after a wait that doubles with each failure', () => {
    const { timers, reloads, fail } = setUp();
    fail('a');
    expect(timers.map((timer) => timer.delayMs)).toEqual([2_000]);
    timers[0]?.run();
    expect(reloads).toEqual(['a']);
    fail('a');
    expect(timers.map((timer) => timer.delayMs)).toEqual([2_000, 4_000]);
  });

  it('V1 tries at once when the network is back, and drops the timer', () => {
    const { store, timers, reloads, fail } = setUp();
    fail('a');
    store.dispatch({ kind: 'network-changed', online: false });
    store.dispatch({ kind: 'network-changed', online: true });
    expect(reloads).toEqual(['a']);
    expect(timers[0]?.stopped).toBe(true);
  });

  it('V1 tries once more when the network has settled, unless it went again', () => {
    const { store, timers, reloads, fail } = setUp();
    const network = (online: boolean) => store.dispatch({ kind: 'network-changed', online });
    fail('a');
    network(false);
    network(true);
    fail('a');
    expect(timers.filter(({ stopped }) => !stopped).map(({ delayMs }) => delayMs)).toEqual([1_000, 4_000]);
    timers.find(({ delayMs }) => delayMs === 1_000)?.run();
    expect(reloads).toEqual(['a', 'a']);
    network(false);
    network(true);
    network(false);
    expect(timers.findLast(({ delayMs }) => delayMs === 1_000)?.stopped).toBe(true);
  });

  it('V1 tries failed and crashed pages at once when the machine wakes up', () => {
    const { store, reloads, fail } = setUp();
    store.dispatch({ kind: 'view-crashed', serviceId: 'a', reason: 'killed', nowMs: 1_000, jitter: 0 });
    fail('b');
    store.dispatch({ kind: 'system-resumed' });
    expect(reloads).toEqual(['a', 'b']);
  });

  it('V3 ends a hung page after some patience, unless it comes round', () => {
    const { store, timers, ended } = setUp();
    store.dispatch({ kind: 'view-loaded', serviceId: 'b' });
    store.dispatch({ kind: 'view-hung', serviceId: 'b' });
    expect(timers.map((timer) => timer.delayMs)).toEqual([15_000]);
    store.dispatch({ kind: 'view-responsive', serviceId: 'b' });
    expect(timers[0]?.stopped).toBe(true);
    store.dispatch({ kind: 'view-hung', serviceId: 'b' });
    timers[1]?.run();
    expect(ended).toEqual(['b']);
  });

  it('V1 leaves no timer behind', () => {
    const { timers, fail, stop } = setUp();
    fail('a');
    fail('b');
    stop();
    expect(timers.every((timer) => timer.stopped)).toBe(true);
  });
});
