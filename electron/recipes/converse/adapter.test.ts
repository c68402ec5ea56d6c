import { describe, expect, it } from 'vitest';
import type { Level } from '../../core/model/rule';
import { adapter } from './adapter';
import { never, pinned, recorded } from './recorded.test-support';

const notified = (notice: object | undefined) =>
  adapter.hint?.({ title: 'carol says', body: 'x', tag: '' }, { ...recorded, notice });

describe('Converse', () => {
  it('C1 tells rooms, conversations and headlines, not the list of contacts nor what was closed', () => {
    const { channels } = adapter.read(recorded);
    expect(channels?.map(({ name, kind, unread, mentions }) => [name, kind, unread, mentions])).toEqual([
      ['General', 'public', 5, 1],
      ['busy@rooms.chat.test', 'private', 40, 0],
      ['far@rooms.chat.test', 'unknown', 1, 0],
      ['Bob Brown', 'direct', 2, 2],
      ['chat.test', 'bot', 0, 0],
    ]);
    expect(channels?.[0]).toEqual({
      id: 'general@rooms.chat.test',
      name: 'General',
      kind: 'public',
      unread: 5,
      mentions: 1,
      muted: false,
      favourite: true,
      lastActivityMs: Date.UTC(2026, 10, 25, 21),
      notifiesMentionsOnly: true,
    });
    expect(channels?.[3]).toMatchObject({ lastActivityMs: undefined, notifiesMentionsOnly: false });
  });

  it.each([
    [true, [false, false]],
    [['busy@rooms.chat.test'], [true, false]],
    [false, [true, true]],
  ])('C10 knows in which rooms all is notified: %j', (notifiesAll, expected) => {
    const { channels } = adapter.read({ ...recorded, notifiesAll });
    expect(channels?.slice(0, 2).map(({ notifiesMentionsOnly }) => notifiesMentionsOnly)).toEqual(expected);
  });

  it('C4 knows whether somebody is signed in, or says nothing', () => {
    expect(adapter.read(recorded).isSignedIn).toBe(true);
    expect(adapter.read({ ...recorded, phase: 'out' }).isSignedIn).toBe(false);
    expect(adapter.read({ ...recorded, phase: undefined }).isSignedIn).toBeUndefined();
  });

  it('C3 C10 tells what the person is called, what is muted, and whether that can be kept', () => {
    const { abilities, server, channels } = adapter.read(recorded);
    expect(abilities).toEqual({
      canOpen: true,
      canMarkRead: true,
      mutes: ['all', 'mentions', 'none'],
      ownNames: ['alice', 'Alice'],
    });
    expect(server).toEqual({ name: 'Converse', version: '14.0.0' });
    expect(channels?.map(({ muted }) => muted)).toEqual([false, true, false, false, false]);
    const boxes = recorded.boxes.map((box) => ({ ...box, extensions: undefined }));
    expect(adapter.read({ ...recorded, boxes }).abilities?.mutes).toEqual([]);
  });

  it('C10 joins a notification with the event that came right before it', () => {
    expect(notified(recorded.notice)).toEqual({
      channelId: 'general@rooms.chat.test',
      sender: 'carol',
      mention: 'personal',
      messageId: 'm1',
    });
    expect(notified({ ...recorded.notice, isForPerson: false })?.mention).toBe('none');
    expect(notified({ ...recorded.notice, jid: 'busy@rooms.chat.test' })?.mention).toBe('none');
    expect(notified(undefined)).toBeUndefined();
  });

  it('C3 C8 orders by address, and keeps what else a bookmark says', () => {
    const order = (kind: 'open' | 'mute', channelId: string, level: Level = 'none') =>
      adapter.toOrder?.({ kind, channelId, level }, recorded);
    expect(order('open', 'bob@chat.test')).toEqual({ open: 'bob@chat.test', message: undefined });
    expect(
      adapter.toOrder?.({ kind: 'open', channelId: 'general@rooms.chat.test', messageId: 'm1' }, recorded),
    ).toEqual({ open: 'general@rooms.chat.test', message: 'm1' });
    expect(order('mute', 'general@rooms.chat.test')).toEqual({
      mute: 'general@rooms.chat.test',
      extensions: [pinned, never],
    });
    expect(order('mute', 'busy@rooms.chat.test', 'mentions')).toEqual({
      mute: 'busy@rooms.chat.test',
      extensions: [never.replace('never', 'on-mention')],
    });
    expect(order('mute', 'bob@chat.test')).toBeUndefined();
    expect(order('open', 'gone@rooms.chat.test')).toBeUndefined();
    expect(order('open', 'left@rooms.chat.test')).toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['no boxes', { phase: 'in' }],
    ['a box without address', { boxes: [{ type: 'chatroom' }] }],
    ['text', 'boxes'],
  ])('C6 throws at what is no model of Converse: %s', (_, raw) => {
    expect(() => adapter.read(raw)).toThrow();
  });

  it('C21 knows which chat is on screen, unless several are', () => {
    const isShown = (jids: readonly string[], { type, jid }: { type: string; jid: string }) =>
      type === 'controlbox' || jids.includes(jid);
    const shown = (...jids: readonly string[]) => {
      const boxes = recorded.boxes.map((box) => Object.assign({}, box, { isShown: isShown(jids, box) }));
      return adapter.read({ ...recorded, boxes }).openChannelId;
    };
    expect(shown('bob@chat.test')).toBe('bob@chat.test');
    expect(shown('left@rooms.chat.test')).toBeUndefined();
    expect(shown()).toBeUndefined();
    expect(shown('bob@chat.test', 'general@rooms.chat.test')).toBeUndefined();
  });

  it('C22 reads a chat that is there', () => {
    const wish = (channelId: string) => adapter.toOrder?.({ kind: 'read', channelId }, recorded);
    expect([wish('bob@chat.test'), wish('left@rooms.chat.test')]).toEqual([
      { read: 'bob@chat.test' },
      undefined,
    ]);
  });

  it('C19 says whether it is connected', () => {
    const reach = (isConnected: boolean) => adapter.read({ ...recorded, isConnected }).connection;
    expect([reach(true), reach(false)]).toEqual(['live', 'lost']);
  });
});
