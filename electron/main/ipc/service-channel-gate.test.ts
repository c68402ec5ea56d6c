import { describe, expect, it } from 'vitest';
import type { ServiceMessage } from '../../core/ipc/service-messages';
import { createServiceGate, type MessageSender } from './service-channel-gate';

function open() {
  const heard: ServiceMessage[] = [];
  const refused: string[] = [];
  const gate = createServiceGate({
    serviceOf: () => 'one',
    mayNotify: (_, frameUrl) => frameUrl === 'https://a.example/',
    onMessage: (_, message) => void heard.push(message),
    refuse: (_, reason) => void refused.push(reason),
    nowMs: () => 0,
    after: () => () => undefined,
  });
  const say = (raw: unknown, frameUrl = 'https://a.example/'): void => {
    const sender: MessageSender = {
      key: 'frame:1:4:7',
      from: 'frame',
      senderId: 1,
      processId: 4,
      frameRoutingId: 7,
      frameUrl,
      origin: new URL(frameUrl).origin,
      reply: () => true,
    };
    gate.receive('one', raw, sender);
  };
  const count = (kind: string): number => heard.filter((message) => message.kind === kind).length;
  return { heard, refused, say, count };
}
const channels = JSON.stringify({ kind: 'channels', channels: [{ id: 'r' }] });

describe('what adapters say', () => {
  it('C11 is refused of pages that are not of the service’s own site', () => {
    const { heard, refused, say } = open();
    for (const raw of [
      channels,
      { kind: 'signed-in', isSignedIn: true },
      { kind: 'connection', connection: 'lost' },
      { kind: 'channel-shown', channelId: 'r' },
      { kind: 'adapter-failed', reason: 'x' },
    ])
      say(raw, 'https://sign-in.example/');
    expect(heard).toEqual([]);
    expect(refused).toEqual(Array.from({ length: 5 }, () => 'may-not-notify'));
  });

  it('C11 passes 20 at once, and takes nothing from notifications; nor do workers that ask for lists first', () => {
    const { say, count } = open();
    for (let i = 0; i < 100; i += 1) say(channels);
    for (let i = 0; i < 700; i += 1)
      say(`{"kind":"notification-list","requestId":"r${i}","scope":"https://a.example/"}`);
    for (let i = 0; i < 700; i += 1) say(`{"kind":"notification-close","pageId":"p:${i}"}`);
    for (let i = 0; i < 700; i += 1)
      say(
        JSON.stringify({
          kind: 'notification-show',
          pageId: `p:${i}`,
          title: 't',
          body: '',
          tag: '',
          origin: 'page',
        }),
      );
    expect([count('channels'), count('notification-list'), count('notification-show')]).toEqual([
      20, 700, 600,
    ]);
  });
});
