import { describe, expect, it } from 'vitest';
import { sendServiceEvent, type MessageSender, type ServiceRefusal } from './service-channel';
import { open, show } from './service-channel.test-support';

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

describe('P73 captures', () => {
  const capture = '{"kind":"capture","tracks":1}';
  const foreign = ['https://call.example', 'https://a.example'] as const;

  it('P73 are heard of frames of another origin too, in our own words and no others', () => {
    const { heard, refused, say } = open();
    say(capture, 1, ...foreign);
    say({ kind: 'capture', tracks: 1 }, 1, ...foreign);
    say('{"kind":"capture","kind":"badge","badge":{"kind":"flag"}}', 1, ...foreign);
    say('{"kind":"capture","tracks":1 }', 1, ...foreign);
    say(capture, 99, ...foreign);
    expect(heard.map(({ serviceId, message, sender }) => [serviceId, message, sender.key])).toEqual([
      ['one', { kind: 'capture', tracks: 1 }, 'frame:1:4:7'],
    ]);
    expect(refused.map(([, reason]) => reason)).toEqual(['foreign-frame', 'unknown-sender']);
  });

  it('P73 have a limit of their own, that takes nothing from the rest nor loses to it', () => {
    const { heard, say } = open();
    for (let i = 0; i < 800; i += 1) say(capture, 1, ...foreign);
    for (let i = 0; i < 800; i += 1) say({ kind: 'notification-close', pageId: 'p' });
    const kinds = heard.map(({ message }) => message.kind);
    expect(kinds.filter((kind) => kind === 'capture')).toHaveLength(20);
    expect(kinds.filter((kind) => kind === 'notification-close')).toHaveLength(700);
  });
});

describe('Z23 Z27 what is unsent', () => {
  const unsent = '{"kind":"unsent","what":"text"}';
  const foreign = ['https://help.example', 'https://a.example'] as const;

  it('Z23 is heard of frames of another origin too, in our own words and no others', () => {
    const { heard, refused, say } = open();
    say(unsent, 1, ...foreign);
    say({ kind: 'unsent', what: 'text' }, 1, ...foreign);
    say('{"kind":"unsent","what":"everything"}', 1, ...foreign);
    say('{"kind":"unsent","what":"nought"}', 1, ...foreign);
    expect(heard.map(({ serviceId, message, sender }) => [serviceId, message, sender.key])).toEqual([
      ['one', { kind: 'unsent', what: 'text' }, 'frame:1:4:7'],
    ]);
    expect(refused.map(([, reason]) => reason)).toEqual(['foreign-frame', 'bad-shape']);
  });

  it('Z27 has a limit of its own', () => {
    const { heard, say } = open();
    for (let i = 0; i < 800; i += 1) say(unsent, 1, ...foreign);
    say('{"kind":"capture","tracks":1}');
    expect(heard).toHaveLength(41);
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
