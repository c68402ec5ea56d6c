import { describe, expect, it } from 'vitest';
import type { ServiceEvent } from '../../core/ipc/service-messages';
import type { MessageSender } from '../ipc/service-channel-gate';
import { createWorkerRecords, type WorkerEvent } from './worker-bridge-records';

const scope = 'https://a.example/';
const frameSender = (origin = 'https://a.example', sent: ServiceEvent[] = []): MessageSender => ({
  key: 'frame:1:2:3',
  from: 'frame',
  senderId: 1,
  processId: 2,
  frameRoutingId: 3,
  frameUrl: `${origin}/`,
  origin,
  reply: (event) => sent.push(event) > 0,
});
const show = (pageId: string, tag = '', of = scope) =>
  ({
    kind: 'notification-show',
    pageId,
    title: 't',
    body: '',
    tag,
    silent: false,
    requireInteraction: false,
    renotify: false,
    origin: 'worker',
    scope: of,
    state: `state ${pageId}`,
  }) as const;

function openRecords() {
  const clock = { nowMs: 0 };
  const records = createWorkerRecords(() => clock.nowMs);
  const carried: [string, WorkerEvent][] = [];
  records.join('one', {
    carry: (to, event) => carried.push([to, event]) > 0,
    onWorker: () => Promise.resolve(),
  });
  const hear = (message: Parameters<typeof records.hear>[1], sender = frameSender()) =>
    records.hear('one', message, sender);
  const list = (of = scope, origin?: string): readonly string[] => {
    const sent: ServiceEvent[] = [];
    hear({ kind: 'notification-list', requestId: 'q', scope: of }, frameSender(origin, sent));
    const [answer] = sent;
    return answer?.kind === 'notification-list' ? answer.items.map(({ pageId }) => pageId) : ['no answer'];
  };
  const shown = (pageId: string, tag = ''): MessageSender => {
    const heard = hear(show(pageId, tag));
    if (heard.kind !== 'pass') throw new Error('not passed on');
    return heard.sender;
  };
  return { clock, records, carried, hear, list, shown };
}
const event = (pageId: string, name: 'show' | 'click' | 'close' | 'error') =>
  ({ kind: 'notification-event', pageId, event: name }) as const;

describe('P31 the record of a registration', () => {
  it('P31 lists what was shown, newest of a tag only, and not what was closed by anyone', () => {
    const { hear, list, shown } = openRecords();
    shown('a', 't');
    shown('b', 't');
    shown('c');
    expect(list()).toEqual(['b', 'c']);
    expect(hear({ kind: 'notification-close', pageId: 'b' })).toMatchObject({
      kind: 'pass',
      sender: { key: `worker:one:${scope}` },
    });
    expect(list()).toEqual(['c']);
  });

  it('P31 says nothing of it to another origin, and takes nothing in its name', () => {
    const { hear, list } = openRecords();
    hear(show('a'));
    expect(list(scope, 'https://evil.example')).toEqual([]);
    hear(show('b'), frameSender('https://evil.example'));
    expect(list()).toEqual(['a']);
  });

  it('P31 keeps a hundred', () => {
    const { list, shown } = openRecords();
    for (let i = 0; i < 150; i += 1) shown(`n${i}`);
    expect(list().length).toBe(100);
    expect(list().at(-1)).toBe('n149');
  });

  it('P31 keeps no more of what they hold than an answer may carry, the newest first', () => {
    const { hear, list } = openRecords();
    const state = 'x'.repeat(131_072);
    for (let index = 0; index < 9; index += 1) hear({ ...show(`n${index}`), state });
    expect(list()).toEqual(['n5', 'n6', 'n7', 'n8']);
    hear({ ...show('small'), state: 'y' });
    expect(list()).toEqual(['n6', 'n7', 'n8', 'small']);
  });

  it('P32 a click goes to the worker with its state; the close that follows a click goes nowhere', () => {
    const { carried, list, shown } = openRecords();
    const { reply } = shown('a');
    expect(reply(event('a', 'show'))).toBe(true);
    expect(reply({ ...event('a', 'click'), action: 'go' })).toBe(true);
    expect(carried).toEqual([
      [
        scope,
        {
          kind: 'worker-event',
          requestId: 'r1',
          event: 'click',
          pageId: 'a',
          state: 'state a',
          action: 'go',
        },
      ],
    ]);
    reply(event('a', 'close'));
    expect(carried.length).toBe(1);
    expect(list()).toEqual([]);
  });

  it('P34 a dismissal goes to the worker once', () => {
    const { carried, shown } = openRecords();
    const { reply } = shown('a');
    reply(event('a', 'close'));
    expect(reply(event('a', 'close'))).toBe(false);
    expect(carried.map(([, { event: name }]) => name)).toEqual(['close']);
  });

  it('P33 only a worker may focus or open, and only for ten seconds after a click', () => {
    const { clock, hear, shown } = openRecords();
    const worker = { ...frameSender(), from: 'worker' } as const;
    const open = { kind: 'worker-open', url: 'https://a.example/x' } as const;
    expect(hear(open, worker).kind).toBe('done');
    shown('a').reply(event('a', 'click'));
    expect(hear(open, frameSender()).kind).toBe('done');
    expect(hear(open, worker).kind).toBe('pass');
    clock.nowMs = 10_001;
    expect(hear({ kind: 'worker-focus', url: 'https://a.example/' }, worker).kind).toBe('done');
  });
});

describe('P63 a page about to register a worker', () => {
  it('P63 is answered once workers are met, and no sooner; at once where nobody meets them', async () => {
    const records = createWorkerRecords(() => 0);
    const sent: ServiceEvent[] = [];
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    records.join('one', { carry: () => false, onWorker: () => met });
    records.hear('one', { kind: 'worker-ready' }, frameSender(undefined, sent));
    await Promise.resolve();
    expect(sent).toEqual([]);
    meet();
    await met;
    expect(sent).toEqual([{ kind: 'worker-met' }]);
    records.hear('two', { kind: 'worker-ready' }, frameSender(undefined, sent));
    await Promise.resolve();
    expect(sent.length).toBe(2);
  });
});

describe('R40 workers that several services share', () => {
  it('R40 are told by way of another one of them where their own service has no page', () => {
    const records = createWorkerRecords(
      () => 0,
      () => ['one', 'two'],
    );
    const carried: string[] = [];
    const carrier = (name: string) => ({
      carry: () => carried.push(name) > 0,
      onWorker: () => Promise.resolve(),
    });
    records.join('one', carrier('one'));
    const clicked = (): void => {
      const heard = records.hear('two', show('p1', ''), frameSender());
      if (heard.kind === 'pass') heard.sender.reply(event('p1', 'click'));
    };
    clicked();
    records.join('two', carrier('two'));
    clicked();
    expect(carried).toEqual(['one', 'two']);
  });
});
