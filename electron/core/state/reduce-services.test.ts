import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Service } from '../model/service';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';

const withServices = (activeServiceId: string | null, ...ids: string[]): AppState =>
  aState(
    ids.map((id) => aService(id)),
    { activeServiceId },
  );
const after = (state: AppState, ...actions: Action[]): AppState => actions.reduce(reduce, state);
const order = (state: AppState): string => state.persisted.services.map((service) => service.id).join(' ');
const active = (state: AppState): string | null => state.persisted.activeServiceId;

describe('services', () => {
  it('S2 adds at the end, active and on screen; the same id not again', () => {
    const settings = after(withServices('a', 'a'), { kind: 'page-shown', page: 'add-service' });
    const added = after(settings, { kind: 'service-added', service: aService('b') });
    expect([order(added), active(added), added.session.page]).toEqual(['a b', 'b', 'service']);
    expect(reduce(added, { kind: 'service-added', service: aService('a', { name: 'Other' }) })).toBe(added);
  });

  it.each([
    ['a', 2, 'b c a d'],
    ['d', 0, 'd a b c'],
    ['b', 1, 'a b c d'],
    ['a', 99, 'b c d a'],
    ['d', -5, 'd a b c'],
    ['b', 2.9, 'a c b d'],
    ['x', 0, 'a b c d'],
  ])('S2 moves %s to place %d: %s', (serviceId, toIndex, expected) => {
    const state = withServices('a', 'a', 'b', 'c', 'd');
    expect(order(reduce(state, { kind: 'service-moved', serviceId, toIndex }))).toBe(expected);
  });

  it.each([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'b'],
  ])('S3 when active %s is removed its neighbour %s becomes active', (serviceId, expected) => {
    const state = withServices(serviceId, 'a', 'b', 'c');
    expect(active(reduce(state, { kind: 'service-removed', serviceId }))).toBe(expected);
  });

  it('S3 leaves the active one alone when another goes', () => {
    expect(active(reduce(withServices('b', 'a', 'b'), { kind: 'service-removed', serviceId: 'a' }))).toBe(
      'b',
    );
  });

  it('S3 makes what comes back to an emptied bar active', () => {
    const emptied = after(
      withServices('b', 'a', 'b'),
      { kind: 'service-removed', serviceId: 'a' },
      { kind: 'service-removed', serviceId: 'b' },
    );
    expect(active(emptied)).toBeNull();
    expect(active(reduce(emptied, { kind: 'service-removal-undone', serviceId: 'a' }))).toBe('a');
  });

  it('S9 undoes a removal: place, settings and, where it was, active', () => {
    const before = withServices('b', 'a', 'b', 'c');
    const removed = reduce(before, { kind: 'service-removed', serviceId: 'b' });
    expect(removed.session.notices).toMatchObject([{ kind: 'service-removed', serviceId: 'b', name: 'b' }]);
    const undone = reduce(removed, { kind: 'service-removal-undone', serviceId: 'b' });
    expect(undone.persisted).toEqual(before.persisted);
    expect([undone.session.removed, undone.session.notices]).toEqual([[], []]);
  });

  it('S9 cannot undo once it is final', () => {
    const gone = after(
      withServices('a', 'a', 'b'),
      { kind: 'service-removed', serviceId: 'a' },
      { kind: 'service-removal-final', serviceId: 'a' },
    );
    expect([gone.session.removed, gone.session.notices]).toEqual([[], []]);
    expect(reduce(gone, { kind: 'service-removal-undone', serviceId: 'a' })).toBe(gone);
  });

  it.each<[string, Action, Partial<Service>]>([
    ['name', { kind: 'service-renamed', serviceId: 'a', name: '  New \n name ' }, { name: 'New name' }],
    ['no empty name', { kind: 'service-renamed', serviceId: 'a', name: ' ' }, {}],
    [
      'icon',
      { kind: 'service-icon-chosen', serviceId: 'a', icon: { kind: 'site' } },
      { icon: { kind: 'site' } },
    ],
    ['record', { kind: 'service-text-kept-set', serviceId: 'a', keepText: false }, { keepText: false }],
    [
      'own names',
      { kind: 'service-own-names-set', serviceId: 'a', ownNames: ['@ann ', '', 'ann', 'Ann B.'] },
      { ownNames: ['ann', 'Ann B.'] },
    ],
    ['count', { kind: 'service-count-set', serviceId: 'a', countInTotal: false }, { countInTotal: false }],
    ['power', { kind: 'service-enabled-set', serviceId: 'a', enabled: false }, { enabled: false }],
  ])('S8 changes one service only: %s', (_, action, expected) => {
    const { services } = reduce(withServices('a', 'a', 'b'), action).persisted;
    expect(services).toEqual([aService('a', expected), aService('b')]);
  });

  it('S5 S6 forgets page, prompts and notifications of a service switched off, but keeps it', () => {
    const off = after(
      withServices('a', 'a', 'b'),
      { kind: 'view-loaded', serviceId: 'a' },
      { kind: 'unread-reported', serviceId: 'a', source: 'badge', unread: { direct: 3, indirect: false } },
      { kind: 'site-icon-changed', serviceId: 'a' },
      {
        kind: 'prompt-opened',
        prompt: { kind: 'permission', id: 'q', serviceId: 'a', origin: 'https://a', permission: 'camera' },
      },
      { kind: 'service-enabled-set', serviceId: 'a', enabled: false },
    );
    expect(order(off)).toBe('a b');
    expect(off.session.services['a']).toMatchObject({
      load: { kind: 'waiting' },
      reports: {},
      siteIconVersion: 1,
    });
    expect(off.session.prompts).toEqual([]);
  });

  it('S3 activates what is there', () => {
    const state = withServices('a', 'a', 'b');
    expect(active(reduce(state, { kind: 'service-activated', serviceId: 'b' }))).toBe('b');
    expect(reduce(state, { kind: 'service-activated', serviceId: 'x' })).toBe(state);
  });
});

