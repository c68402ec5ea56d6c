import { describe, expect, it } from 'vitest';
import { adapter } from './adapter';
import { recorded } from './recorded.test-support';

const open = (channelId: string, messageId?: string, raw: unknown = recorded) =>
  adapter.toOrder?.({ kind: 'open', channelId, messageId }, raw);
const mute = (channelId: string, level: 'all' | 'mentions' | 'none') =>
  adapter.toOrder?.({ kind: 'mute', channelId, level }, recorded);
const hint = (title: string, tag = '', raw: unknown = recorded) =>
  adapter.hint?.({ title, body: '', tag }, raw);

describe('Zulip', () => {
  it('C1 tells streams, conversations, and topics of which the person set something', () => {
    const { channels } = adapter.read(recorded);
    expect(channels?.[0]).toEqual({
      id: 'stream/3',
      name: 'general',
      kind: 'public',
      unread: 3,
      mentions: 2,
      muted: false,
      favourite: true,
      lastActivityMs: 1000,
      notifiesMentionsOnly: true,
    });
    expect(channels?.map(({ id, name, kind }) => [id, name, kind]).slice(1)).toEqual([
      ['stream/5', 'secret', 'private'],
      ['stream/6', 'general > old', 'public'],
      ['dm/9', 'Bob Brown', 'direct'],
      ['dm/9,10', 'Bob Brown, Carol Clark', 'group'],
      ['dm/1', 'Notification Bot', 'bot'],
      ['dm/11', '11', 'direct'],
      ['topic/3/releases', 'general > Releases', 'thread'],
      ['topic/5/noise', 'secret > noise', 'thread'],
      ['topic/5/', 'secret > general chat', 'thread'],
    ]);
  });

  it('C3 counts a mention of the person where it is muted, and none of everybody', () => {
    const { channels = [] } = adapter.read(recorded);
    const of = (id: string) => {
      const { unread, mentions, muted, notifiesMentionsOnly } = channels.find((one) => one.id === id) ?? {};
      return [unread, mentions, muted, notifiesMentionsOnly];
    };
    expect(of('stream/5')).toEqual([4, 1, true, false]);
    expect(of('topic/5/noise')).toEqual([5, 0, true, true]);
    expect(of('topic/3/releases')).toEqual([2, 1, false, false]);
    expect(of('dm/9')).toEqual([2, 2, false, undefined]);
    expect(of('dm/9,10')).toEqual([1, 1, false, undefined]);
  });

  it('C4 knows who is signed in, where, and what they are called', () => {
    expect(adapter.read(recorded).abilities).toEqual({
      canOpen: true,
      canMarkRead: true,
      mutes: ['all', 'mentions', 'none'],
      ownNames: ['Alice Adams', 'deploy'],
    });
    expect(adapter.read(recorded).server).toEqual({ name: 'Team chat', version: '11.4' });
    expect(adapter.read({ isSignedIn: false, realmName: 'Team chat', version: '11.4' })).toEqual({
      isSignedIn: false,
      server: { name: 'Team chat', version: '11.4' },
    });
  });

  it('C19 tells whether the server answers', () => {
    expect(adapter.read(recorded).connection).toBe('live');
    expect(adapter.read({ ...recorded, isReached: false }).connection).toBe('lost');
  });

  it.each([
    ['stream/3', undefined, '#narrow/channel/3'],
    ['stream/3', '60', '#narrow/channel/3/topic/lunch/near/60'],
    ['stream/3', '7', '#narrow/channel/3/near/7'],
    ['stream/3', 'x/../y', '#narrow/channel/3'],
    ['topic/5/', undefined, '#narrow/channel/5/topic/'],
    ['topic/3/releases', '7', '#narrow/channel/3/topic/Releases/near/7'],
    ['dm/9', undefined, '#narrow/dm/9-dm'],
    ['dm/9,10', '62', '#narrow/dm/9,10-group/near/62'],
  ])('C8 opens %s at %s by the address %s', (channelId, messageId, hash) => {
    expect(open(channelId, messageId)).toEqual({ hash });
  });

  it('C8 writes addresses as Zulip does, and as older ones did', () => {
    const topics = [{ streamId: 3, topic: "50% (it's) a.b/c*!", policy: 3 }];
    const id = "topic/3/50% (it's) a.b/c*!";
    expect(open(id, undefined, { ...recorded, topics })).toEqual({
      hash: '#narrow/channel/3/topic/50.25.20.28it.27s.29.20a.2Eb.2Fc.2A.21',
    });
    expect(open('stream/3', undefined, { ...recorded, featureLevel: 200 })).toEqual({
      hash: '#narrow/stream/3',
    });
    expect(open('stream/99')).toBeUndefined();
    const recent = { 60: { streamId: 3, topic: 'x'.repeat(2000) } };
    expect(open('stream/3', '60', { ...recorded, recent })).toBeUndefined();
  });

  it('C3 mutes streams and topics, and hears them again as they can be', () => {
    const subscription = (stream_id: number, value: boolean) => ({
      path: '/json/users/me/subscriptions/properties',
      params: { subscription_data: [{ stream_id, property: 'is_muted', value }] },
    });
    const topic = (stream_id: number, name: string, visibility_policy: number) => ({
      path: '/json/user_topics',
      params: { stream_id, topic: name, visibility_policy },
    });
    expect(mute('stream/3', 'none')).toEqual(subscription(3, true));
    expect(mute('stream/3', 'mentions')).toEqual(subscription(3, true));
    expect(mute('stream/5', 'all')).toEqual(subscription(5, false));
    expect(mute('topic/3/releases', 'none')).toEqual(topic(3, 'Releases', 1));
    expect(mute('topic/3/releases', 'all')).toEqual(topic(3, 'Releases', 3));
    // In a muted stream nothing less than unmuting makes a topic heard.
    expect(mute('topic/5/noise', 'all')).toEqual(topic(5, 'noise', 2));
    expect(mute('dm/9', 'none')).toBeUndefined();
  });

  it.each([
    ['60', { channelId: 'stream/3', sender: 'Bob Brown', mention: 'personal', messageId: '60' }],
    ['61', { channelId: 'topic/3/releases', sender: 'Bob Brown', mention: 'none', messageId: '61' }],
    ['62', { channelId: 'dm/9,10', sender: 'Carol Clark', mention: 'none', messageId: '62' }],
  ])('C10 knows a notification by its message: %s', (tag, wanted) => {
    expect(hint('whatever it says', tag)).toEqual({ isThreadReply: false, ...wanted });
  });

  it.each([
    ['Bob Brown (#general > lunch)', 'stream/3', 'Bob Brown'],
    ['3 messages from Bob Brown (#general > RELEASES)', 'topic/3/releases', 'Bob Brown'],
    ['Bob (B.) Brown (#general > old > x)', 'stream/6', 'Bob (B.) Brown'],
    ['Bob Brown (#secret > general chat)', 'topic/5/', 'Bob Brown'],
    ['Bob Brown (#nowhere > x)', undefined, 'Bob Brown'],
    ['Bob Brown (to you)', 'dm/9', 'Bob Brown'],
    ['2 messages from Carol Clark (to you and Bob Brown)', 'dm/9,10', 'Carol Clark'],
    ['Dave Dunn (to you)', undefined, 'Dave Dunn'],
    ['Bob Brown (to you and 4 more)', undefined, 'Bob Brown'],
  ])('C10 else by its wording: %s', (title, channelId, sender) => {
    expect(hint(title, '99')).toEqual({ channelId, sender, messageId: '99' });
  });

  it('C14 knows which message it is before the probe’s first word', () => {
    const before = (title: string, tag: string) => adapter.hint?.({ title, body: '', tag }, undefined);
    expect(before('Bob Brown (to you)', '99')).toEqual({ sender: 'Bob Brown', messageId: '99' });
    expect(before('Zulip was updated', '99')).toBeUndefined();
  });

  it('C10 says nothing of what it does not know', () => {
    expect(hint('Zulip was updated', '99')).toBeUndefined();
    expect(hint('Bob Brown (to you)', '99', { isSignedIn: false })).toBeUndefined();
    const twice = [
      ...(recorded.conversations ?? []),
      { ids: '77', names: ['Bob Brown'], isBot: false, atMs: 1 },
    ];
    expect(
      hint('Bob Brown (to you)', '99', { ...recorded, conversations: twice })?.channelId,
    ).toBeUndefined();
  });

  it.each([
    ['nobody knows what', { isSignedIn: true }],
    ['no streams', { ...recorded, streams: 'none' }],
    ['no unread', { ...recorded, unread: undefined }],
  ])('C6 throws at what is not as expected: %s', (_, raw) => {
    expect(() => adapter.read(raw)).toThrow();
  });

  it.each([
    ['#narrow/channel/3-general', 'stream/3'],
    ['#narrow/stream/3-general/topic/lunch/near/60', 'stream/3'],
    ['#narrow/channel/3-general/topic/releases/with/61', 'topic/3/releases'],
    ['#narrow/channel/5-secret/topic/', 'topic/5/'],
    ['#narrow/channel/5-secret/topic/no.69se', 'topic/5/noise'],
    ['#narrow/channel/3/topic/100%.20.ZZ', 'stream/3'],
    ['#narrow/dm/9-Bob-Brown', 'dm/9'],
    ['#narrow/dm/10,8,9-group/near/62', 'dm/9,10'],
    ['#narrow/pm-with/8-me', 'dm/8'],
    ['#narrow/channel/3-general/search/cake', undefined],
    ['#narrow/-channel/3-general', undefined],
    ['#narrow/is/mentioned', undefined],
    ['#inbox', undefined],
  ])('C21 finds the channel of %s', (hash, expected) => {
    expect(adapter.read({ ...recorded, hash }).openChannelId).toBe(expected);
  });

  it.each([
    ['stream/6', [{ operator: 'channel', operand: 6 }]],
    [
      'stream/3',
      [
        { operator: 'channel', operand: 3 },
        { operator: 'topic', operand: 'Releases', negated: true },
      ],
    ],
    [
      'topic/5/noise',
      [
        { operator: 'channel', operand: 5 },
        { operator: 'topic', operand: 'noise' },
      ],
    ],
    ['dm/9,10', [{ operator: 'dm', operand: [9, 10] }]],
  ])('C22 reads what is unread of %s, and not what is a channel of its own', (channelId, terms) => {
    expect(adapter.toOrder?.({ kind: 'read', channelId }, recorded)).toEqual({
      read: [{ operator: 'is', operand: 'unread' }, ...terms],
    });
  });

  it.each([
    [299, false, 'active'],
    [300, false, 'idle'],
    [0, true, 'idle'],
  ])('C23 after %i s without a touch, gone: %s, says %s as its page does', (idleS, isGone, status) => {
    const isActive = status === 'active';
    expect(adapter.toPresenceOrder?.({ idleS, isGone })).toEqual({
      path: '/json/users/me/presence',
      params: { status, ping_only: true, new_user_input: isActive, slim_presence: true },
    });
  });
});
