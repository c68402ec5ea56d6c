import { describe, expect, it } from 'vitest';
import type { ServiceEvent } from '../../core/ipc/service-messages';
import type { MessageSender } from '../ipc/service-channel-gate';
import { startWorkerBridge } from './worker-bridge';
import { createWorkerRecords } from './worker-bridge-records';

const scope = 'https://a.example/';

function openBridge(running: object = {}, hearFor?: (scope: string) => string | undefined) {
  const listeners = new Map<string, ((...args: never[]) => void)[]>();
  const on = (name: string, hear: (...args: never[]) => void): unknown =>
    listeners.set(name, [...(listeners.get(name) ?? []), hear]);
  const off = (name: string, hear: (...args: never[]) => void): unknown =>
    listeners.set(
      name,
      (listeners.get(name) ?? []).filter((each) => each !== hear),
    );
  const emit = (name: string, ...args: unknown[]): void => {
    for (const hear of listeners.get(name) ?? []) Reflect.apply(hear, undefined, args);
  };
  const commands: [string, string | undefined][] = [];
  const received: [unknown, MessageSender][] = [];
  const toFrames: ServiceEvent[] = [];
  const problems: string[] = [];
  let attached = false;
  const stop = startWorkerBridge(
    {
      debugger: {
        isAttached: () => attached,
        attach: () => {
          attached = true;
        },
        detach: () => {
          attached = false;
        },
        sendCommand: (method, _, sessionId) => {
          commands.push([method, sessionId]);
          return Promise.resolve({});
        },
        on,
        off,
      },
      workers: {
        on,
        off,
        getAllRunning: () => running,
        getFromVersionID: (versionId) => {
          if (versionId !== 5) throw new Error('not running');
          return { scope };
        },
      },
      frames: () => [
        { origin: 'https://other.example', send: () => problems.push('sent to another origin') },
        { origin: 'https://a.example', send: (_, sent) => void toFrames.push(sent) },
      ],
    },
    {
      serviceId: 'one',
      ...(hearFor !== undefined && { hearFor }),
      senderId: 1,
      gate: {
        receive: (_, raw, sender) => void received.push([raw, sender]),
        refuse: (_, reason) => void problems.push(reason),
        forget: () => undefined,
        stop: () => undefined,
      },
      records: createWorkerRecords(() => 0),
      bundlePath: '/none',
      bundle: 'bundle()',
      token: 'secret',
      onProblem: (reason) => void problems.push(reason),
    },
  );
  return { commands, received, toFrames, problems, emit, stop, listeners, isAttached: () => attached };
}

describe('P60 meeting the workers', () => {
  it('P60 attaches no debugger to a service without a worker, and one as soon as there is one', () => {
    const { emit, isAttached, commands } = openBridge();
    expect(isAttached()).toBe(false);
    emit('registration-completed');
    emit('registration-completed');
    expect(isAttached()).toBe(true);
    expect(commands).toEqual([['Target.setAutoAttach', undefined]]);
    expect(openBridge({ 5: {} }).isAttached()).toBe(true);
  });

  it('P60 evaluates, lets run without waiting for the answer, then lets go', async () => {
    const { emit, commands } = openBridge({ 5: {} });
    emit('message', {}, 'Target.attachedToTarget', { sessionId: 's1' });
    expect(commands.slice(1)).toEqual([
      ['Runtime.evaluate', 's1'],
      ['Runtime.runIfWaitingForDebugger', 's1'],
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(commands.at(-1)?.[0]).toBe('Target.detachFromTarget');
  });

  it('P61 hears only console messages that bear its token, of workers that run', () => {
    const { emit, received, problems } = openBridge();
    emit('console-message', {}, { message: 'hello', versionId: 5 });
    emit('console-message', {}, { message: 'secret{"kind":"badge"}', versionId: 5 });
    emit('console-message', {}, { message: 'secret{}', versionId: 6 });
    expect(received).toMatchObject([
      ['{"kind":"badge"}', { key: `worker:one:${scope}`, from: 'worker', origin: 'https://a.example' }],
    ]);
    expect(problems).toEqual(['frame-gone']);
  });

  it('P61 answers through a frame of the worker’s own origin, and no other', () => {
    const { emit, received, toFrames, problems } = openBridge();
    emit('console-message', {}, { message: 'secret{}', versionId: 5 });
    const answer = { kind: 'notification-list', requestId: 'q', items: [] } as const;
    expect(received[0]?.[1].reply(answer)).toBe(true);
    expect(toFrames).toEqual([{ kind: 'to-worker', scope, token: 'secret', text: JSON.stringify(answer) }]);
    expect(problems).toEqual([]);
  });

  it('R40 what a worker says that several share is of its owner, and is left to whoever hears it', () => {
    const { emit, received } = openBridge({}, (of) => (of === scope ? 'two' : undefined));
    emit('console-message', {}, { message: 'secret{}', versionId: 5 });
    expect(received.map(([, { key }]) => key)).toEqual([`worker:two:${scope}`]);
    const silent = openBridge({}, () => undefined);
    silent.emit('console-message', {}, { message: 'secret{}', versionId: 5 });
    expect([silent.received, silent.problems]).toEqual([[], []]);
  });

  it('P60 leaves nothing behind when stopped; a closing page is no problem, any other detaching is told', () => {
    const { emit, stop, listeners, isAttached, problems } = openBridge({ 5: {} });
    emit('detach', {}, 'target closed');
    emit('detach', {}, 'replaced');
    expect(problems).toEqual(['detached: replaced']);
    stop();
    expect([...listeners.values()].flat()).toEqual([]);
    expect(isAttached()).toBe(false);
  });
});
