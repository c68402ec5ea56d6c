import { expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Service } from '../model/service';
import type { AppState, ServiceSession } from '../state/app-state';
import { withServiceSession, withSession } from '../state/change';
import { decideListening } from './decide-listening';

const asleep = { kind: 'asleep', sinceMs: 0 } as const;
const speaking = { kind: 'speaking', canOpen: true, canMarkRead: true, mutes: [], ownNames: [] } as const;
const live = { kind: 'live', reason: '', sinceMs: 0 } as const;
const given = (session: Partial<ServiceSession>, service: Partial<Service> = {}): AppState =>
  withServiceSession(aState([aService('a', { recipeId: 'rocketchat', listen: 'yes', ...service })]), 'a', {
    canSignIn: true,
    ...session,
  });
const isListenedTo = (session: Partial<ServiceSession>, service: Partial<Service> = {}): boolean =>
  decideListening(
    withSession(given(session, service), { shellPainted: true }),
    (recipeId) => recipeId === 'rocketchat',
  ).includes('a');

it.each<[string, Partial<ServiceSession>, boolean]>([
  ['asleep', { load: asleep }, true],
  ['about to sleep', { load: { kind: 'ready' }, isDozing: true }, true],
  ['whose page crashed', { load: { kind: 'crashed', reason: '', attempt: 1, retryAtMs: 0 } }, true],
  ['with a page', { load: { kind: 'ready' } }, false],
  ['that is just being opened', { load: { kind: 'loading' } }, false],
  ['that wakes', { load: { kind: 'loading' }, listening: live }, true],
  ['whose page is there and knows nothing yet', { load: { kind: 'ready' }, listening: live }, true],
  ['whose page hears', { load: { kind: 'ready' }, listening: live, adapter: speaking }, false],
  [
    'whose page lost its server',
    {
      load: { kind: 'ready' },
      listening: live,
      adapter: speaking,
      connection: { kind: 'lost', sinceMs: 0 },
    },
    true,
  ],
  [
    'whose page says that nobody is signed in',
    { load: { kind: 'ready' }, listening: live, adapter: { kind: 'signed-out' } },
    false,
  ],
])('Z12 one %s: %#', (_, session, expected) => {
  expect(isListenedTo(session)).toBe(expected);
});

it.each<[string, Partial<ServiceSession>, Partial<Service>]>([
  ['the person has not agreed', {}, { listen: 'ask' }],
  ['the person said no', {}, { listen: 'no' }],
  ['it is off', {}, { enabled: false }],
  ['there is no listener', {}, { recipeId: 'slack' }],
  ['there is nothing to sign in with', { canSignIn: false }, {}],
  ['its server refused', { listening: { kind: 'refused', reason: '', sinceMs: 0 } }, {}],
  ['there is nothing to listen to', { listening: { kind: 'unfit', reason: '', sinceMs: 0 } }, {}],
])('Z13 nobody listens where %s', (_, session, service) => {
  expect(isListenedTo({ load: asleep, ...session }, service)).toBe(false);
});

it('Z12 nobody listens before the shell is drawn', () => {
  expect(decideListening(given({ load: asleep }), () => true)).toEqual([]);
});
