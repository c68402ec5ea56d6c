import { describe, expect, it } from 'vitest';
import { heardBy, openListeners, request } from './listeners.test-support';

describe('what is heard', () => {
  it('J5 only of what is listened to now', () => {
    const { listeners, last, heard, states } = openListeners();
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
    const { clock, listeners, last, states, kinds } = openListeners();
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
    const { clock, listeners, last, kinds, processes } = openListeners();
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
    const { listeners, last, settle } = openListeners();
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
    const broken = openListeners({
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
