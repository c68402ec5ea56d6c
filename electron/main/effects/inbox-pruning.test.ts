import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { startInboxPruning } from './inbox-pruning';

const DAY_MS = 86_400_000;

function setUp(hasEntries = true, { isComplete = true, has = ['a'] } = {}) {
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
    channels: () =>
      Promise.resolve(
        has.map((serviceId) => ({
          serviceId,
          channelId: null,
          channelName: null,
          channelKind: 'unknown' as const,
          count: 1,
          unread: 0,
          lastMs: 0,
        })),
      ),
    hasEntries: () => hasEntries,
    isComplete,
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

  it('I54 takes out once what is of services that are not there, but of none whose removal can be undone', async () => {
    const { store, clock, done } = setUp(true, { has: ['gone', 'a', 'gone', 'undoable'] });
    store.dispatch({ kind: 'service-added', service: aService('undoable') });
    store.dispatch({ kind: 'service-removed', serviceId: 'undoable' });
    clock.pass(5 * 60_000);
    await vi.waitFor(() => expect(store.getState().session.inbox.version).toBe(2));
    expect(done).toEqual(['older than day 10', 'of gone']);
    clock.pass(DAY_MS);
    await Promise.resolve();
    expect(done.filter((one) => one.startsWith('of'))).toHaveLength(1);
  });

  it('I54 takes out nothing of services that may come back, as after a fault of the settings', async () => {
    const { store, clock, done } = setUp(true, { isComplete: false, has: ['gone'] });
    clock.pass(5 * 60_000);
    await vi.waitFor(() => expect(store.getState().session.inbox.version).toBe(1));
    expect(done).toEqual(['older than day 10']);
  });

  it('I54 leaves an inbox alone in which nothing ever was', () => {
    const { store, clock, done } = setUp(false);
    clock.pass(DAY_MS);
    store.dispatch({ kind: 'service-removal-final', serviceId: 'a' });
    expect(done).toEqual([]);
  });
});
