import { describe, expect, it } from 'vitest';
import { aService, aState, aChannel } from '../../core/fixtures.test-support';
import type { Service } from '../../core/model/service';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { startSleeper } from './sleeper';

const MIN = 60_000;

function setUp(service: Partial<Service> = {}) {
  const clock = createTestClock();
  const calls: string[] = [];
  const others = aService('a', { recipeId: 'rocketchat', listen: 'yes', ...service });
  const store = createAppStore(aState([aService('seen'), others]), (error) => {
    throw error;
  });
  const page = { hasSignIn: true, mayGo: true };
  const session = () => store.getState().session.services['a'];
  const stop = startSleeper(store, {
    ...clock,
    canListen: (recipeId) => recipeId === 'rocketchat',
    takeCredentials: async (serviceId) => {
      calls.push(`take ${serviceId}`);
      if (page.hasSignIn) store.dispatch({ kind: 'credentials-taken', serviceId, kept: undefined });
      return page.hasSignIn;
    },
    closePage: async (serviceId) => {
      calls.push(`close ${serviceId}`);
      if (page.mayGo) store.dispatch({ kind: 'view-closed', serviceId, asleepAtMs: clock.nowMs() });
      return page.mayGo;
    },
    ask: (serviceId) => void calls.push(`ask ${serviceId}`),
  });
  const window = { ...store.getState().session.window, visible: true, focused: true };
  store.dispatch({ kind: 'window-changed', window });
  store.dispatch({ kind: 'view-load-started', serviceId: 'a' });
  store.dispatch({ kind: 'view-loaded', serviceId: 'a' });
  const hear = (listening: 'live' | 'lost' | 'refused'): void =>
    store.dispatch({
      kind: 'listening-changed',
      serviceId: 'a',
      listening,
      reason: '',
      nowMs: clock.nowMs(),
    });
  /** Lets what was begun go on. */
  const settle = (): Promise<void> =>
    new Promise((resolve) => void setImmediate(() => setImmediate(resolve)));
  return { clock, calls, store, page, session, stop, hear, settle };
}

describe('falling asleep', () => {
  it('Z12 one that is long unseen is heard first, then its page goes', async () => {
    const { clock, calls, session, hear, settle } = setUp();
    clock.pass(10 * MIN);
    await settle();
    expect(calls).toEqual(['take a']);
    expect(session()).toMatchObject({ isDozing: true, load: { kind: 'ready' } });
    hear('live');
    await settle();
    expect(calls).toEqual(['take a', 'close a']);
    expect(session()).toMatchObject({ isDozing: false, load: { kind: 'asleep' } });
  });

  it.each<[string, (given: ReturnType<typeof setUp>) => void]>([
    ['its server refuses', ({ hear }) => hear('refused')],
    ['nobody hears it in time', ({ clock }) => clock.pass(20_000)],
  ])('Z12 its page stays where %s, for another while', async (_, happens) => {
    const given = setUp();
    given.clock.pass(10 * MIN);
    await given.settle();
    happens(given);
    await given.settle();
    expect(given.calls).toEqual(['take a']);
    expect(given.session()).toMatchObject({ isDozing: false, unseenSinceMs: given.clock.nowMs() });
  });

  it('Z12 its page stays where nobody is signed in', async () => {
    const { clock, calls, page, settle, session } = setUp();
    page.hasSignIn = false;
    clock.pass(10 * MIN);
    await settle();
    expect([calls, session()?.load.kind]).toEqual([['take a'], 'ready']);
  });

  it('Z12 its page stays where the person comes back meanwhile', async () => {
    const { clock, calls, store, settle, hear, session } = setUp();
    clock.pass(10 * MIN);
    await settle();
    store.dispatch({ kind: 'service-activated', serviceId: 'a' });
    hear('live');
    await settle();
    expect([calls, session()?.isDozing]).toEqual([['take a'], false]);
  });

  it('Z2 its page stays where it says so itself, for another while', async () => {
    const { clock, calls, page, settle, hear, session } = setUp();
    page.mayGo = false;
    clock.pass(10 * MIN);
    await settle();
    hear('live');
    await settle();
    expect(calls).toEqual(['take a', 'close a']);
    expect(session()).toMatchObject({ isDozing: false, unseenSinceMs: clock.nowMs() });
  });

  it('Z5 one that is sent to sleep goes though nobody will hear it', async () => {
    const { calls, store, settle, session } = setUp({ recipeId: 'slack' });
    store.dispatch({ kind: 'sleep-requested', serviceId: 'a' });
    await settle();
    expect([calls, session()?.load.kind]).toEqual([['close a'], 'asleep']);
  });

  it('Z1 whoever looks at it again begins the time anew', async () => {
    const { clock, calls, store, settle } = setUp();
    clock.pass(9 * MIN);
    store.dispatch({ kind: 'service-activated', serviceId: 'a' });
    clock.pass(MIN);
    store.dispatch({ kind: 'service-activated', serviceId: 'seen' });
    clock.pass(10 * MIN - 1);
    await settle();
    expect(calls).toEqual([]);
    clock.pass(1);
    await settle();
    expect(calls).toEqual(['take a']);
  });

  it('Z1 a clock that is set back by a day begins the time anew', async () => {
    const { clock, calls, store, settle } = setUp();
    clock.pass(5 * MIN);
    clock.set(5 * MIN - 86_400_000);
    store.dispatch({ kind: 'clock-set-back', byMs: 86_400_000, nowMs: clock.nowMs() });
    clock.pass(10 * MIN);
    await settle();
    expect(calls).toEqual(['take a']);
  });

  it('Z9 the person is asked once', () => {
    const { clock, calls, store } = setUp({ listen: 'ask' });
    store.dispatch({ kind: 'channels-reported', serviceId: 'a', channels: [] });
    clock.pass(10 * MIN);
    store.dispatch({ kind: 'channels-reported', serviceId: 'a', channels: [aChannel('c')] });
    clock.pass(10 * MIN);
    expect(calls).toEqual(['ask a']);
  });
});

describe('waking', () => {
  it('Z8 one that nobody hears is opened for a look and sleeps again when it has told', async () => {
    const { clock, calls, store, settle, session } = setUp({ recipeId: 'slack' });
    store.dispatch({ kind: 'sleep-requested', serviceId: 'a' });
    await settle();
    clock.pass(15 * MIN);
    expect(session()).toMatchObject({ load: { kind: 'waiting' }, checkingSinceMs: clock.nowMs() });
    store.dispatch({ kind: 'view-load-started', serviceId: 'a' });
    store.dispatch({ kind: 'view-loaded', serviceId: 'a' });
    store.dispatch({ kind: 'channels-reported', serviceId: 'a', channels: [aChannel('c', { unread: 1 })] });
    clock.pass(5_000);
    await settle();
    expect(calls).toEqual(['close a', 'close a']);
    expect(session()).toMatchObject({ load: { kind: 'asleep' }, checkingSinceMs: undefined });
  });

  it('Z11 one that is to be awake from now on wakes', async () => {
    const { store, settle, session } = setUp({ recipeId: 'slack' });
    store.dispatch({ kind: 'sleep-requested', serviceId: 'a' });
    await settle();
    store.dispatch({ kind: 'service-sleep-mode-set', serviceId: 'a', sleepMode: 'awake' });
    expect(session()?.load.kind).toBe('waiting');
  });

  it('Z1 nothing waits once it has ended', () => {
    const { clock, stop } = setUp();
    stop();
    expect(clock.waiting()).toBe(0);
  });
});
