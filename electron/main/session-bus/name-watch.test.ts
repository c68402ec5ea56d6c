import { describe, expect, it } from 'vitest';
import type { BusAnswer, BusCall } from './bus';
import { createNameWatch } from './name-watch';

const target = { name: 'org.test.Daemon', path: '/daemon', interface: 'org.test.Daemon' };
const changed = {
  sender: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member: 'NameOwnerChanged',
};

function setUp(owner: string | undefined) {
  const calls: BusCall[] = [];
  const answers: (() => void)[] = [];
  const watch = createNameWatch((call) => {
    calls.push(call);
    return new Promise<BusAnswer>((resolve) => {
      if (call.member !== 'GetNameOwner') return resolve({ kind: 'reply', body: [] });
      answers.push(() =>
        resolve(
          owner === undefined ? { kind: 'failed', reason: 'nobody' } : { kind: 'reply', body: [owner] },
        ),
      );
    });
  });
  const owners: (string | undefined)[] = [];
  const signals: unknown[] = [];
  const stop = watch.watch(target, {
    onOwner: (one) => owners.push(one),
    onSignal: (member, body) => signals.push([member, ...body]),
  });
  const settle = async (): Promise<void> => {
    for (const answer of answers.splice(0)) answer();
    await new Promise(setImmediate);
  };
  return { watch, calls, owners, signals, stop, settle };
}

describe('createNameWatch', () => {
  it('D31 asks the bus for both kinds of signals and for the present owner', async () => {
    const { calls, owners, settle } = setUp(':1.5');
    await settle();
    expect(calls.map((call) => call.member)).toEqual(['AddMatch', 'AddMatch', 'GetNameOwner']);
    expect(calls[0]?.body).toEqual([expect.stringContaining("arg0='org.test.Daemon'")]);
    expect(calls[1]?.body).toEqual([expect.stringContaining("sender='org.test.Daemon'")]);
    expect(owners).toEqual([':1.5']);
  });

  it('D31 says once that nobody is there, then who comes and goes', async () => {
    const { watch, owners, settle } = setUp(undefined);
    await settle();
    watch.hear(changed, ['org.test.Daemon', '', ':1.9']);
    watch.hear(changed, ['org.test.Other', '', ':1.10']);
    watch.hear(changed, ['org.test.Daemon', ':1.9', '']);
    expect(owners).toEqual([undefined, ':1.9', undefined]);
  });

  it('D31 takes a change heard while asking for newer than the answer', async () => {
    const { watch, owners, settle } = setUp(':1.5');
    watch.hear(changed, ['org.test.Daemon', ':1.5', '']);
    await settle();
    expect(owners).toEqual([undefined]);
  });

  it('D31 passes on signals of the owner and of nobody else', async () => {
    const { watch, signals, settle } = setUp(':1.5');
    await settle();
    const signal = { sender: ':1.5', path: '/daemon', interface: 'org.test.Daemon', member: 'Clicked' };
    watch.hear(signal, [7]);
    watch.hear({ ...signal, sender: ':1.6' }, [8]);
    watch.hear({ ...signal, path: '/other' }, [9]);
    expect(signals).toEqual([['Clicked', 7]]);
  });

  it('D31 is told of a lost bus, and asks anew when it is back', async () => {
    const { watch, calls, owners, settle } = setUp(':1.5');
    await settle();
    watch.lose();
    watch.renew();
    await settle();
    expect(owners).toEqual([':1.5', undefined, ':1.5']);
    expect(calls).toHaveLength(6);
  });

  it('D31 says nothing more once stopped', async () => {
    const { watch, owners, stop, settle } = setUp(':1.5');
    stop();
    await settle();
    watch.hear(changed, ['org.test.Daemon', '', ':1.9']);
    expect(owners).toEqual([]);
  });

  it('D31 takes its wishes back from the bus when stopped, once', async () => {
    const { calls, stop, settle } = setUp(':1.5');
    await settle();
    const wished = calls.slice(0, 2).map((call) => call.body);
    calls.length = 0;
    stop();
    stop();
    expect(calls.map((call) => call.member)).toEqual(['RemoveMatch', 'RemoveMatch']);
    expect(calls.map((call) => call.body)).toEqual(wished);
  });
});
