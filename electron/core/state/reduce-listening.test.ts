import { describe, expect, it } from 'vitest';
import { aChannel, aMessage, aNotification, aService, aState, requested } from '../fixtures.test-support';
import { createInitialState, type AppState } from './app-state';
import type { Action } from './actions';
import { reduce } from './reduce';
import { selectServiceSession } from './selectors';

const kept = { serviceId: 'a', sealed: 'c2VhbGVk', takenAtMs: 7 };
const agreed = aState([aService('b'), aService('a', { listen: 'yes' })]);
const run = (state: AppState, ...actions: readonly Action[]): AppState => actions.reduce(reduce, state);
const taken = { kind: 'credentials-taken', serviceId: 'a', kept } as const;

describe('what is signed in with', () => {
  it('Z14 is kept in the place of what was', () => {
    const later = { ...kept, takenAtMs: 9 };
    const state = run(agreed, taken, { ...taken, kept: later });
    expect(state.persisted.credentials).toEqual([later]);
    expect(selectServiceSession(state, 'a').canSignIn).toBe(true);
  });

  it('Z14 is used but not kept where nothing can seal it', () => {
    const state = run(agreed, { ...taken, kept: undefined });
    expect(state.persisted.credentials).toEqual([]);
    expect(selectServiceSession(state, 'a').canSignIn).toBe(true);
  });

  it('Z14 is not taken of one who has not agreed', () => {
    expect(run(aState([aService('a')]), taken).persisted.credentials).toEqual([]);
  });

  it.each<[string, Action]>([
    ['the person takes back that they agreed', { kind: 'service-listen-set', serviceId: 'a', listen: 'no' }],
    [
      'its page says that nobody is signed in',
      { kind: 'sign-in-reported', serviceId: 'a', isSignedIn: false, server: undefined },
    ],
    ['its data is cleared', { kind: 'data-clearing-requested', serviceId: 'a', what: 'everything' }],
    ['its server refused it', { kind: 'credentials-forgotten', serviceId: 'a' }],
  ])('Z15 is forgotten when %s', (_, action) => {
    const state = run(agreed, taken, action);
    expect(state.persisted.credentials).toEqual([]);
    expect(selectServiceSession(state, 'a').canSignIn).toBe(false);
  });

  it('Z15 goes with its service, once that cannot be undone', () => {
    const removed = run(agreed, taken, { kind: 'service-removed', serviceId: 'a' });
    expect(removed.persisted.credentials).toEqual([kept]);
    const gone = run(removed, { kind: 'service-removal-final', serviceId: 'a' });
    expect(gone.persisted.credentials).toEqual([]);
  });

  it('Z14 other ones are tried where the last were refused', () => {
    const refused = {
      kind: 'listening-changed',
      serviceId: 'a',
      listening: 'refused',
      reason: 'x',
      nowMs: 1,
    } as const;
    expect(selectServiceSession(run(agreed, refused, taken), 'a').listening.kind).toBe('off');
  });
});

describe('what is heard', () => {
  const channels = [aChannel('c', { unread: 2 })];

  it('Z16 channels are known by it, but not where the page itself speaks', () => {
    const heard = { kind: 'channels-heard', serviceId: 'a', channels } as const;
    expect(selectServiceSession(run(agreed, heard), 'a').channels).toEqual(channels);
    const told = { kind: 'channels-reported', serviceId: 'a', channels: [] } as const;
    expect(selectServiceSession(run(agreed, told, heard), 'a').channels).toEqual([]);
  });

  it('Z17 what was read elsewhere goes from the desktop, nothing else', () => {
    const of = (id: string, channelId: string, serviceId = 'a') =>
      requested(
        aNotification(id, {
          serviceId,
          senderKey: id,
          message: aMessage({ serviceId, channel: { id: channelId, name: channelId, kind: 'direct' } }),
        }),
      );
    const shown = run(agreed, of('1', 'c'), of('2', 'd'), of('3', 'c', 'b'));
    const read = run(shown, { kind: 'read-heard', serviceId: 'a', channelId: 'c' });
    expect(read.session.notifications.map(({ id }) => id)).toEqual(['2', '3']);
    expect(run(read, { kind: 'read-heard', serviceId: 'a', channelId: 'c' })).toBe(read);
  });
});

describe('the start', () => {
  const at = (changes: Parameters<typeof aService>[1], credentials = [kept]) =>
    createInitialState({ ...aState([aService('b'), aService('a', changes)]).persisted, credentials }, [], 5)
      .session.services['a']?.load.kind;

  it.each<[string, Parameters<typeof aService>[1], string]>([
    ['heard without its page', { listen: 'yes' }, 'asleep'],
    ['that is to be awake', { listen: 'yes', sleepMode: 'awake' }, 'waiting'],
    ['that is to sleep from the start', { sleepMode: 'asleep-at-start' }, 'asleep'],
    ['that nobody would hear', {}, 'waiting'],
    ['that is off', { listen: 'yes', enabled: false }, 'waiting'],
  ])('Z10 one %s: %#', (_, changes, expected) => {
    expect(at(changes)).toBe(expected);
  });

  it('Z10 one that could be heard but has nothing to sign in with gets its page', () => {
    expect(at({ listen: 'yes' }, [])).toBe('waiting');
  });

  it('Z10 the one that is up gets its page', () => {
    const one = aState([aService('a', { sleepMode: 'asleep-at-start' })]).persisted;
    expect(createInitialState(one).session.services['a']?.load.kind).toBe('waiting');
  });
});
