import { EventEmitter } from 'node:events';
import * as dbus from 'dbus-next';
import { describe, expect, it } from 'vitest';
import type { SessionBusPort } from './session-bus';
import { createSessionBus } from './session-bus';
import { Typed } from './wire';

type Answer = (message: dbus.Message) => Promise<dbus.Message | null>;

/** A connection that is up at once, on which `answer` plays everyone else. */
class FakeConnection extends EventEmitter {
  readonly sent: dbus.Message[] = [];
  isOpen = true;
  constructor(private readonly answer: Answer) {
    super();
    setImmediate(() => this.emit('connect'));
  }
  call(message: dbus.Message): Promise<dbus.Message | null> {
    this.sent.push(message);
    return this.answer(message);
  }
  send(message: dbus.Message): void {
    this.sent.push(message);
  }
  readonly exported: string[] = [];
  readonly names: string[] = [];
  export(path: string): void {
    this.exported.push(path);
  }
  unexport(path: string): void {
    this.exported.splice(this.exported.indexOf(path), 1);
  }
  requestName(name: string): Promise<void> {
    this.names.push(name);
    return Promise.resolve();
  }
  releaseName(name: string): Promise<void> {
    this.names.splice(this.names.indexOf(name), 1);
    return Promise.resolve();
  }
  disconnect(): void {
    this.isOpen = false;
  }
}

const target = { name: 'org.test.Daemon', path: '/daemon', interface: 'org.test.Daemon' };
const reply = (...body: unknown[]) =>
  Promise.resolve(
    new dbus.Message({ type: dbus.MessageType.METHOD_RETURN, replySerial: '1', sender: ':1.5', body }),
  );
const signal = (member: string, body: readonly unknown[], sender = ':1.5') =>
  new dbus.Message({
    ...target,
    type: dbus.MessageType.SIGNAL,
    member,
    sender,
    body: [...body],
  });
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

function setUp(answer: Answer, address = 'unix:path=/run/bus') {
  const connections: FakeConnection[] = [];
  const addresses: unknown[] = [];
  const load = () =>
    Promise.resolve({
      ...dbus,
      sessionBus: (options: dbus.SessionBusOptions) => {
        addresses.push(options.busAddress);
        const connection = new FakeConnection(answer);
        connections.push(connection);
        return connection;
      },
    }) as unknown as ReturnType<SessionBusPort['load']>;
  return { bus: createSessionBus({ address, load }), connections, addresses };
}

describe('createSessionBus', () => {
  it('D30 connects at first use, once, and gives answers without their wrappers', async () => {
    const { bus, connections, addresses } = setUp(() => reply(new dbus.Variant('b', true), 'text'));
    expect(connections).toHaveLength(0);
    const call = { ...target, member: 'Get', signature: 'sv', body: ['a\0b', new Typed('i', 1)] };
    const [first] = await Promise.all([bus.call(call), bus.call(call)]);
    expect(first).toEqual({ kind: 'reply', body: [true, 'text'] });
    expect(addresses).toEqual(['unix:socket=/run/bus']);
    expect(connections[0]?.sent[0]).toMatchObject({
      destination: 'org.test.Daemon',
      member: 'Get',
      body: ['ab', new dbus.Variant('i', 1)],
    });
  });

  it('D30 fails calls with a reason: no bus, an error, no answer in time', async () => {
    const none = setUp(() => reply(), 'autolaunch:');
    expect(await none.bus.call({ ...target, member: 'A' })).toEqual({
      kind: 'failed',
      reason: 'there is no session bus',
    });
    const refusing = setUp(() => Promise.reject(new Error('nobody there')));
    expect(await refusing.bus.call({ ...target, member: 'A' })).toEqual({
      kind: 'failed',
      reason: 'Error: nobody there',
    });
    const silent = setUp(() => new Promise(() => undefined));
    expect(await silent.bus.call({ ...target, member: 'A', timeoutMs: 10 })).toEqual({
      kind: 'failed',
      reason: 'no answer in 10 ms',
    });
  });

  it('D30 fails what is under way when the bus is lost, and connects anew at the next use', async () => {
    const { bus, connections } = setUp((message) =>
      message.member === 'GetNameOwner' ? reply(':1.5') : new Promise(() => undefined),
    );
    const owners: (string | undefined)[] = [];
    bus.watch(target, { onOwner: (owner) => owners.push(owner) });
    const waiting = bus.call({ ...target, member: 'A', timeoutMs: 'never' });
    await settled();
    connections[0]?.emit('error', new Error('hung up'));
    expect(await waiting).toEqual({ kind: 'failed', reason: 'the session bus went away' });
    expect(owners).toEqual([':1.5', undefined]);
    void bus.call({ ...target, member: 'B' });
    await settled();
    await settled();
    expect(connections).toHaveLength(2);
    expect(owners).toEqual([':1.5', undefined, ':1.5']);
  });

  it('D30 tells of a signal only after the answer that came before it', async () => {
    const { bus, connections } = setUp((message) => {
      if (message.member === 'GetNameOwner') return reply(':1.5');
      queueMicrotask(() => connections[0]?.emit('message', signal('Closed', [7])));
      return reply(7);
    });
    const heard: string[] = [];
    bus.watch(target, {
      onOwner: () => undefined,
      onSignal: (member, body) => heard.push(`${member} ${body.join()}`),
    });
    await settled();
    void bus.call({ ...target, member: 'Notify' }).then(() => heard.push('answer'));
    await settled();
    connections[0]?.emit('message', signal('Closed', [8], ':1.6'));
    await settled();
    expect(heard.slice(0, 2)).toEqual(['answer', 'Closed 7']);
    expect(heard).not.toContain('Closed 8');
  });

  it('D30 sends signals, also one just before it is closed', async () => {
    const { bus, connections } = setUp(() => reply());
    await bus.call({ ...target, member: 'A' });
    bus.emit({
      path: '/foyer',
      interface: 'org.test.Launcher',
      member: 'Update',
      signature: 's',
      body: ['x'],
    });
    bus.close();
    await settled();
    expect(connections[0]?.sent.at(-1)).toMatchObject({ member: 'Update', body: ['x'] });
    expect(connections[0]?.isOpen).toBe(false);
    expect(await bus.call({ ...target, member: 'B' })).toMatchObject({ kind: 'failed' });
  });

  it('D90 answers for what is served once, also while the connection is being made, and no more when it is taken back', async () => {
    const { bus, connections } = setUp(() => reply());
    const object = { name: 'app.test', path: '/app', interface: 'app.test1', methods: {} };
    const asked = bus.call({ ...target, member: 'Get' });
    const stop = bus.serve(object);
    await asked;
    await settled();
    expect([connections.length, connections[0]?.exported, connections[0]?.names]).toEqual([
      1,
      ['/app'],
      ['app.test'],
    ]);
    stop();
    await settled();
    expect([connections[0]?.exported, connections[0]?.names]).toEqual([[], []]);
  });
});
