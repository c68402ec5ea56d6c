import { expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import { emptyPersisted } from '../model/persisted';
import { noTweaks } from '../model/tweaks';
import { createInitialState, type AppState } from './app-state';
import type { ActionOf } from './actions';
import { reduce } from './reduce';

const start = createInitialState({
  ...emptyPersisted,
  services: [aService('mine')],
  activeServiceId: 'mine',
});
const came = (changes: Partial<ActionOf<'services-brought'>> = {}): ActionOf<'services-brought'> => ({
  kind: 'services-brought',
  services: [aService('off', { enabled: false }), aService('on')],
  rules: [{ scope: { kind: 'service', serviceId: 'on' }, values: { sound: false } }],
  tweaks: [
    { ...noTweaks('on'), css: 'p {}' },
    { ...noTweaks('mine'), js: '1' },
  ],
  workspaces: [],
  ...changes,
});
const idsOf = ({ persisted }: AppState) => persisted.services.map(({ id }) => id);

it('E6 comes behind what is there, which stays active', () => {
  const next = reduce(start, came());
  expect(idsOf(next)).toEqual(['mine', 'off', 'on']);
  expect(next.persisted.activeServiceId).toBe('mine');
  expect(Object.keys(next.session.services)).toEqual(['mine', 'off', 'on']);
  expect(next.session.policyVersion).toBe(start.session.policyVersion + 1);
  // Nothing is put into the pages of what was there.
  expect(next.persisted.tweaks).toEqual([{ ...noTweaks('on'), css: 'p {}' }]);
});

it('E6 where nothing was there the first that is on becomes active', () => {
  const next = reduce(createInitialState(emptyPersisted), came());
  expect(next.persisted.activeServiceId).toBe('on');
});

it('E7 the same again changes nothing, not even the revision', () => {
  const once = reduce(start, came());
  expect(reduce(once, came())).toBe(once);
});

it('E7 a rule of the person’s own stays', () => {
  const once = reduce(start, came());
  const own = reduce(once, {
    kind: 'rule-set',
    scope: { kind: 'service', serviceId: 'on' },
    values: { sound: true },
  });
  expect(reduce(own, came()).persisted.rules).toEqual(own.persisted.rules);
});

it('E7 one that was just removed comes anew, and its removal is no more to be made final', () => {
  const removed = reduce(reduce(start, came()), { kind: 'service-removed', serviceId: 'on' });
  const again = reduce(removed, came());
  expect(idsOf(again)).toEqual(['mine', 'off', 'on']);
  expect(again.session.removed).toEqual([]);
  expect(again.session.notices).toEqual([]);
});

it('E8 a workspace that is there is added to; one whose services did not come does not come', () => {
  const workspace = (id: string, ...serviceIds: readonly string[]) => ({
    id,
    name: id,
    serviceIds,
    staysQuiet: false,
  });
  const withOne = reduce(start, { kind: 'workspace-added', workspace: workspace('w', 'mine') });
  const next = reduce(
    withOne,
    came({ workspaces: [workspace('w', 'on', 'gone'), workspace('x', 'gone'), workspace('y', 'off')] }),
  );
  expect(next.persisted.workspaces.map(({ id, serviceIds }) => [id, serviceIds])).toEqual([
    ['w', ['mine', 'on']],
    ['y', ['off']],
  ]);
});
