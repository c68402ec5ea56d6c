import { describe, expect, it } from 'vitest';
import { aChannel, aService, aState } from '../../core/fixtures.test-support';
import type { Service } from '../../core/model/service';
import { withServiceSession, withSession } from '../../core/state/change';
import type { Credentials } from '../../recipes/listening';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { OVERLAP_MS, startListening, type ListeningEvents } from './start-listening';

const credentials: Credentials = { cookies: { token: 'secret' }, values: {} };

function setUp(service: Partial<Service> = {}, { canSeal = true } = {}) {
  const clock = createTestClock();
  const calls: string[] = [];
  const heard: unknown[] = [];
  const requests: unknown[] = [];
  const start = aState([
    aService('seen'),
    aService('a', { recipeId: 'rocketchat', listen: 'yes', ...service }),
  ]);
  const shown = withSession(start, { shellPainted: true });
  const store = createAppStore(withServiceSession(shown, 'a', { load: { kind: 'ready' } }), (error) => {
    throw error;
  });
  const page = { credentials: credentials as Credentials | undefined };
  const events: { current: ListeningEvents | undefined } = { current: undefined };
  const listening = startListening(store, {
    ...clock,
    canListen: (recipeId) => recipeId === 'rocketchat',
    createListeners: (given) => {
      events.current = given;
      return {
        listen: (request) => {
          calls.push(`listen ${request.serviceId}`);
          requests.push(request);
        },
        unlisten: (serviceId) => void calls.push(`unlisten ${serviceId}`),
        hurry: () => void calls.push('hurry'),
        stop: async () => void calls.push('stop'),
      };
    },
    hear: (serviceId, told) => void heard.push([serviceId, told]),
    forget: (serviceId) => void calls.push(`forget ${serviceId}`),
    take: async () => page.credentials,
    seal: (given) => (canSeal ? `sealed ${JSON.stringify(given)}` : undefined),
    unseal: (sealed) =>
      sealed.startsWith('sealed ') ? (JSON.parse(sealed.slice(7)) as Credentials) : undefined,
  });
  const session = () => store.getState().session.services['a'];
  return {
    clock,
    calls,
    heard,
    requests,
    store,
    page,
    listening,
    session,
    events: () => {
      if (events.current === undefined) throw new Error('nobody listens');
      return events.current;
    },
    sleep: () => store.dispatch({ kind: 'view-closed', serviceId: 'a', asleepAtMs: 1 }),
    speak: () => {
      store.dispatch({ kind: 'view-loaded', serviceId: 'a' });
      store.dispatch({ kind: 'channels-reported', serviceId: 'a', channels: [aChannel('c')] });
    },
  };
}

