import { describe, expect, it } from 'vitest';
import type { Level } from '../../core/model/rule';
import { adapter } from './adapter';
import { recorded, room } from './recorded.test-support';

/** What is told of one room alone. */
const told = (one: object, more: object = {}) =>
  adapter.read({ ...recorded, ...more, rooms: [one] }).channels?.[0];

describe('Rocket.Chat', () => {
  it('C1 tells the rooms in the list as they are on screen, not those hidden, archived or of no known kind', () => {
    const { channels } = adapter.read(recorded);
    expect(channels?.[0]).toEqual({
      id: 'GENERAL',
      name: 'GENERAL',
      kind: 'public',
      unread: 3,
      mentions: 3,
      muted: false,
      favourite: true,
      lastActivityMs: 1_795_000_000,
      notifiesMentionsOnly: false,
    });
    expect(channels?.map(({ name, kind, unread, mentions }) => [name, kind, unread, mentions])).toEqual([
      ['GENERAL', 'public', 3, 3],
      ['busy', 'public', 1, 0],
      ['private', 'private', 3, 2],
      ['bob', 'direct', 2, 2],
      ['bob, carol', 'group', 1, 1],
      ['Lunch, where?', 'private', 0, 0],
      ['Dana Visitor', 'direct', 4, 4],
    ]);
  });

  it('C1 counts as the web client does, whatever is set', () => {
    const named = { unread: 5, userMentions: 1, alert: true };
    expect(told(room('x', named), { settings: { Unread_Count: 'all_messages' } })).toMatchObject({
      unread: 5,
      mentions: 1,
    });
    expect(told(room('x', { ...named, hideUnreadStatus: true }))).toMatchObject({ unread: 1, mentions: 1 });
    const quiet = { hideUnreadStatus: true, hideMentionStatus: true };
    expect(told(room('x', { ...named, ...quiet }))).toMatchObject({ unread: 0, mentions: 0 });
    const dot = { alert: true };
    expect(told(room('x', { ...dot, unreadAlert: 'nothing' }))).toMatchObject({ unread: 0 });
    const isOff = { me: { unreadAlert: false } };
    expect(told(room('x', dot), isOff)).toMatchObject({ unread: 0 });
    expect(told(room('x', { ...dot, unreadAlert: 'all' }), isOff)).toMatchObject({ unread: 1 });
  });

  it('C1 calls rooms by their titles where the server does', () => {
    const titled = { name: 'bob', fname: 'Bob Brown' };
    const settings = { UI_Use_Real_Name: true, UI_Allow_room_names_with_special_chars: true };
    expect(told(room('x', { ...titled, t: 'd' }), { settings })?.name).toBe('Bob Brown');
    expect(told(room('x', { ...titled, t: 'c' }), { settings })?.name).toBe('Bob Brown');
    expect(told(room('x', { ...titled, t: 'c' }))?.name).toBe('bob');
  });

  it('C3 is muted where the room is set so, not where the person wants no notifications at all', () => {
    const nothing = { desktopNotifications: 'nothing' };
    expect(told(room('x', { disableNotifications: true }))?.muted).toBe(true);
    expect(told(room('x', { ...nothing, desktopPrefOrigin: 'subscription' }))?.muted).toBe(true);
    expect(told(room('x', { ...nothing, desktopPrefOrigin: 'user' }))?.muted).toBe(false);
    expect(told(room('x', { desktopNotifications: 'mentions' }))?.notifiesMentionsOnly).toBe(true);
    expect(told(room('x'), { me: { desktopNotifications: 'mentions' } })?.notifiesMentionsOnly).toBe(true);
  });

  it.each<[Level, object, object]>([
    ['none', {}, { disableNotifications: '1' }],
    ['all', { disableNotifications: true }, { disableNotifications: '0' }],
    [
      'all',
      { desktopNotifications: 'mentions' },
      { disableNotifications: '0', desktopNotifications: 'all', mobilePushNotifications: 'all' },
    ],
    [
      'mentions',
      {},
      { disableNotifications: '0', desktopNotifications: 'mentions', mobilePushNotifications: 'mentions' },
    ],
    ['mentions', { desktopNotifications: 'mentions' }, { disableNotifications: '0' }],
  ])('C3 sets to %s what need be, and nothing else', (level, now, to) => {
    const raw = { ...recorded, rooms: [room('x', now)] };
    expect(adapter.toOrder?.({ kind: 'mute', channelId: 'x', level }, raw)).toEqual({ mute: 'x', to });
  });

  it('C4 knows who is there, what they are called, and the server', () => {
    const { isSignedIn, server, abilities } = adapter.read(recorded);
    expect(isSignedIn).toBe(true);
    expect(server).toEqual({ name: 'Team chat', version: '8.1.0' });
    expect(abilities).toEqual({
      canOpen: true,
      canMarkRead: true,
      mutes: ['all', 'mentions', 'none'],
      ownNames: ['alice', 'Alice Adams', 'deploy'],
    });
    const nobody = adapter.read({ isSignedIn: false, rooms: [] });
    expect(nobody).toMatchObject({ isSignedIn: false, channels: [], server: { name: 'Rocket.Chat' } });
  });

  it('C8 opens by the id of the room, at a message, and in its thread where that is known', () => {
    const open = (channelId: string, messageId?: string) =>
      adapter.toOrder?.({ kind: 'open', channelId, messageId }, recorded);
    expect(open('GENERAL')).toEqual({ open: '/channel/GENERAL' });
    expect(open('private', 'm2')).toEqual({ open: '/group/private/thread/m0?msg=m2' });
    expect(open('three', 'a&b')).toEqual({ open: '/direct/three?msg=a%26b' });
    expect(open('guest')).toEqual({ open: '/live/guest' });
    expect(open('voice')).toBeUndefined();
    expect(open('gone')).toBeUndefined();
  });

  it('C10 joins a notification with what was heard of its message', () => {
    const hint = (tag: string) => adapter.hint?.({ title: '#general', body: 'bob: hi', tag }, recorded);
    expect(hint('m1')).toEqual({
      channelId: 'GENERAL',
      messageId: 'm1',
      sender: 'bob',
      mention: 'personal',
      isThreadReply: false,
    });
    expect(hint('m2')).toMatchObject({ channelId: 'private', mention: 'none', isThreadReply: true });
    expect(hint('m3')).toMatchObject({ channelId: 'sealed', mention: undefined });
    expect(hint('m4')).toBeUndefined();
    expect(hint('')).toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['nobody who is or is not there', { rooms: [] }],
    ['no rooms', { isSignedIn: true }],
    ['a room without id', { isSignedIn: true, rooms: [{ t: 'c' }] }],
    ['text', 'rooms'],
  ])('C6 throws at what no probe of Rocket.Chat hands over: %s', (_, raw) => {
    expect(() => adapter.read(raw)).toThrow();
  });

  it.each([
    ['/channel/GENERAL', 'GENERAL'],
    ['/channel/busy/thread/m0?msg=m1', 'busy'],
    ['/group/Xq3tLunch', 'lunch'],
    ['/group/GENERAL', undefined],
    ['/direct/two', 'two'],
    ['/direct/bob', 'two'],
    ['/direct/bob%2C%20carol', 'three'],
    ['/live/guest', 'guest'],
    ['/channel/%E0%A4%A', undefined],
    ['/home', undefined],
    ['', undefined],
  ])('C21 finds the room of %s', (path, expected) => {
    expect(adapter.read({ ...recorded, path }).openChannelId).toBe(expected);
  });

  it('C22 reads a room that is there', () => {
    const read = (channelId: string) => adapter.toOrder?.({ kind: 'read', channelId }, recorded);
    expect([read('GENERAL'), read('gone')]).toEqual([{ read: 'GENERAL' }, undefined]);
  });
});
