import { expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createGuestSessions } from './guest-sessions';

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const opened: string[] = [];
  const empty = vi.fn<(session: string) => Promise<void>>(() => Promise.resolve());
  const onProblem = vi.fn();
  const { sessionOf } = createGuestSessions(store, {
    open: (serviceId) => `${serviceId}${opened.push(serviceId)}`,
    empty,
    onProblem,
  });
  return { store, empty, onProblem, sessionOf };
}

it('B63 a session of guests is its service’s, and emptied once the removal of that is final', () => {
  const { store, empty, sessionOf } = setUp();
  expect([sessionOf('a'), sessionOf('b'), sessionOf('a')]).toEqual(['a1', 'b2', 'a1']);
  store.dispatch({ kind: 'service-removed', serviceId: 'a' });
  store.dispatch({ kind: 'service-removal-undone', serviceId: 'a' });
  store.dispatch({ kind: 'service-removed', serviceId: 'a' });
  expect(empty).not.toHaveBeenCalled();
  store.dispatch({ kind: 'service-removal-final', serviceId: 'a' });
  expect(empty).toHaveBeenCalledExactlyOnceWith('a1');
  expect([sessionOf('a'), sessionOf('b')]).toEqual(['a3', 'b2']);
});

it('B63 so it is when the service goes with another machine or a backup', async () => {
  const { store, empty, onProblem, sessionOf } = setUp();
  sessionOf('b');
  const error = new Error('no');
  empty.mockRejectedValueOnce(error);
  const { persisted } = store.getState();
  store.dispatch({
    kind: 'kept-merged',
    persisted: { ...persisted, services: persisted.services.slice(0, 1) },
  });
  expect(empty).toHaveBeenCalledExactlyOnceWith('b1');
  await expect.poll(() => onProblem.mock.calls).toEqual([[error]]);
});
