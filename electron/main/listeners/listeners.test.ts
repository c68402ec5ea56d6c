import { describe, expect, it } from 'vitest';
import { createTestClock } from '../test-clock.test-support';
import { createListeners, type ListenersPort } from './listeners';
import type { FromListeners, ListenRequestOfMain, ToListeners } from './protocol';

/** A process that the test plays. */
interface Played {
  readonly posted: ToListeners[];
  readonly say: (message: FromListeners) => void;
  readonly exit: () => void;
  readonly isKilled: () => boolean;
}

function setUp(more: Partial<ListenersPort> = {}) {
  const clock = createTestClock(1_000_000);
  const processes: Played[] = [];
  const heard: unknown[] = [];
  const states: string[] = [];
  const bugs: string[] = [];
  const listeners = createListeners({
    ...clock,
    start: () => {
      const posted: ToListeners[] = [];
      const seen = {
        isKilled: false,
        hear: (_message: FromListeners): void => undefined,
        exit: (): void => undefined,
      };
      processes.push({
        posted,
        say: (message) => seen.hear(message),
        exit: () => seen.exit(),
        isKilled: () => seen.isKilled,
      });
      return {
        post: (message) => posted.push(message),
        onMessage: (listener) => void (seen.hear = listener),
        onExit: (listener) => void (seen.exit = listener),
        kill: () => void (seen.isKilled = true),
      };
    },
    onHeard: (...all) => heard.push(all),
    onState: (...all) => states.push(all.join(' ').trim()),
    routeOf: () => Promise.resolve({ hops: [] }),
    isTrusted: (_serviceId, host) => Promise.resolve(host === 'chat.test'),
    onBug: (text) => bugs.push(text),
    ...more,
  });
  const last = (): Played => {
    const played = processes.at(-1);
    if (played === undefined) throw new Error('there is no process');
    return played;
  };
  const kinds = (): string[] => last().posted.map(({ kind }) => kind);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { clock, processes, heard, states, bugs, listeners, last, kinds, settle };
}

const request = (serviceId: string, resume?: unknown): ListenRequestOfMain => ({
  serviceId,
  recipeId: 'known',
  url: 'https://chat.test/',
  credentials: { cookies: { session: 'tok-3n' }, values: {} },
  resume,
});
const heardBy = (serviceId: string, turn: number, resume?: object): FromListeners => ({
  kind: 'heard',
  serviceId,
  turn,
  told: [{ kind: 'live' }],
  resume,
});

describe('the process', () => {
  it('J1 starts with the first service, is the same for all, and ends 30 s after the last', () => {
    const { clock, processes, listeners, last, kinds } = setUp();
    expect(processes).toHaveLength(0);
    listeners.listen(request('one'));
    listeners.listen(request('two'));
    expect(processes).toHaveLength(1);
    listeners.unlisten('one');
    listeners.unlisten('two');
    listeners.unlisten('two');
    clock.pass(29_999);
    expect(kinds()).toEqual(['listen', 'listen', 'unlisten', 'unlisten']);
    clock.pass(1);
    expect(kinds().at(-1)).toBe('end');
    last().exit();
    expect(clock.waiting()).toBe(0);
    listeners.listen(request('one'));
    expect(processes).toHaveLength(2);
  });

  it('J1 one that is listened to meanwhile keeps it, or has a new one', () => {
    const { clock, processes, listeners, last, kinds } = setUp();
    listeners.listen(request('one'));
    listeners.unlisten('one');
    clock.pass(20_000);
    listeners.listen(request('two'));
    clock.pass(60_000);
    expect(kinds()).toEqual(['listen', 'unlisten', 'listen']);
    listeners.unlisten('two');
    clock.pass(30_000);
    listeners.listen(request('three'));
    expect(kinds().at(-1)).toBe('end');
    last().exit();
    expect(processes).toHaveLength(2);
    expect(last().posted).toMatchObject([{ kind: 'listen', serviceId: 'three' }]);
  });

  it('J1 one that does not end is killed', () => {
    const { clock, listeners, last } = setUp();
    listeners.listen(request('one'));
    listeners.unlisten('one');
    clock.pass(32_000);
    expect(last().isKilled()).toBe(true);
  });

  it('J19 when it dies, all are lost, and listened to anew with what they remembered last', () => {
    const { clock, processes, listeners, last, states, bugs } = setUp();
    listeners.listen(request('one', { since: 1 }));
    listeners.listen(request('two'));
    last().say(heardBy('one', 1, { since: 7 }));
    last().exit();
    expect(states).toEqual(['one lost process died', 'two lost process died']);
    expect(bugs).toEqual(['the process of listeners died']);
    clock.pass(1_000);
    expect(processes).toHaveLength(2);
    expect(last().posted).toMatchObject([
      { serviceId: 'one', resume: { since: 7 } },
      { serviceId: 'two', resume: undefined },
    ]);
  });

  it('J19 when it dies again and again, it is waited longer and longer; having lived for a minute, as at first', () => {
    const { clock, processes, listeners, last } = setUp();
    listeners.listen(request('one'));
    for (const waitMs of [1_000, 2_000, 4_000]) {
      last().exit();
      listeners.listen(request('one'));
      const count = processes.length;
      clock.pass(waitMs - 1);
      expect(processes).toHaveLength(count);
      clock.pass(1);
      expect(processes).toHaveLength(count + 1);
    }
    clock.pass(60_000);
    last().exit();
    clock.pass(1_000);
    expect(processes).toHaveLength(5);
  });

  it('J12 J19 at the end of the app it is heard until it is gone, and nothing starts it again', async () => {
    const { clock, processes, listeners, last, heard, kinds } = setUp();
    listeners.listen(request('one'));
    const stopped = listeners.stop();
    expect(kinds().at(-1)).toBe('end');
    last().say(heardBy('one', 1));
    last().exit();
    await stopped;
    expect(heard).toHaveLength(1);
    listeners.listen(request('one'));
    listeners.hurry();
    expect(processes).toHaveLength(1);
    expect(clock.waiting()).toBe(0);
    await setUp().listeners.stop();
  });
});

