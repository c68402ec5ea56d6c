import { describe, expect, it } from 'vitest';
import type { Listen, SocketEvents } from '../../recipes/listening';
import { createTestClock } from '../test-clock.test-support';
import { openConnection, withoutSecrets } from './connection';
import { openHub } from './hub.test-support';

const start = {
  url: 'https://chat.example/',
  credentials: { cookies: { session: 'tok-3n' }, values: { id: 'abc' } },
  resume: undefined,
};

function open(listen: Listen) {
  const clock = createTestClock();
  const ends: string[] = [];
  const sockets: SocketEvents[] = [];
  const answers: { resolve: (status: number) => void; reject: (error: Error) => void }[] = [];
  const seen: { isClosed: boolean; onThrown: (error: unknown) => void } = {
    isClosed: false,
    onThrown: () => undefined,
  };
  const close = openConnection(
    listen,
    start,
    {
      ...clock,
      random: () => 0,
      within: (onThrown, work) => {
        seen.onThrown = onThrown;
        work();
      },
      wire: {
        request: () =>
          new Promise((resolve, reject) => {
            answers.push({ resolve: (status) => resolve({ status, headers: {}, text: '' }), reject });
          }),
        connect: (_request, hear) => {
          sockets.push(hear);
          return { send: () => undefined, close: () => undefined };
        },
        probe: () => false,
        heardAtMs: () => 0,
        problem: () => undefined,
        close: () => {
          seen.isClosed = true;
        },
      },
    },
    {
      onTold: () => undefined,
      onRemember: () => undefined,
      onEnd: (why, reason) => ends.push(`${why} ${reason}`),
    },
  );
  return { clock, ends, sockets, answers, seen, close };
}

const thrower = (): never => {
  throw new Error('not as expected');
};
const quiet = { onOpen: () => undefined, onText: () => undefined, onClose: () => undefined };

describe('J9 a listener that throws', () => {
  it('J9 is lost, wherever it throws', () => {
    const started = open(thrower);
    expect(started.ends).toEqual(['lost not as expected']);
    const timed = open((_start, port) => {
      port.after(5, thrower);
      return () => undefined;
    });
    timed.clock.pass(5);
    expect(timed.ends).toEqual(['lost not as expected']);
    const heard = open((_start, port) => {
      port.connect({ url: 'wss://chat.example/' }, { ...quiet, onText: thrower });
      return () => undefined;
    });
    heard.sockets[0]?.onText('{');
    expect(heard.ends).toEqual(['lost not as expected']);
    expect(heard.seen.isClosed).toBe(true);
    const later = open(() => () => undefined);
    later.seen.onThrown(new Error('nobody waited for it'));
    expect(later.ends).toEqual(['lost nobody waited for it']);
  });

  it('J9 one that throws at its end has ended all the same', () => {
    const { close, seen, ends } = open(() => thrower);
    close();
    expect(seen.isClosed).toBe(true);
    expect(ends).toEqual([]);
  });

  it('J9 the others hear on', async () => {
    const { listen, connections, thrown, told, pass } = openHub();
    await listen('one');
    await listen('two');
    thrown[0]?.(new Error('oh'));
    told();
    connections[1]?.port.tell({ kind: 'read', channelId: 'a' });
    await pass(100);
    expect(told()).toMatchObject([{ kind: 'heard', serviceId: 'two' }]);
  });
});

describe('J5 over', () => {
  it('J5 nothing of the port answers any more', async () => {
    const said: string[] = [];
    const { close, answers, sockets, clock } = open((_start, port) => {
      port.after(5, () => said.push('timer'));
      port.connect({ url: 'wss://chat.example/' }, { ...quiet, onText: (text) => said.push(text) });
      void port.request({ url: 'https://chat.example/' }).finally(() => said.push('answer'));
      void port.request({ url: 'https://chat.example/' }).finally(() => said.push('problem'));
      return () => said.push('stopped');
    });
    close();
    close();
    sockets[0]?.onText('text');
    answers[0]?.resolve(200);
    answers[1]?.reject(new Error('gone'));
    clock.pass(10);
    await Promise.resolve();
    expect(said).toEqual(['stopped']);
    expect(clock.waiting()).toBe(0);
  });

  it('J5 a listener that ends itself while it starts is stopped too, and only its first end counts', () => {
    const said: string[] = [];
    const { ends } = open((_start, port) => {
      port.end('unfit', 'no such server');
      port.end('lost', 'again');
      return () => said.push('stopped');
    });
    expect(ends).toEqual(['unfit no such server']);
    expect(said).toEqual(['stopped']);
  });
});

describe('J10 secrets', () => {
  it('J10 what a service signs in with is in no reason', () => {
    const { ends } = open(() => {
      throw new Error('token tok-3n is not valid');
    });
    expect(ends).toEqual(['lost token … is not valid']);
  });

  it('J10 the longer of two goes first, and what is too short to be one stays', () => {
    const credentials = { cookies: { a: 'secret', b: 'secret-long' }, values: { c: 'is' } };
    expect(withoutSecrets('this is secret-long and secret', credentials)).toBe('this is … and …');
  });
});
