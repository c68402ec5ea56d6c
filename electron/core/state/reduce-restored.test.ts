import { expect, it } from 'vitest';
import { aNotification, aService } from '../fixtures.test-support';
import { emptyPersisted } from '../model/persisted';
import { createInitialState, type AppState } from './app-state';
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

it('B69 a change of rules of links is not undone any more once others came; B81 nor a reset after a restore', () => {
  const rule = { serviceId: null, pattern: 'a.test', answer: { kind: 'here' } } as const;
  const changed = [
    { kind: 'settings-changed', settings: { theme: 'dark' } } as const,
    { kind: 'settings-reset', items: ['theme'], copy: '/c.json' } as const,
    { kind: 'link-rule-set', rule } as const,
  ].reduce(reduce, start);
  const { persisted } = changed;
  const kindsOf = ({ session }: AppState) => session.notices.map(({ kind }) => kind);
  const same = reduce(changed, { kind: 'kept-merged', persisted: { ...persisted, busyOffered: ['x'] } });
  expect(kindsOf(same)).toEqual(['settings-reset', 'link-ruled']);
  const reset = reduce(changed, { kind: 'settings-reset', items: ['linkRules'], copy: '/c.json' });
  expect(kindsOf(reset)).toEqual(['settings-reset']);
  const linkRules = [rule, { ...rule, pattern: 'b.test' }];
  const merged = reduce(changed, { kind: 'kept-merged', persisted: { ...persisted, linkRules } });
  expect(kindsOf(merged)).toEqual(['settings-reset']);
  expect(reduce(merged, { kind: 'link-rules-undone' })).toBe(merged);
  const restored = reduce(changed, { kind: 'kept-restored', persisted: emptyPersisted });
  expect(kindsOf(restored)).toEqual([]);
  expect(reduce(restored, { kind: 'settings-reset-undone' })).toBe(restored);
  expect(reduce(restored, { kind: 'link-rules-undone' })).toBe(restored);
});

it('E26 a removal that could be undone is over for what is there again', () => {
  const removed = reduce(start, { kind: 'service-removed', serviceId: 'gone' });
  const next = reduce(removed, { kind: 'kept-restored', persisted: start.persisted });
  expect(next.session.removed).toEqual([]);
  expect(next.session.notices).toEqual([]);
});