describe('what is signed in with', () => {
  it('Z14 is taken of the page, kept sealed, and listened with', async () => {
    const { listening, store, sleep, requests, calls } = setUp();
    expect(await listening.takeCredentials('a')).toBe(true);
    expect(store.getState().persisted.credentials).toEqual([
      { serviceId: 'a', sealed: `sealed ${JSON.stringify(credentials)}`, takenAtMs: 0 },
    ]);
    expect(calls).toEqual([]);
    sleep();
    expect(requests).toEqual([
      { serviceId: 'a', recipeId: 'rocketchat', url: 'https://a.test/', credentials, resume: undefined },
    ]);
  });

  it('Z14 is not taken where nobody is signed in, nor kept where nothing can seal it', async () => {
    const { listening, page } = setUp();
    page.credentials = undefined;
    expect(await listening.takeCredentials('a')).toBe(false);
    const unsealed = setUp({}, { canSeal: false });
    expect(await unsealed.listening.takeCredentials('a')).toBe(true);
    expect(unsealed.store.getState().persisted.credentials).toEqual([]);
    unsealed.sleep();
    expect(unsealed.calls).toEqual(['listen a']);
  });

  it('Z14 is not taken of a page whose service may not be listened to', async () => {
    const { listening, store } = setUp({ listen: 'no' });
    expect(await listening.takeCredentials('a')).toBe(false);
    expect(store.getState().persisted.credentials).toEqual([]);
  });

  it('Z15 is dropped when the server refuses it, which is not tried again', async () => {
    const { listening, sleep, events, session, calls, store } = setUp();
    await listening.takeCredentials('a');
    sleep();
    events().onState('a', 'refused', 'token gone');
    expect(session()).toMatchObject({
      canSignIn: false,
      listening: { kind: 'refused', reason: 'token gone' },
    });
    expect(store.getState().persisted.credentials).toEqual([]);
    expect(calls).toEqual(['listen a', 'unlisten a', 'forget a']);
  });

  it('Z15 is dropped when the person takes back that they agreed', async () => {
    const { listening, sleep, calls, store } = setUp();
    await listening.takeCredentials('a');
    sleep();
    store.dispatch({ kind: 'service-listen-set', serviceId: 'a', listen: 'no' });
    expect(calls).toContain('forget a');
    store.dispatch({ kind: 'service-listen-set', serviceId: 'a', listen: 'yes' });
    expect(calls.filter((call) => call === 'listen a')).toHaveLength(1);
  });

  it('Z15 what another key ring sealed ends as signed out', () => {
    const { store, session, calls } = setUp();
    const kept = { serviceId: 'a', sealed: 'of another', takenAtMs: 1 };
    store.dispatch({ kind: 'credentials-taken', serviceId: 'a', kept });
    store.dispatch({ kind: 'view-closed', serviceId: 'a', asleepAtMs: 1 });
    expect(session()?.listening.kind).toBe('refused');
    expect(calls).not.toContain('listen a');
  });
});

describe('the hand-over', () => {
  it('Z18 listener and page hear together for a while when the page is back', async () => {
    const { listening, sleep, speak, events, session, calls, clock, store } = setUp();
    await listening.takeCredentials('a');
    sleep();
    events().onState('a', 'live', '');
    store.dispatch({ kind: 'view-load-started', serviceId: 'a' });
    speak();
    expect([calls, session()?.listening.kind]).toEqual([['listen a'], 'live']);
    clock.pass(OVERLAP_MS);
    expect([calls, session()?.listening.kind]).toEqual([['listen a', 'unlisten a'], 'off']);
  });

  it('Z18 one that sleeps again meanwhile is listened to all along', async () => {
    const { listening, sleep, speak, calls, clock, store } = setUp();
    await listening.takeCredentials('a');
    sleep();
    store.dispatch({ kind: 'view-load-started', serviceId: 'a' });
    speak();
    sleep();
    clock.pass(OVERLAP_MS * 2);
    expect(calls).toEqual(['listen a']);
  });

  it('Z19 goes on where the last connection ended, but not where a page heard in between', async () => {
    const { listening, sleep, speak, events, requests, heard, clock, store } = setUp();
    await listening.takeCredentials('a');
    sleep();
    events().onHeard('a', [{ kind: 'live' }]);
    expect(heard).toEqual([['a', [{ kind: 'live' }]]]);
    store.dispatch({ kind: 'service-enabled-set', serviceId: 'a', enabled: false });
    expect(requests).toHaveLength(1);
    store.dispatch({ kind: 'service-enabled-set', serviceId: 'a', enabled: true });
    speak();
    clock.pass(OVERLAP_MS);
    await listening.takeCredentials('a');
    sleep();
    expect(requests.at(-1)).toMatchObject({ resume: undefined });
  });

  it('Z19 what comes of one that is not listened to any more is not heard', () => {
    const { events, heard, session } = setUp();
    events().onHeard('a', [{ kind: 'live' }]);
    events().onState('a', 'live', '');
    expect([heard, session()?.listening.kind]).toEqual([[], 'off']);
  });

  it('Z19 a network or machine that is back is told to the listeners', () => {
    const { store, calls } = setUp();
    store.dispatch({ kind: 'network-changed', online: true });
    store.dispatch({ kind: 'system-resumed' });
    store.dispatch({ kind: 'network-changed', online: false });
    expect(calls).toEqual(['hurry', 'hurry']);
  });
});
