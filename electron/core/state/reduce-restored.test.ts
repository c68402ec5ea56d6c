import { expect, it } from 'vitest';
import { aNotification, aService } from '../fixtures.test-support';
import { emptyPersisted } from '../model/persisted';
import { createInitialState } from './app-state';
import { reduce } from './reduce';

const start = reduce(
  createInitialState({
    ...emptyPersisted,
    services: [aService('same'), aService('moved'), aService('gone')],
    activeServiceId: 'gone',
  }),
  { kind: 'view-loaded', serviceId: 'same' },
);

it('E26 takes the place of all in one step: pages that stay go on, others begin anew', () => {
  const loaded = reduce(start, { kind: 'view-loaded', serviceId: 'moved' });
  const shown = reduce(loaded, {
    kind: 'notification-requested',
    notification: aNotification('n', { serviceId: 'gone' }),
    isOverRate: false,
    nowMs: 0,
  });
  const persisted = {
    ...emptyPersisted,
    services: [aService('new'), aService('same'), aService('moved', { url: 'https://other.test/' })],
    activeServiceId: 'new',
  };
  const next = reduce(shown, { kind: 'kept-restored', persisted });
  expect(next.persisted).toEqual(persisted);
  expect(next.session.services['same']).toBe(shown.session.services['same']);
  expect(next.session.services['moved']?.load).toEqual(next.session.services['new']?.load);
  expect(Object.keys(next.session.services).toSorted()).toEqual(['moved', 'new', 'same']);
  expect(next.session.notifications).toEqual([]);
  expect(next.revision).toBe(shown.revision + 1);
});

it('E26 a removal that could be undone is over for what is there again', () => {
  const removed = reduce(start, { kind: 'service-removed', serviceId: 'gone' });
  const next = reduce(removed, { kind: 'kept-restored', persisted: start.persisted });
  expect(next.session.removed).toEqual([]);
  expect(next.session.notices).toEqual([]);
});