describe('permissions', () => {
  const decided = (
    permission: 'camera' | 'microphone',
    decision: 'allow' | 'deny',
    decidedAtMs = 1,
  ): Action => ({
    kind: 'permission-decided',
    serviceId: 'a',
    origin: 'https://a.example.org',
    permission,
    decision,
    decidedAtMs,
  });
  const grants = (state: AppState) => state.persisted.services[0]?.permissions;

  it('S10 keeps one decision for each origin and permission, the last', () => {
    const state = after(
      withServices('a', 'a'),
      decided('camera', 'deny', 1),
      decided('microphone', 'allow', 2),
      decided('camera', 'allow', 3),
    );
    expect(grants(state)?.map((one) => [one.permission, one.decision])).toEqual([
      ['microphone', 'allow'],
      ['camera', 'allow'],
    ]);
  });

  it('S10 forgets a revoked one', () => {
    const state = after(withServices('a', 'a'), decided('camera', 'allow'));
    const revoked = { kind: 'permission-revoked', serviceId: 'a', origin: 'https://a.example.org' } as const;
    expect(grants(reduce(state, { ...revoked, permission: 'camera' }))).toEqual([]);
    expect(reduce(state, { ...revoked, permission: 'microphone' })).toBe(state);
  });

  it('S10 keeps at most 500 of a service, the newest', () => {
    const many = Array.from({ length: 510 }, (_, index) => ({
      ...decided('camera', 'allow', index),
      origin: `https://o${index}.example.org`,
    })) as Action[];
    const kept = grants(after(withServices('a', 'a'), ...many)) ?? [];
    expect([kept.length, kept[0]?.decidedAtMs, kept.at(-1)?.decidedAtMs]).toEqual([500, 10, 509]);
  });
});