describe('what is heard', () => {
  it('J5 only of what is listened to now', () => {
    const { listeners, last, heard, states } = setUp();
    listeners.listen(request('one'));
    listeners.listen(request('one'));
    last().say(heardBy('one', 1));
    last().say({ kind: 'state', serviceId: 'one', turn: 1, state: 'refused', reason: 'old' });
    last().say(heardBy('one', 2, { since: 2 }));
    last().say({ kind: 'state', serviceId: 'one', turn: 2, state: 'live', reason: '' });
    listeners.unlisten('one');
    last().say(heardBy('one', 2));
    expect(heard).toEqual([['one', [{ kind: 'live' }], { since: 2 }]]);
    expect(states).toEqual(['one live']);
  });

  it('J3 J5 what is refused is listened to no more, not by the next process either', () => {
    const { clock, listeners, last, states, kinds } = setUp();
    listeners.listen(request('one'));
    listeners.listen(request('two'));
    last().say({ kind: 'state', serviceId: 'one', turn: 1, state: 'refused', reason: 'signed out' });
    expect(states).toEqual(['one refused signed out']);
    last().exit();
    clock.pass(1_000);
    expect(last().posted).toMatchObject([{ serviceId: 'two' }]);
    last().say({ kind: 'state', serviceId: 'two', turn: 2, state: 'unfit', reason: '' });
    clock.pass(30_000);
    expect(kinds()).toEqual(['listen', 'end']);
  });

  it('J7 J8 J15 pause, hurry and renewal reach the process, a pause also the next one', () => {
    const { clock, listeners, last, kinds, processes } = setUp();
    listeners.pause();
    listeners.hurry();
    listeners.renew();
    expect(processes).toHaveLength(0);
    listeners.listen(request('one'));
    listeners.renew();
    listeners.pause();
    last().exit();
    clock.pass(1_000);
    expect(kinds()).toEqual(['listen', 'pause']);
    last().exit();
    listeners.hurry();
    expect(kinds()).toEqual(['listen']);
    listeners.hurry();
    expect(kinds()).toEqual(['listen', 'hurry']);
  });

  it('J18 what the process asks is answered for what is listened to, and with no where it cannot be', async () => {
    const { listeners, last, settle } = setUp();
    listeners.listen(request('one'));
    const trust = { serviceId: 'one', host: 'chat.test', port: 443, fingerprint: 'sha256/x' };
    last().say({ kind: 'ask-route', id: 1, serviceId: 'one', url: 'https://chat.test/' });
    last().say({ kind: 'ask-trust', id: 2, ...trust });
    last().say({ kind: 'ask-trust', id: 3, ...trust, serviceId: 'strange' });
    last().say({ kind: 'ask-route', id: 4, serviceId: 'strange', url: 'https://chat.test/' });
    await settle();
    expect(last().posted.slice(1)).toEqual([
      { kind: 'trust', id: 3, isTrusted: false },
      { kind: 'route', id: 4, route: undefined },
      { kind: 'route', id: 1, route: { hops: [] } },
      { kind: 'trust', id: 2, isTrusted: true },
    ]);
    const broken = setUp({
      routeOf: () => Promise.reject(new Error('no session')),
      isTrusted: () => Promise.reject(new Error('no session')),
    });
    broken.listeners.listen(request('one'));
    broken.last().say({ kind: 'ask-route', id: 1, serviceId: 'one', url: 'https://chat.test/' });
    broken.last().say({ kind: 'ask-trust', id: 2, ...trust });
    await broken.settle();
    expect(broken.last().posted.slice(1)).toEqual([
      { kind: 'route', id: 1, route: undefined },
      { kind: 'trust', id: 2, isTrusted: false },
    ]);
    expect(broken.bugs).toEqual(['no session', 'no session']);
  });
});
