import { describe, expect, it } from 'vitest';
import type { ServiceEvent, ServiceMessage } from '../../core/ipc/service-messages';
import { createRefusalCounter } from '../refusals';
import type { TimerPort } from '../timers';
import {
  createServiceGate,
  sendServiceEvent,
  startServiceChannel,
  type MessageSender,
  type ServiceChannelDeps,
  type ServiceMessageEvent,
  type ServiceRefusal,
} from './service-channel';

type Listener = (event: ServiceMessageEvent, raw: unknown) => void;

function open(changes: Partial<ServiceChannelDeps> = {}) {
  const heard: {
    readonly serviceId: string;
    readonly message: ServiceMessage;
    readonly sender: MessageSender;
  }[] = [];
  const refused: [string | undefined, ServiceRefusal, number][] = [];
  const waiting: (() => void)[] = [];
  const listeners = new Set<Listener>();
  const events: ServiceEvent[] = [];
  const clock = { nowMs: 0 };
  const after: TimerPort['after'] = (_delayMs, run) => {
    waiting.push(run);
    return () => void waiting.splice(waiting.indexOf(run), 1);
  };
  const deps: ServiceChannelDeps = {
    serviceOf: (senderId) => ({ 1: 'one', 2: 'two' })[senderId],
    mayNotify: (_, frameUrl) => !frameUrl.includes('forbidden'),
    onMessage: (serviceId, message, sender) => void heard.push({ serviceId, message, sender }),
    refuse: createRefusalCounter<ServiceRefusal>((...refusal) => void refused.push(refusal), after).count,
    nowMs: () => clock.nowMs,
    after,
    ...changes,
  };
  const stop = startServiceChannel(
    { on: (_, listener) => listeners.add(listener), off: (_, listener) => listeners.delete(listener) },
    deps,
    createServiceGate(deps),
  );
  const frame = (origin: string, top: string, url: string) => ({
    url,
    origin,
    processId: 4,
    routingId: 7,
    top: { origin: top },
    send: (_: string, event: ServiceEvent) => void events.push(event),
  });
  const say = (
    raw: unknown,
    senderId = 1,
    origin = 'https://a.example',
    top = origin,
    url = `${origin}/`,
  ): void => {
    for (const listener of listeners)
      listener({ sender: { id: senderId }, senderFrame: frame(origin, top, url) }, raw);
  };
  return {
    heard,
    refused,
    events,
    clock,
    listeners,
    stop,
    say,
    settle: (): void => waiting.splice(0).forEach((run) => run()),
  };
}
const show = (pageId = 'p:1') => ({
  kind: 'notification-show',
  pageId,
  title: 't',
  body: '',
  tag: '',
  origin: 'page',
});
const badge = (count: number) => ({ kind: 'badge', badge: { kind: 'count', count } });

describe('P44 the service is main’s own knowledge', () => {
  it('P44 attributes by sender, whatever the page says', () => {
    const { heard, say } = open();
    say({ ...show(), serviceId: 'two', service: 'two' });
    say(show(), 2);
    expect(heard.map(({ serviceId }) => serviceId)).toEqual(['one', 'two']);
    expect(heard[0]?.sender).toMatchObject({
      key: 'frame:1:4:7',
      senderId: 1,
      processId: 4,
      frameRoutingId: 7,
      frameUrl: 'https://a.example/',
    });
  });

  it.each<[string, Parameters<ReturnType<typeof open>['say']>, string | undefined, ServiceRefusal]>([
    ['a page nobody knows', [show(), 99], undefined, 'unknown-sender'],
    [
      'a frame of another origin',
      [show(), 1, 'https://evil.example', 'https://a.example'],
      'one',
      'foreign-frame',
    ],
    ['a sandboxed frame', [show(), 1, 'null', 'null'], 'one', 'foreign-frame'],
    ['a file', [show(), 1, 'file://', 'file://'], 'one', 'foreign-frame'],
    ['a page without a top', [show(), 1, 'https://a.example', ''], 'one', 'frame-gone'],
    ['junk', ['}', 1], 'one', 'not-a-message'],
    ['something too big', ['x'.repeat(300_000), 1], 'one', 'too-big'],
    ['a kind nobody knows', [{ kind: 'run' }, 1], 'one', 'unknown-kind'],
    [
      'a page that may not notify',
      [show(), 1, 'https://a.example', 'https://a.example', 'https://a.example/forbidden'],
      'one',
      'may-not-notify',
    ],
  ])('P45 refuses %s', (_, args, serviceId, reason) => {
    const { heard, refused, say } = open();
    say(...args);
    expect(heard).toEqual([]);
    expect(refused).toEqual([[serviceId, reason, 1]]);
  });

  it('P45 a frame that is gone is refused, also where asking for it throws', () => {
    const { refused, listeners } = open();
    const gone = {
      sender: { id: 1 },
      get senderFrame(): never {
        throw new Error('gone');
      },
    };
    for (const listener of listeners) {
      listener({ sender: { id: 1 }, senderFrame: null }, show());
      listener(gone, show());
    }
    expect(refused).toEqual([['one', 'frame-gone', 1]]);
  });
});

