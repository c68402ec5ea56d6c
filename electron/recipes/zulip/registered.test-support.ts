import type { Said } from './raw';

/** What Zulip 11 answers when one registers, as far as it is used. */
export const registered: Said = {
  user_id: 8,
  full_name: 'Alice Adams',
  realm_name: 'Team chat',
  zulip_version: '11.4',
  zulip_feature_level: 421,
  alert_words: ['deploy'],
  user_settings: {
    enable_desktop_notifications: true,
    enable_stream_desktop_notifications: false,
    enable_followed_topic_desktop_notifications: true,
    wildcard_mentions_notify: true,
    enable_followed_topic_wildcard_mentions_notify: true,
    pm_content_in_desktop_notifications: true,
    color_scheme: 1,
  },
  subscriptions: [
    {
      stream_id: 3,
      name: 'general',
      invite_only: false,
      is_muted: false,
      pin_to_top: true,
      desktop_notifications: null,
      wildcard_mentions_notify: null,
      color: '#76ce90',
    },
    {
      stream_id: 5,
      name: 'secret',
      invite_only: true,
      is_muted: true,
      pin_to_top: false,
      desktop_notifications: null,
      wildcard_mentions_notify: null,
    },
    { stream_id: 6, name: 'loud', desktop_notifications: true, wildcard_mentions_notify: null },
    { stream_id: 7, name: 'calm', desktop_notifications: null, wildcard_mentions_notify: false },
  ],
  realm_users: [
    { user_id: 8, full_name: 'Alice Adams', is_bot: false },
    { user_id: 9, full_name: 'Bob Brown', is_bot: false },
    { user_id: 10, full_name: 'Carol Clark', is_bot: false },
  ],
  cross_realm_bots: [{ user_id: 1, full_name: 'Notification Bot', is_bot: true }],
  user_topics: [
    { stream_id: 3, topic_name: 'Releases', last_updated: 1, visibility_policy: 3 },
    { stream_id: 3, topic_name: 'noise', last_updated: 1, visibility_policy: 1 },
    { stream_id: 5, topic_name: 'open', last_updated: 1, visibility_policy: 2 },
  ],
  recent_private_conversations: [{ user_ids: [1], max_message_id: 20 }],
  unread_msgs: {
    count: 4,
    streams: [{ stream_id: 3, topic: 'lunch', unread_message_ids: [41, 42] }],
    pms: [{ other_user_id: 9, sender_id: 9, unread_message_ids: [43] }],
    huddles: [{ user_ids_string: '8,9,10', unread_message_ids: [44] }],
    mentions: [42],
    old_unreads_missing: false,
  },
};

const common = (id: number) => ({
  id,
  sender_id: 9,
  sender_full_name: 'Bob Brown',
  avatar_url: '/user_avatars/9.png',
  content: '<p>hello</p>',
  timestamp: 1_700_000_000 + id,
  is_me_message: false,
});

/** A message of Bob's in a topic, as events carry it. */
export const inTopic = (id: number, stream: number, subject: string, more: object = {}): Said => ({
  ...common(id),
  type: 'stream',
  stream_id: stream,
  subject,
  display_recipient: `stream ${stream}`,
  ...more,
});

/** The same between people, of whom Alice (8) is one. */
export const between = (id: number, people: readonly number[], more: object = {}): Said => ({
  ...common(id),
  type: 'private',
  subject: '',
  display_recipient: people.map((one) => ({ id: one, full_name: NAMES[one] ?? '' })),
  ...more,
});

const NAMES: Readonly<Record<number, string>> = {
  8: 'Alice Adams',
  9: 'Bob Brown',
  10: 'Carol Clark',
  11: 'Dave',
};

export const messageEvent = (message: Said, ...flags: readonly string[]): Said => ({
  type: 'message',
  message,
  flags,
});
