import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { AppState, LoadState } from '../state/app-state';
import { reduce } from '../state/reduce';
import { decideOpenings } from './decide-openings';

const painted = (state: AppState) => reduce(state, { kind: 'shell-painted' });
const loading = (state: AppState, serviceId: string) =>
  reduce(state, { kind: 'view-load-started', serviceId });

describe('decideOpenings', () => {
  const all = aState(
    [aService('a'), aService('b'), aService('c'), aService('d'), aService('off', { enabled: false })],
    { activeServiceId: 'c' },
  );

  it('S19 opens only the active service before the shell is drawn', () => {
    expect(decideOpenings(all)).toEqual(['c']);
  });

  it('S19 then others in order, two loading at a time', () => {
    expect(decideOpenings(painted(all))).toEqual(['c', 'a']);
    expect(decideOpenings(loading(loading(painted(all), 'c'), 'a'))).toEqual([]);
  });

  it('Z11 one that sleeps stays so, but for the active one as soon as it is looked for', () => {
    const closed = (state: AppState, serviceId: string) =>
      reduce(state, { kind: 'view-closed', serviceId, asleepAtMs: 1 });
    const asleep = ['a', 'b', 'c', 'd'].reduce(closed, painted(all));
    expect(decideOpenings(asleep)).toEqual([]);
    const window = { ...asleep.session.window, visible: true };
    const shown = reduce(asleep, { kind: 'window-changed', window });
    expect(decideOpenings(shown)).toEqual(['c']);
    expect(decideOpenings(reduce(shown, { kind: 'page-shown', page: 'settings' }))).toEqual([]);
    const woken = reduce(asleep, { kind: 'wake-requested', serviceId: 'd', why: 'wanted', nowMs: 2 });
    expect(decideOpenings(woken)).toEqual(['d']);
  });

  it('S19 goes on as pages come up or fail', () => {
    const two = loading(loading(painted(all), 'c'), 'a');
    expect(decideOpenings(reduce(two, { kind: 'view-loaded', serviceId: 'a' }))).toEqual(['b']);
    const failed: LoadState['kind'] = 'failed';
    const next = reduce(two, {
      kind: 'view-load-failed',
      serviceId: 'a',
      failure: { kind: 'refused', code: 'ERR_CONNECTION_REFUSED', host: 'a.test' },
      nowMs: 0,
      jitter: 0.5,
    });
    expect(next.session.services['a']?.load.kind).toBe(failed);
    expect(decideOpenings(next)).toEqual(['b']);
  });

  it('S19 goes on while pages wait for a password', () => {
    const ask = (state: AppState, serviceId: string) =>
      reduce(state, {
        kind: 'prompt-opened',
        prompt: {
          kind: 'login',
          id: `login-${serviceId}`,
          serviceId,
          host: 'h',
          realm: '',
          place: 'a.test:443',
          isProxy: false,
          protocol: 'https:',
          scheme: 'basic',
          again: false,
          canKeep: true,
        },
      });
    const two = loading(loading(painted(all), 'c'), 'a');
    expect(decideOpenings(ask(two, 'a'))).toEqual(['b']);
    expect(decideOpenings(ask(ask(two, 'a'), 'c'))).toEqual(['b', 'd']);
  });

  it('S19 opens a newly active service at once, whatever else loads', () => {
    const two = loading(loading(painted(all), 'c'), 'a');
    expect(decideOpenings(reduce(two, { kind: 'service-activated', serviceId: 'd' }))).toEqual(['d']);
  });

  it('S19 never opens a disabled one', () => {
    expect(decideOpenings(painted(aState([aService('off', { enabled: false })])))).toEqual([]);
  });
});
