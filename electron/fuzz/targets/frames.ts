import { aRawChannel } from './messages';

/** Words of messages: no reason for an end may hold one. */
export const SAID = /lunch|secret|bob|carol|alice/i;

const post = {
  id: 'p1',
  channel_id: 'c1',
  user_id: 'bob',
  root_id: '',
  type: '',
  message: '@alice secret lunch',
  create_at: 2000,
};
const aboutC1 = { channel_id: 'c1' };
const mattermostEvent = (event: string, data: object, broadcast: object = aboutC1): object => ({
  event,
  data,
  broadcast,
  seq: 1,
});

export const mattermost: readonly object[] = [
  mattermostEvent('posted', {
    channel_type: 'O',
    sender_name: '@bob',
    post,
    mentions: ['me'],
    team_id: 't1',
  }),
  mattermostEvent('posted', {
    channel_type: 'D',
    channel_display_name: 'bob',
    sender_name: '@bob',
    post: { ...post, root_id: 'p0', props: { override_username: 'bot' } },
  }),
  mattermostEvent('multiple_channels_viewed', { channel_times: { c1: 3000 } }),
  mattermostEvent('channel_viewed', { channel_id: 'c1' }),
  mattermostEvent('post_unread', { channel_id: 'c1', msg_count: 1, mention_count: 1, last_viewed_at: 5 }),
  mattermostEvent('channel_member_updated', {
    channelMember: { channel_id: 'c1', user_id: 'me', notify_props: { desktop: 'all' } },
  }),
  mattermostEvent('channel_updated', { channel: { id: 'c1', display_name: 'secret', type: 'O' } }),
  mattermostEvent('thread_updated', { thread: { id: 'p0', post, unread_replies: 1, unread_mentions: 1 } }),
  mattermostEvent('thread_read_changed', { thread_id: 'p0', channel_id: 'c1', unread_mentions: 0 }),
  mattermostEvent('user_added', { user_id: 'me', team_id: 't1' }),
  mattermostEvent('preferences_changed', {
    preferences: [{ category: 'favorite_channel', name: 'c1', value: 'true' }],
  }),
  mattermostEvent('status_change', { status: 'dnd', user_id: 'me' }),
  mattermostEvent('user_updated', { user: { id: 'me', username: 'alice', notify_props: {} } }),
  { status: 'OK', seq_reply: 1 },
];

export const mattermostPaths: readonly string[] = [
  '/api/v4/config/client',
  '/api/v4/users/me',
  '/api/v4/users/me/status',
  '/api/v4/users/me/teams',
  '/api/v4/users/me/preferences',
  '/api/v4/users/me/channels',
  '/api/v4/users/me/channel_members',
  '/api/v4/users/me/teams/t1/threads',
  '/api/v4/users/ids',
];
export const mattermostRest: readonly unknown[] = [
  { Version: '11.9.0', SiteName: 'secret', CollapsedThreads: 'always_on' },
  { id: 'me', username: 'alice', notify_props: { desktop: 'mention', mention_keys: 'deploy' } },
  [{ id: 't1', name: 'engineering', display_name: 'Engineering' }],
  [
    {
      id: 'c1',
      team_id: 't1',
      type: 'O',
      display_name: 'secret',
      name: 'builds',
      last_post_at: 1000,
      total_msg_count: 5,
    },
  ],
  [
    {
      channel_id: 'c1',
      user_id: 'me',
      msg_count: 3,
      last_viewed_at: 900,
      notify_props: { desktop: 'default' },
    },
  ],
  { threads: [{ id: 'p0', post, unread_replies: 1 }] },
];

