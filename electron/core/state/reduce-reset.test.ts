import { expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { reduce } from './reduce';

const start = [
  { kind: 'settings-changed', settings: { theme: 'dark', barSize: 'names' } } as const,
  { kind: 'rule-set', scope: { kind: 'everywhere' }, values: { preset: 'nothing' } } as const,
].reduce(reduce, aState([aService('a')]));

it('B81 puts settings back, says so, and undoes it', () => {
  const reset = reduce(start, { kind: 'settings-reset', items: ['theme', 'everywhere'], copy: '/c.json' });
  expect(reset.persisted.settings).toMatchObject({ theme: 'system', barSize: 'names' });
  expect(reset.persisted.rules).toEqual([]);
  expect(reset.session.policyVersion).toBeGreaterThan(start.session.policyVersion);
  expect(reset.session.notices).toEqual([
    { kind: 'settings-reset', id: 'settings-reset', count: 2, copy: '/c.json' },
  ]);
  const changed = reduce(reset, { kind: 'settings-changed', settings: { barSize: 'compact' } });
  const undone = reduce(changed, { kind: 'settings-reset-undone' });
  expect(undone.persisted.settings).toMatchObject({ theme: 'dark', barSize: 'compact' });
  expect(undone.persisted.rules).toEqual(start.persisted.rules);
  expect(undone.session.notices).toEqual([]);
  expect(reduce(undone, { kind: 'settings-reset-undone' })).toBe(undone);
});

it('B65 B81 rules of links that come back are those of services that can', () => {
  const rule = { pattern: 'a.test', answer: { kind: 'here' } } as const;
  const both = [null, 'a'].reduce(
    (state, serviceId) => reduce(state, { kind: 'link-rule-set', rule: { ...rule, serviceId } }),
    start,
  );
  const removed = [
    { kind: 'settings-reset', items: ['linkRules'], copy: '/c.json' } as const,
    { kind: 'service-removed', serviceId: 'a' } as const,
  ].reduce(reduce, both);
  const undo = { kind: 'settings-reset-undone' } as const;
  expect(reduce(removed, undo).persisted.linkRules).toEqual(both.persisted.linkRules);
  const gone = reduce(removed, { kind: 'service-removal-final', serviceId: 'a' });
  expect(reduce(gone, undo).persisted.linkRules).toEqual([{ ...rule, serviceId: null }]);
});

it('B81 with nothing to reset nothing happens', () => {
  expect(reduce(start, { kind: 'settings-reset', items: [], copy: '/c.json' })).toBe(start);
});
