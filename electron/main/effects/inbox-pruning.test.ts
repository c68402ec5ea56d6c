import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { startInboxPruning } from './inbox-pruning';

const DAY_MS = 86_400_000;

function setUp(hasEntries = true) {
  const store = createAppStore(aState([aService('a')]), (error) => {
    throw error;
  });
  const clock = createTestClock(100 * DAY_MS);
  const done: string[] = [];
  const stop = startInboxPruning(store, {
    ...clock,
    prune: (olderThanMs) => {
      done.push(`older than day ${Math.round((olderThanMs / DAY_MS) * 10) / 10}`);
      return Promise.resolve(1);
    },
    remove: ({ serviceId }) => {
      done.push(`of ${serviceId}`);
      return Promise.resolve(1);
    },
    hasEntries: () => hasEntries,
  });
  return { store, clock, done, stop };
}

describe('startInboxPruning', () => {
  it('I54 takes out what is older than the person wants, not at the start and then every six hours', async () => {
    const { store, clock, done, stop } = setUp();
    expect(done).toEqual([]);
    clock.pass(5 * 60_000);
    expect(done).toEqual(['older than day 10']);
    await vi.waitFor(() => expect(store.getState().session.inbox.version).toBe(1));
    clock.pass(DAY_MS);
    expect(done).toHaveLength(5);
    stop();
    expect(clock.waiting()).toBe(0);
  });

  it('I54 does so at once when that is set anew, and never where it is kept for ever', () => {
    const { store, clock, done } = setUp();
    store.dispatch({ kind: 'settings-changed', settings: { inbox: { days: 30, keepText: true } } });
    expect(done).toEqual(['older than day 70']);
    store.dispatch({ kind: 'settings-changed', settings: { inbox: { days: null, keepText: true } } });
    clock.pass(DAY_MS);
    expect(done).toHaveLength(1);
  });

  it('I54 takes out what was of a service that is gone for good', () => {
    const { store, done } = setUp();
    store.dispatch({ kind: 'service-removal-final', serviceId: 'a' });
    expect(done).toEqual(['of a']);
  });

  it('I54 leaves an inbox alone in which nothing ever was', () => {
    const { store, clock, done } = setUp(false);
    clock.pass(DAY_MS);
    store.dispatch({ kind: 'service-removal-final', serviceId: 'a' });
    expect(done).toEqual([]);
  });
});
