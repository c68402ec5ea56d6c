import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeardPort } from '../listen-port.test-support';
import { message, networks, openLive, TIME, values } from './listener.test-support';
import { toNetwork, toRaw } from './model';
import { readLounge } from './read';

const bodies = ({ of }: Pick<HeardPort, 'of'>) => of('notification').map(({ body }) => body);

describe('what the listener of The Lounge hears', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('J102 tells the rooms that the adapter tells, then what changed of them', async () => {
    const { of, say } = await openLive();
    const settings = { isOn: true, isSynced: true, notifiesAll: false, highlights: 'deploy' };
    const { channels } = readLounge(toRaw({ networks: networks.map(toNetwork), settings }));
    expect(of('channels')).toEqual([{ kind: 'channels', channels }]);
    expect(of('own-names')).toEqual([{ kind: 'own-names', names: ['alice', 'deploy'] }]);
    say('msg', { chan: 2, msg: message(41), unread: 6, highlight: 2 });
    say('mute:changed', { target: 1, status: true });
    say('join', { network: 'n1', index: 2, chan: { id: 9, name: '#new', type: 'channel', messages: [] } });
    say('part', { chan: 4 });
    say('nick', { network: 'n1', nick: 'alice_' });
    say('network', {
      network: { uuid: 'n2', nick: 'al', channels: [{ id: 12, name: '#far', type: 'channel' }] },
    });
    await vi.advanceTimersByTimeAsync(100);
    const [changed] = of('channels-changed');
    expect(changed?.channels.map(({ name, unread, muted }) => [name, unread, muted])).toEqual([
      ['#Dev', 6, true],
      ['#new', 0, false],
      ['#far', 0, false],
    ]);
    expect(changed?.gone).toEqual(['n1/bob']);
    expect(of('own-names').at(-1)?.names).toEqual(['alice_', 'al', 'deploy']);
    say('quit', { network: 'n1' });
    await vi.advanceTimersByTimeAsync(100);
    expect(of('channels-changed').at(-1)?.gone).toHaveLength(3);
  });

  it('J103 notifies of what the page would notify of', async () => {
    const heard = await openLive();
    const { say } = heard;
    say('msg', { chan: 2, msg: message(41, { highlight: true }), unread: 6, highlight: 3 });
    say('msg', { chan: 2, msg: message(42), unread: 7, highlight: 3 });
    say('msg', { chan: 3, msg: message(43, { highlight: true }), unread: 10, highlight: 10 });
    say('msg', { chan: 2, msg: message(44, { self: true, highlight: true }), unread: 0, highlight: 0 });
    say('msg', { chan: 2, msg: message(40, { highlight: true }), unread: 0, highlight: 0 });
    say('msg', { chan: 77, msg: message(45, { highlight: true }), unread: 1, highlight: 1 });
    expect(bodies(heard)).toEqual(['text 41']);
    say('setting:new', { name: 'notifyAllMessages', value: true });
    say('msg', { chan: 2, msg: message(46), unread: 1, highlight: 0 });
    say('msg', { chan: 2, msg: message(47, { type: 'join', text: undefined }), unread: 1, highlight: 0 });
    expect(bodies(heard)).toEqual(['text 41', 'text 46']);
    const off = await openLive(undefined, { ...values, settings: '{"notifyAllMessages":true}' });
    off.say('msg', { chan: 2, msg: message(48, { highlight: true }), unread: 1, highlight: 1 });
    expect(bodies(off)).toEqual([]);
    expect(off.of('channels-changed')).toEqual([]);
  });

  it.each([
    [{ chan: 2 }, { highlight: true }, 'carol (#Dev) says:', 'text 50', 'personal'],
    [{ chan: 2 }, { highlight: true, type: 'action' }, 'carol (#Dev)', 'text 50', 'personal'],
    [
      { chan: 4 },
      { highlight: true, text: '\u0002bold\u000f \u000304,12red' },
      'carol says:',
      'bold red',
      'none',
    ],
    [
      { chan: 4 },
      { highlight: true, type: 'invite', channel: '#x' },
      'New channel invite:',
      'carol invited you to #x',
      'none',
    ],
  ])('J104 words it as the page does: %j %j', async (place, more, title, body, mention) => {
    const { say, of } = await openLive();
    say('msg', { ...place, msg: message(50, more), unread: 1, highlight: 1 });
    expect(of('notification')).toEqual([
      {
        kind: 'notification',
        title,
        body,
        iconUrl: 'https://irc.example/lounge/img/icon-alerted-grey-bg-192x192px.png',
        tag: `chan-${place.chan}`,
        channelId: place.chan === 2 ? 'n1/#dev' : 'n1/bob',
        sender: 'carol',
        mention,
        isThreadReply: false,
        messageId: `50@${TIME}`,
        sentAtMs: Date.parse(TIME),
      },
    ]);
  });

  it('J105 fetches what was missed, of rooms with something unread alone, and holds back what comes meanwhile', async () => {
    const heard = await openLive({ hash: 7, lastId: 36 });
    expect(heard.sent.at(-1)).toBe('42["more",{"target":2,"lastId":-1}]');
    expect(heard.told.map(({ kind }) => kind)).toEqual(['own-names', 'channels']);
    heard.say('msg', { chan: 2, msg: message(41, { highlight: true }), unread: 6, highlight: 3 });
    const messages = [35, 36, 37, 38, 40, 41].map((id) => message(id, { highlight: id !== 38 }));
    heard.say('more', { chan: 2, messages, totalMessages: 6 });
    await vi.advanceTimersByTimeAsync(0);
    // Of the three since then two are unread.
    expect(bodies(heard)).toEqual(['text 37', 'text 40', 'text 41']);
    expect(heard.told.at(-1)).toEqual({ kind: 'live' });
    expect(heard.remembered.at(-1)).toEqual({ hash: 7, lastId: 41 });
  });

  it('J105 a server that began anew counts anew; one that does not answer holds nothing up', async () => {
    const heard = await openLive({ hash: 6, lastId: 900 });
    heard.say('more', {
      chan: 2,
      messages: [message(30, { highlight: true }), message(40, { highlight: true })],
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(heard.sent.at(-1)).toBe('42["more",{"target":2,"lastId":-1}]');
    expect(bodies(heard)).toEqual(['text 30', 'text 40']);
    const silent = await openLive({ hash: 7, lastId: 36 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(silent.told.at(-1)).toEqual({ kind: 'live' });
  });

  it('J106 what is opened elsewhere is read', async () => {
    const { of, say } = await openLive();
    say('open', 2);
    say('open', 4);
    expect(
      of('channels-changed').map(({ channels }) => channels.map(({ name, unread }) => [name, unread])),
    ).toEqual([[['#Dev', 0]]]);
    expect(of('read')).toEqual([{ kind: 'read', channelId: 'n1/#dev' }]);
  });
});
