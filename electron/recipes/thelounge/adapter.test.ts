import { describe, expect, it } from 'vitest';
import { adapter } from './adapter';
import { recorded } from './recorded.test-support';

const ofFirst = (name: string): string => `4f0c6b0e-2d0e-4d5e-9a52-0a4c8d9c1b77/${name}`;

describe('The Lounge', () => {
  it('C1 tells the rooms and conversations of all networks, not the lobby nor lists', () => {
    const { channels } = adapter.read(recorded);
    expect(channels).toEqual([
      {
        id: ofFirst('#general'),
        name: '#General',
        kind: 'public',
        unread: 5,
        mentions: 1,
        muted: false,
        favourite: false,
        lastActivityMs: Date.UTC(2026, 10, 25, 21),
        tag: 'chan-2',
        notifiesMentionsOnly: true,
      },
      expect.objectContaining({ id: ofFirst('#busy'), unread: 40, lastActivityMs: undefined }),
      expect.objectContaining({ id: ofFirst('bob'), kind: 'direct', unread: 2, mentions: 2, tag: 'chan-4' }),
      expect.objectContaining({ id: 'b/#general', unread: 0, mentions: 0 }),
    ]);
  });

  it('C3 a muted room counts no mentions, as in The Lounge itself', () => {
    expect(adapter.read(recorded).channels?.[1]).toMatchObject({ muted: true, mentions: 0 });
  });

  it('C4 knows whether somebody is signed in, or says nothing', () => {
    const empty = { ...recorded, isLoaded: false, networks: [] };
    expect(adapter.read(recorded).isSignedIn).toBe(true);
    expect(adapter.read({ ...empty, isSigningIn: true }).isSignedIn).toBe(false);
    expect(adapter.read(empty).isSignedIn).toBeUndefined();
  });

  it('C10 tells what the person is called, and where only mentions are notified', () => {
    const { abilities, server } = adapter.read(recorded);
    expect(abilities?.ownNames).toEqual(['alice', 'alice_', 'deploy', 'on call']);
    expect(server).toEqual({ name: 'The Lounge', version: '4.5.2' });
    expect(adapter.read({ ...recorded, notifiesAll: true }).channels?.[0]?.notifiesMentionsOnly).toBe(false);
  });

  it('C3 C8 orders by the number the room has now', () => {
    const order = (kind: 'open' | 'mute', name: string, level: 'all' | 'mentions' | 'none' = 'none') =>
      adapter.toOrder?.({ kind, channelId: ofFirst(name), level }, recorded);
    expect(order('open', '#busy')).toEqual({ open: 3 });
    expect(order('mute', '#general')).toEqual({ mute: 2, to: true });
    expect(order('mute', '#busy', 'all')).toEqual({ mute: 3, to: false });
    expect(order('mute', '#busy', 'mentions')).toBeUndefined();
    expect(order('open', '#gone')).toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['no networks', { isLoaded: true }],
    ['a network without uuid', { networks: [{ channels: [] }] }],
    ['a network without channels', { networks: [{ uuid: 'x' }] }],
    ['text', 'networks'],
  ])('C6 throws at what is no model of The Lounge: %s', (_, raw) => {
    expect(() => adapter.read(raw)).toThrow();
  });

  it('C21 knows which room is on screen, and that it is none in the lobby or the settings', () => {
    const shown = (activeId?: number) => adapter.read({ ...recorded, activeId }).openChannelId;
    expect([shown(2), shown(4), shown(1), shown()]).toEqual([
      ofFirst('#general'),
      ofFirst('bob'),
      undefined,
      undefined,
    ]);
  });

  it('C22 can mark nothing as read', () => {
    expect(adapter.read(recorded).abilities?.canMarkRead).toBe(false);
    expect(adapter.toOrder?.({ kind: 'read', channelId: ofFirst('#busy') }, recorded)).toBeUndefined();
  });

  it('C10 C14 knows which message a notification is of: the one the page took in just before', () => {
    const heard = {
      tag: 'chan-2',
      id: 50,
      time: '2026-11-25T21:00:00.000Z',
      type: 'message',
      highlight: true,
      nick: 'carol',
    };
    const hint = (more: object, title = 'carol (#General) says:', tag = 'chan-2') =>
      adapter.hint?.({ title, body: 'x', tag }, { ...recorded, heard: { ...heard, ...more } });
    expect(adapter.hasServerIds).toBe(true);
    expect(hint({})).toEqual({
      channelId: ofFirst('#general'),
      sender: 'carol',
      mention: 'personal',
      messageId: '50@2026-11-25T21:00:00.000Z',
    });
    expect(hint({ highlight: false })?.mention).toBeUndefined();
    expect(hint({ tag: 'chan-4' }, 'carol says:', 'chan-4')).toMatchObject({
      channelId: ofFirst('bob'),
      mention: 'none',
    });
    expect(hint({ type: 'invite' }, 'New channel invite:')?.sender).toBe('carol');
    // Of another message, room, or none.
    expect(hint({ nick: 'dave' })).toBeUndefined();
    expect(hint({ tag: 'chan-3' })).toBeUndefined();
    expect(hint({ tag: 'chan-7' }, 'carol (#x) says:', 'chan-7')).toBeUndefined();
    expect(adapter.hint?.({ title: 'a', body: 'b', tag: 'chan-2' }, recorded)).toBeUndefined();
  });
});
