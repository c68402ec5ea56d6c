import { describe, expect, it } from 'vitest';
import { heardBy, openListeners, request } from './listeners.test-support';

describe('the process', () => {
  it('J1 starts with the first service, is the same for all, and ends 30 s after the last', () => {
    const { clock, processes, listeners, last, kinds } = openListeners();
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
    const { clock, processes, listeners, last, kinds } = openListeners();
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
    const { clock, listeners, last } = openListeners();
    listeners.listen(request('one'));
    listeners.unlisten('one');
    clock.pass(32_000);
    expect(last().isKilled()).toBe(true);
  });

  it('J19 when it dies, all are lost, and listened to anew with what they remembered last', () => {
    const { clock, processes, listeners, last, states, bugs } = openListeners();
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

  it('J19 one that does not say that it is there for a minute is killed', () => {
    const { clock, listeners, last } = openListeners();
    listeners.listen(request('one'));
    for (let minute = 0; minute < 3; minute += 1) {
      clock.pass(60_000);
      expect(last().posted.at(-1)).toEqual({ kind: 'are-you-there' });
      last().say({ kind: 'here' });
    }
    clock.pass(60_000);
    expect(last().isKilled()).toBe(false);
    clock.pass(60_000);
    expect(last().isKilled()).toBe(true);
  });

  it('J19 when it dies again and again, it is waited longer and longer; having lived for a minute, as at first', () => {
    const { clock, processes, listeners, last } = openListeners();
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
    const { clock, processes, listeners, last, heard, kinds } = openListeners();
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
    await openListeners().listeners.stop();
  });
});
