import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aChannel, aService, aState } from '../fixtures.test-support';
import { RECENT_MAX, TRAIL_MAX } from '../model/place';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { goTo, placeAlong, placeOf, recentPlaces } from './places';
import { reduce } from './reduce';

const channels = ['x', 'y', 'z'].map((id) => aChannel(id));
const start = ['a', 'b'].reduce<AppState>(
  (state, serviceId) => reduce(state, { kind: 'channels-reported', serviceId, channels }),
  aState([aService('a'), aService('b'), aService('c')]),
);
const shows = (serviceId: string, channelId: string | undefined): Action => ({
  kind: 'channel-shown',
  serviceId,
  channelId,
});
const activate = (serviceId: string): Action => ({ kind: 'service-activated', serviceId });
const open = (serviceId: string, channelId: string): Action => ({
  kind: 'channel-open-requested',
  serviceId,
  channelId,
});
const after = (...actions: readonly Action[]): AppState => actions.reduce(reduce, start);
const trail = (state: AppState): readonly string[] =>
  state.session.trail.places.map(({ serviceId, channelId }) => `${serviceId}/${channelId ?? ''}`);
const recent = (state: AppState): readonly string[] =>
  recentPlaces(state).map(({ serviceId, channelId }) => `${serviceId}/${channelId ?? ''}`);

/** Goes back or forward as the command does, and the page follows. */
function along(state: AppState, step: 1 | -1): AppState {
  const next = placeAlong(state, step);
  if (next === undefined) throw new Error('nowhere to go');
  const { serviceId, channelId } = next.place;
  return reduce(reduce(state, goTo(next.place, next.at)), shows(serviceId, channelId));
}

describe('where one was', () => {
  it('O1 remembers channels and services in the order in which they were looked at', () => {
    const state = after(shows('a', 'x'), shows('a', 'y'), activate('c'), activate('b'), shows('b', 'z'));
    expect(trail(state)).toEqual(['a/x', 'a/y', 'c/', 'b/z']);
    expect(recent(state)).toEqual(['b/z', 'c/', 'a/y', 'a/x']);
    expect(placeOf(state)).toEqual({ serviceId: 'b', channelId: 'z' });
  });

  it('O1 a channel asked for is one place, and what is on screen on the way there is none', () => {
    const state = after(shows('b', 'x'), shows('a', 'x'), open('b', 'z'));
    expect(trail(state)).toEqual(['a/x', 'b/z']);
    expect(trail(reduce(state, shows('b', 'z')))).toEqual(['a/x', 'b/z']);
    expect(state.session.trail.heading).toEqual({ serviceId: 'b', channelId: 'z' });
    expect(reduce(state, shows('b', 'z')).session.trail.heading).toBeUndefined();
  });

  it('O1 a page that loads anew goes nowhere', () => {
    const state = after(shows('a', 'x'), shows('a', undefined), shows('a', 'x'));
    expect(trail(state)).toEqual(['a/x']);
  });

  it('O1 settings and inbox are no places', () => {
    const state = after(
      shows('a', 'x'),
      { kind: 'page-shown', page: 'inbox' },
      activate('b'),
      shows('b', 'y'),
    );
    expect(trail(state)).toEqual(['a/x', 'b/y']);
    expect(placeOf(after({ kind: 'page-shown', page: 'settings' }))).toBeUndefined();
  });

  it('O2 goes back and forward over services, and a new way ends what was ahead', () => {
    const there = after(shows('a', 'x'), shows('a', 'y'), open('b', 'z'), shows('b', 'z'));
    const back = along(along(there, -1), -1);
    expect(placeOf(back)).toEqual({ serviceId: 'a', channelId: 'x' });
    expect(trail(back)).toEqual(['a/x', 'a/y', 'b/z']);
    const forward = along(back, 1);
    expect(placeOf(forward)).toEqual({ serviceId: 'a', channelId: 'y' });
    expect(trail(reduce(forward, activate('c')))).toEqual(['a/x', 'a/y', 'c/']);
    expect(placeAlong(reduce(forward, activate('c')), 1)).toBeUndefined();
  });

  it('O2 passes over services that are gone or off', () => {
    const state = [
      shows('a', 'x'),
      activate('c'),
      open('b', 'z'),
      shows('b', 'z'),
      { kind: 'service-enabled-set', serviceId: 'c', enabled: false } as const,
    ].reduce<AppState>(reduce, start);
    expect(placeAlong(state, -1)?.place).toEqual({ serviceId: 'a', channelId: 'x' });
    expect(recent(state)).toEqual(['b/z', 'a/x']);
  });

  it('O1 keeps so many and no more, each recent one once, whatever happens', () => {
    const action = fc.oneof(
      fc
        .record({
          serviceId: fc.constantFrom('a', 'b', 'c'),
          channelId: fc.constantFrom('x', 'y', undefined),
        })
        .map(({ serviceId, channelId }) => shows(serviceId, channelId)),
      fc.constantFrom('a', 'b', 'c', 'gone').map(activate),
      fc.constantFrom('x', 'y', 'z').map((id) => open('b', id)),
      fc.constantFrom<Action>(
        { kind: 'page-shown', page: 'inbox' },
        { kind: 'service-removed', serviceId: 'b' },
        { kind: 'service-enabled-set', serviceId: 'a', enabled: false },
      ),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 150 }), (actions) => {
        const { session } = actions.reduce(reduce, start);
        const { places, at, recent: latest } = session.trail;
        expect(places.length).toBeLessThanOrEqual(TRAIL_MAX);
        expect(latest.length).toBeLessThanOrEqual(RECENT_MAX);
        expect(at).toBeLessThan(Math.max(1, places.length));
        const keys = latest.map(({ serviceId, channelId }) => `${serviceId} ${channelId}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('the list of where one was last', () => {
  const was = after(shows('a', 'x'), activate('c'), open('b', 'z'), shows('b', 'z'));
  const step = (by: 1 | -1): Action => ({ kind: 'switching-stepped', step: by });
  const at = (state: AppState): number | undefined => state.session.switching?.at;

  it('M9 begins at where one was before, and goes round', () => {
    expect(at(reduce(was, step(1)))).toBe(1);
    expect(at([step(1), step(1), step(1)].reduce(reduce, was))).toBe(0);
    expect(at(reduce(was, step(-1)))).toBe(2);
    expect(at(reduce(start, step(1)))).toBeUndefined();
  });

  it('M9 from the inbox it begins at where one was last', () => {
    const inInbox = reduce(was, { kind: 'page-shown', page: 'inbox' });
    expect(at(reduce(inInbox, step(1)))).toBe(0);
    expect(at(reduce(inInbox, step(-1)))).toBe(2);
  });

  it('M9 going anywhere ends it', () => {
    expect(reduce(reduce(was, step(1)), activate('a')).session.switching).toBeUndefined();
    expect(reduce(reduce(was, step(1)), { kind: 'switching-ended' }).session.switching).toBeUndefined();
  });
});