describe('P46 rates', () => {
  it('P46 20 notifications at once, then 5 a second, for each service by itself; the page hears of the rest', () => {
    const { heard, events, clock, say } = open();
    for (let i = 0; i < 30; i += 1) say(show(`p:${i}`));
    expect(heard.length).toBe(20);
    expect(events.length).toBe(10);
    expect(events[0]).toEqual({ kind: 'notification-event', pageId: 'p:20', event: 'error' });
    say(show(), 2);
    expect(heard.at(-1)?.serviceId).toBe('two');
    clock.nowMs = 1000;
    for (let i = 0; i < 30; i += 1) say(show());
    expect(heard.length).toBe(26);
  });

  it('P46 200 messages at once, then 50 a second; refusals are told once a second with their number', () => {
    const { heard, refused, clock, say, settle } = open();
    for (let i = 0; i < 10_200; i += 1) say({ kind: 'notification-close', pageId: 'x' });
    expect(heard.length).toBe(200);
    expect(refused).toEqual([['one', 'too-many', 1]]);
    clock.nowMs = 1000;
    settle();
    expect(refused).toEqual([
      ['one', 'too-many', 1],
      ['one', 'too-many', 9999],
    ]);
    for (let i = 0; i < 100; i += 1) say({ kind: 'notification-close', pageId: 'x' });
    expect(heard.length).toBe(250);
  });

  it('P46 a clock that goes backwards gives nothing', () => {
    const { heard, clock, say } = open();
    clock.nowMs = 1e9;
    for (let i = 0; i < 30; i += 1) say(show());
    clock.nowMs = 0;
    for (let i = 0; i < 30; i += 1) say(show());
    expect(heard.length).toBe(20);
  });

  it('P20 badges: the first at once, of the following the last', () => {
    const { heard, say, settle } = open();
    for (let count = 1; count < 150; count += 1) say(badge(count));
    settle();
    expect(heard.map(({ message }) => message)).toEqual([badge(1), badge(149)]);
  });

  it('P47 what the preload held back is counted as refused', () => {
    const { refused, heard, say } = open();
    say({ kind: 'flood', dropped: 9800 });
    expect(refused).toEqual([['one', 'flood', 9800]]);
    expect(heard).toEqual([]);
  });
});

describe('P48 the way back', () => {
  it('P48 sends an event to the frame that asked; false when it is gone', () => {
    const { heard, events, say } = open();
    say(show());
    const sender = heard[0]?.sender as MessageSender;
    expect(sendServiceEvent(sender, { kind: 'notification-event', pageId: 'p:1', event: 'click' })).toBe(
      true,
    );
    expect(events).toEqual([{ kind: 'notification-event', pageId: 'p:1', event: 'click' }]);
    expect(
      sendServiceEvent(
        { ...sender, reply: () => false },
        { kind: 'notification-event', pageId: 'p:1', event: 'click' },
      ),
    ).toBe(false);
  });

  it('P48 hears nothing after it is stopped', () => {
    const { listeners, stop } = open();
    stop();
    expect(listeners.size).toBe(0);
  });
});
