import { expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import { emptyPersisted, type Persisted } from '../model/persisted';
import { compareBackup, isUnchanged } from './compare-backup';

const here: Persisted = {
  ...emptyPersisted,
  services: [aService('a'), aService('b'), aService('c')],
  rules: [
    { scope: { kind: 'everywhere' }, values: { notify: 'all' } },
    { scope: { kind: 'service', serviceId: 'a' }, values: { sound: false } },
  ],
  workspaces: [{ id: 'w', name: 'Work', serviceIds: ['a'], staysQuiet: false }],
  keys: { bindings: { inbox: ['F8'] }, system: null },
};

it('E25 tells by name what comes, goes and changes, and the rest by number', () => {
  const there: Persisted = {
    ...here,
    services: [aService('a'), aService('b', { name: 'B anew' }), aService('d')],
    rules: [{ scope: { kind: 'service', serviceId: 'a' }, values: { sound: true } }],
    workspaces: [],
    keys: { bindings: {}, system: null },
    settings: { ...here.settings, theme: 'dark' },
  };
  expect(compareBackup(here, there)).toEqual({
    services: { come: ['d'], go: ['c'], change: ['B anew'] },
    workspaces: { come: [], go: ['Work'], change: [] },
    counts: [
      { kind: 'rules', count: 2 },
      { kind: 'keys', count: 1 },
      { kind: 'settings', count: 1 },
    ],
    isOrderChanged: false,
  });
});

it('E25 the same, with its members in another order, changes nothing', () => {
  const turned = JSON.parse(
    JSON.stringify(here, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ),
  ) as Persisted;
  expect(isUnchanged(compareBackup(here, turned))).toBe(true);
  const moved = compareBackup(here, { ...here, services: here.services.toReversed() });
  expect(moved.isOrderChanged).toBe(true);
  expect(isUnchanged(moved)).toBe(false);
});
