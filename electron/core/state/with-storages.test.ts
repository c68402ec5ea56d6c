import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { membersOf, storageIdOf } from '../model/storage-group';
import { noTweaks, tweaksOf } from '../model/tweaks';
import { actionList } from './action-list.test-support';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';

const proxy = { kind: 'server', scheme: 'http', host: 'p.test', port: 3128, except: [] } as const;
const start = (): AppState =>
  aState(
    ['a', 'b', 'c'].map((id) => aService(id)),
    {
      tweaks: [
        { ...noTweaks('a'), proxy, css: 'a {}' },
        { ...noTweaks('b'), userAgent: 'Mine/1', css: 'b {}' },
      ],
    },
  );
const after = (state: AppState, ...actions: readonly Action[]): AppState => actions.reduce(reduce, state);
const join = (serviceId: string, withId: string | null, freshId = 'fresh'): Action => ({
  kind: 'service-storage-set',
  serviceId,
  withId,
  freshId,
});
const storages = ({ persisted }: AppState) => persisted.services.map(storageIdOf);
const tweaks = ({ persisted }: AppState, id: string) => tweaksOf(persisted.tweaks, id);

describe('signing in together', () => {
  it('R38 with a follower is with whom it follows; who began it may sign in elsewhere, and come back', () => {
    const joined = after(start(), join('b', 'a'), join('c', 'b'));
    expect(storages(joined)).toEqual(['a', 'a', 'a']);
    expect(storages(after(joined, join('b', null), join('a', 'b')))).toEqual(['b', 'b', 'a']);
    expect(storages(after(joined, join('b', null), join('a', 'b'), join('a', 'c')))).toEqual(['a', 'b', 'a']);
    const gone = after(
      joined,
      { kind: 'service-removed', serviceId: 'a' },
      { kind: 'service-removal-final', serviceId: 'a' },
    );
    expect(storages(gone)).toEqual(['a', 'a']);
    expect(tweaks(gone, 'b').proxy).toEqual(proxy);
    expect(after(joined, join('b', 'not-there'))).toBe(joined);
    expect(after(joined, join('b', 'c'))).toBe(joined);
  });

  it('R38 R42 who began a storage that others use leaves it to them, and has a new one of its own from then on', () => {
    const kept = { serviceId: 'a', kind: 'kept' } as never;
    const joined = after(start(), join('b', 'a'), join('c', 'b'));
    const heard = { ...joined, persisted: { ...joined.persisted, credentials: [kept] } };
    const left = after(heard, join('a', null, 'a1'));
    expect(storages(left)).toEqual(['a1', 'a', 'a']);
    expect(left.persisted.credentials).toEqual([]);
    expect(left.session.services['b']).toBe(heard.session.services['b']);
    // It has what it had of proxy and the like, and changes it for itself.
    expect([tweaks(left, 'a').proxy, tweaks(left, 'b').proxy]).toEqual([proxy, proxy]);
    // Its own is that new one, wherever it was meanwhile, and it may come back to what it began.
    expect(storages(after(left, join('a', 'b')))).toEqual(['a', 'a', 'a']);
    expect(storages(after(left, join('a', 'b'), join('a', null, 'a2')))).toEqual(['a1', 'a', 'a']);
    expect(storages(after(left, join('c', 'a'), join('a', null, 'a2')))).toEqual(['a2', 'a', 'a1']);
    // Elsewhere while others use what it began, it does not come back to them unasked.
    const elsewhere = after(start(), join('b', 'a'), join('a', 'c'), join('a', null, 'a1'));
    expect(storages(elsewhere)).toEqual(['a1', 'a', 'c']);
    // A name that is taken is none.
    for (const taken of ['a', 'b']) expect(after(joined, join('a', null, taken))).toBe(joined);
  });

  it('R38 who can come back still uses it: once a removal is undone, nobody shares it unasked', () => {
    const removed = after(start(), join('b', 'a'), join('a', 'c'), {
      kind: 'service-removed',
      serviceId: 'b',
    });
    const undo: Action = { kind: 'service-removal-undone', serviceId: 'b' };
    const alone = after(removed, join('a', null, 'a1'));
    expect(storages(alone)).toEqual(['a1', 'c']);
    expect(storages(after(alone, undo))).toEqual(['a1', 'a', 'c']);
    // Nor is a name taken that comes back.
    const left = after(start(), join('b', 'a'), join('a', null, 'a1'), {
      kind: 'service-removed',
      serviceId: 'a',
    });
    const taken = after(left, join('b', null), join('c', 'b'));
    expect(after(taken, join('b', null, 'a1'))).toBe(taken);
    // Once it cannot come back, it is as if it had never been.
    const final: Action = { kind: 'service-removal-final', serviceId: 'b' };
    expect(storages(after(removed, final, join('a', null, 'a1')))).toEqual(['a', 'c']);
  });

  it('R41 who joins takes what a storage has once, and nothing else; what is changed for one is changed for all', () => {
    const joined = after(
      start(),
      { kind: 'service-spelling-set', serviceId: 'a', spelling: ['de'] },
      join('b', 'a'),
    );
    expect(tweaks(joined, 'b')).toEqual({ ...noTweaks('b'), proxy, css: 'b {}' });
    expect(joined.persisted.services[1]?.spelling).toEqual(['de']);
    const changed = after(
      joined,
      { kind: 'service-tweaked', serviceId: 'b', changes: { userAgent: 'Other/1', css: '' } },
      { kind: 'service-spelling-set', serviceId: 'b', spelling: null },
    );
    expect(tweaks(changed, 'a')).toEqual({ ...noTweaks('a'), proxy, userAgent: 'Other/1', css: 'a {}' });
    expect(changed.persisted.services[0]?.spelling).toBeNull();
    const alone = after(changed, join('b', null), {
      kind: 'service-tweaked',
      serviceId: 'b',
      changes: { proxy: { kind: 'direct' } },
    });
    expect([tweaks(alone, 'a').proxy, tweaks(alone, 'b').proxy]).toEqual([proxy, { kind: 'direct' }]);
  });

  it('R41 holds for whoever uses it, also where a backup says it is their own', () => {
    const made = (id: string) => (id === 'a' ? aService('a', { ownStorage: 'b' }) : aService(id));
    const { persisted } = start();
    const restored = after(aState(), {
      kind: 'kept-restored',
      persisted: { ...persisted, services: ['a', 'b', 'c'].map(made) },
    });
    expect(storages(restored)).toEqual(['b', 'b', 'c']);
    expect([tweaks(restored, 'a').userAgent, tweaks(restored, 'b').userAgent]).toEqual(['', '']);
    expect(tweaks(restored, 'b').proxy).toEqual(proxy);
    const changed = after(restored, { kind: 'service-spelling-set', serviceId: 'b', spelling: ['de'] });
    expect(changed.persisted.services.map(({ spelling }) => spelling ?? null)).toEqual([
      ['de'],
      ['de'],
      null,
    ]);
  });

  it('R42 it counts as another account, whoever moved it; the others go on', () => {
    const kept = { serviceId: 'b', kind: 'kept' } as never;
    const told = after(
      start(),
      { kind: 'unread-reported', serviceId: 'a', source: 'badge', unread: { direct: 1, indirect: false } },
      { kind: 'unread-reported', serviceId: 'b', source: 'badge', unread: { direct: 2, indirect: false } },
    );
    const heard = { ...told, persisted: { ...told.persisted, credentials: [kept] } };
    const services = heard.persisted.services.map((one) =>
      one.id === 'b' ? Object.assign({}, one, { storageOf: 'a' }) : one,
    );
    for (const action of [
      join('b', 'a'),
      { kind: 'kept-merged', persisted: { ...heard.persisted, services } } as const,
    ]) {
      const moved = after(heard, action);
      expect(moved.persisted.credentials).toEqual([]);
      expect(moved.session.services['b']?.reports).toEqual({});
      expect(moved.session.services['a']).toBe(heard.session.services['a']);
    }
  });

  it('R43 clearing signs out all of them, and nobody else', () => {
    const login = (serviceId: string) =>
      ({
        serviceId,
        place: 'a.test:443',
        realm: '',
        isProxy: false,
        protocol: 'https:',
        scheme: 'basic',
        sealed: '',
        sinceMs: 0,
      }) as const;
    const state = after(
      aState(
        ['a', 'b', 'c'].map((id) => aService(id)),
        { logins: ['a', 'b', 'c'].map(login) },
      ),
      join('b', 'a'),
    );
    const cleared = after(state, { kind: 'data-clearing-requested', serviceId: 'b', what: 'everything' });
    expect(cleared.persisted.logins.map(({ serviceId }) => serviceId)).toEqual(['c']);
  });

  it('R41 whatever happens, all of a storage are alike in what it has once', () => {
    fc.assert(
      fc.property(actionList, (actions) => {
        const { persisted } = after(aState(['s1', 's2', 's3', 's4'].map((id) => aService(id))), ...actions);
        for (const service of persisted.services)
          for (const other of membersOf(persisted.services, storageIdOf(service))) {
            const [a, b] = [service, other].map(({ id, spelling }) => {
              const { proxy: way, proxyLogin, userAgent } = tweaksOf(persisted.tweaks, id);
              return { way, proxyLogin, userAgent, spelling: spelling ?? null };
            });
            expect(a).toEqual(b);
          }
      }),
    );
  });
});