const ddp = (eventName: string, ...args: readonly unknown[]): object => ({
  msg: 'changed',
  collection: 'stream-notify-user',
  id: 'id',
  fields: { eventName, args },
});
export const rocketchat: readonly object[] = [
  ddp('u1/notification', {
    title: 'bob',
    text: 'secret lunch',
    payload: {
      _id: 'm1',
      rid: 'r1',
      type: 'c',
      name: 'general',
      sender: { _id: 'u2', username: 'bob', name: 'Bob' },
      message: { msg: 'secret lunch', t: '' },
    },
  }),
  ddp('u1/subscriptions-changed', 'updated', {
    _id: 's1',
    rid: 'r1',
    t: 'c',
    name: 'general',
    open: true,
    alert: true,
    unread: 2,
    userMentions: 1,
    tunread: ['m0'],
    _updatedAt: { $date: 5 },
  }),
  ddp('u1/subscriptions-changed', 'removed', { _id: 's1', rid: 'r1' }),
  ddp('u1/rooms-changed', 'updated', {
    _id: 'r1',
    t: 'c',
    lm: { $date: 900 },
    lastMessage: { _id: 'm1', msg: 'secret lunch', u: { username: 'bob' }, ts: { $date: 900 } },
  }),
  ddp('u1/userData', {
    type: 'updated',
    diff: { status: 'busy', 'settings.preferences.desktopNotifications': 'all' },
  }),
  ddp('public-settings-changed', 'updated', { _id: 'UI_Use_Real_Name', value: true }),
  { msg: 'result', id: '1', result: { messages: [] } },
  { msg: 'result', id: '2', error: { error: 403, reason: 'secret' } },
  { msg: 'ready', subs: ['1'] },
  { msg: 'nosub', id: '1', error: { error: 'not-allowed' } },
  { msg: 'ping', id: 'x' },
  { msg: 'connected', session: 'x' },
  { msg: 'failed', version: '1' },
];

const said = {
  id: 60,
  time: '2026-11-25T21:00:00.000Z',
  type: 'message',
  from: { nick: 'carol', mode: '' },
  text: 'secret lunch',
  self: false,
  highlight: true,
};
export const lounge: readonly (readonly unknown[])[] = [
  ['msg', { chan: 2, msg: said, unread: 6, highlight: 3 }],
  ['msg', { chan: 4, msg: { ...said, type: 'invite', channel: '#secret' }, unread: 1, highlight: 0 }],
  ['join', { network: 'n1', chan: { id: 9, name: '#new', type: 'channel', messages: [] }, index: 2 }],
  ['part', { chan: 3 }],
  ['quit', { network: 'n1' }],
  ['nick', { network: 'n1', nick: 'alice_' }],
  ['open', 2],
  ['network', { network: { uuid: 'n2', nick: 'alice', channels: [] } }],
  ['mute:changed', { target: 2, status: true }],
  ['setting:new', { name: 'highlights', value: 'deploy' }],
  ['setting:all', { highlights: ['deploy'], notifyAllMessages: true }],
  ['channel:state', { chan: 2, state: 1 }],
  ['names', { id: 2, users: [{ nick: 'bob' }] }],
];

export const zulip: readonly Readonly<Record<string, unknown>>[] = [
  { type: 'update_message_flags', op: 'add', flag: 'read', messages: [41, 42], all: false },
  {
    type: 'update_message_flags',
    op: 'remove',
    flag: 'read',
    messages: [41],
    message_details: { 41: { type: 'stream', stream_id: 3, topic: 'secret', mentioned: true } },
  },
  { type: 'subscription', op: 'add', subscriptions: [{ stream_id: 9, name: 'secret', invite_only: true }] },
  { type: 'subscription', op: 'update', property: 'is_muted', stream_id: 3, value: true },
  { type: 'user_topic', stream_id: 3, topic_name: 'Releases', visibility_policy: 1 },
  { type: 'realm_user', op: 'update', person: { user_id: 9, full_name: 'Bob Brown' } },
  { type: 'user_settings', op: 'update', property: 'enable_desktop_notifications', value: false },
  { type: 'alert_words', alert_words: ['deploy'] },
  {
    type: 'update_message',
    message_id: 41,
    message_ids: [41, 42],
    stream_id: 3,
    orig_subject: 'lunch',
    subject: 'dinner',
    new_stream_id: 5,
  },
  { type: 'delete_message', message_ids: [41], message_type: 'stream', stream_id: 3, topic: 'lunch' },
  { type: 'stream', op: 'delete', streams: [{ stream_id: 3 }] },
  { type: 'heartbeat' },
];

export const told: readonly object[] = [
  { kind: 'live' },
  { kind: 'channels', channels: [aRawChannel] },
  { kind: 'channels-changed', channels: [aRawChannel], gone: ['c2'] },
  { kind: 'own-names', names: ['Alice'] },
  {
    kind: 'notification',
    title: 'Ann',
    body: 'Lunch?',
    iconUrl: 'https://a.example/x.png',
    tag: 't',
    channelId: 'c1',
    sender: 'Ann',
    mention: 'personal',
    isThreadReply: false,
    messageId: 'm1',
    sentAtMs: 5,
  },
  { kind: 'read', channelId: 'c1' },
];
