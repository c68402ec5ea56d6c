import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startRemovals, UNDO_MS } from './removals';

const service = aService('a');

function setUp() {
  const store = createAppStore(aState([service]), (error) => {
    throw error;
  });
  const timers: { delayMs: number; run: () => void; live: boolean }[] = [];
  const final: string[] = [];
  store.onAction('service-removal-final', ({ serviceId }) => final.push(serviceId));
  startRemovals(store, {
    after: (delayMs, run) => {
      const timer = { delayMs, run, live: true };
      timers.push(timer);
      return () => (timer.live = false);
    },
  });
  store.dispatch({ kind: 'service-removed', serviceId: 'a' });
  return { store, timers, final };
}

describe('startRemovals', () => {
  it('H4 makes a removal final when the time for undoing it has passed', () => {
    const { store, timers, final } = setUp();
    expect(timers.map((timer) => timer.delayMs)).toEqual([UNDO_MS]);
    timers[0]?.run();
    expect(final).toEqual(['a']);
    expect(store.getState().session.notices).toEqual([]);
    expect(store.getState().session.removed).toEqual([]);
  });

  it('H4 makes it final at once when its notice is put away', () => {
    const { store, timers, final } = setUp();
    store.dispatch({ kind: 'notice-dismissed', noticeId: 'removed-a' });
    expect(final).toEqual(['a']);
    expect(timers[0]?.live).toBe(false);
  });

  it('H4 makes it final when the app ends', () => {
    const { store, timers, final } = setUp();
    store.dispatch({ kind: 'quit-requested' });
    expect(final).toEqual(['a']);
    expect(timers[0]?.live).toBe(false);
  });

  it('H4 never does after an undo; the service is back whole', () => {
    const { store, timers, final } = setUp();
    store.dispatch({ kind: 'service-removal-undone', serviceId: 'a' });
    expect(timers[0]?.live).toBe(false);
    store.dispatch({ kind: 'notice-dismissed', noticeId: 'removed-a' });
    expect(final).toEqual([]);
    expect(store.getState().persisted).toMatchObject({ services: [service], activeServiceId: 'a' });
  });
});
