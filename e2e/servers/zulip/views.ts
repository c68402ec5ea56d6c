import { rendered } from './acts/mentions.js';
import { given, isTopicMuted, type Message, type Organisation, type Stream, type User } from './model.js';
import type { QueueEvent } from './queues.js';

/** A person as others see them. */
export const userView = ({ id, email, name, isBot }: User) => ({
  user_id: id,
  email,
  delivery_email: email,
  full_name: name,
  is_bot: isBot,
  ...(isBot ? { bot_type: 1, bot_owner_id: null } : {}),
  is_active: true,
  is_admin: false,
  is_owner: false,
  is_guest: false,
  is_billing_admin: false,
  role: 400,
  avatar_url: `/user_avatars/${id}.png`,
  avatar_version: 1,
  date_joined: '2024-01-01T00:00:00+00:00',
  timezone: '',
});

export const streamView = (stream: Stream) => ({
  stream_id: stream.id,
  name: stream.name,
  description: '',
  rendered_description: '',
  invite_only: stream.isPrivate,
  is_web_public: false,
  is_archived: false,
  history_public_to_subscribers: !stream.isPrivate,
  date_created: 1_704_067_200,
  message_retention_days: null,
  first_message_id: null,
  is_announcement_only: false,
});

/** A stream as one who is in it has it. */
export const subscriptionView = (stream: Stream, userId: number) => {
  const own = given(stream.subscriptions.get(userId), 'Not subscribed');
  return {
    ...streamView(stream),
    ...own,
    in_home_view: !own.is_muted,
    color: '#76ce90',
    audible_notifications: null,
    push_notifications: null,
    email_notifications: null,
  };
};

/** A message as its receivers get it. */
export function messageView(organisation: Organisation, { id, senderId, to, content, timestamp }: Message) {
  const sender = given(organisation.users.get(senderId), 'Invalid user ID');
  const common = {
    id,
    sender_id: senderId,
    sender_full_name: sender.name,
    sender_email: sender.email,
    sender_realm_str: '',
    avatar_url: `/user_avatars/${senderId}.png`,
    client: 'website',
    content: rendered(organisation, content),
    content_type: 'text/html',
    timestamp,
    is_me_message: false,
    reactions: [],
    submessages: [],
    topic_links: [],
  };
  if (to.kind === 'private') {
    const people = to.userIds.map((userId) => given(organisation.users.get(userId), 'Invalid user ID'));
    const display_recipient = people.map((one) => ({
      id: one.id,
      email: one.email,
      full_name: one.name,
      is_mirror_dummy: false,
    }));
    return { ...common, type: 'private', subject: '', recipient_id: 1000 + id, display_recipient };
  }
  const stream = organisation.streams.get(to.streamId);
  return {
    ...common,
    type: 'stream',
    subject: to.topic,
    stream_id: to.streamId,
    recipient_id: to.streamId,
    display_recipient: stream?.name ?? '',
  };
}

export const messageEvent = (organisation: Organisation, message: Message, userId: number): QueueEvent => ({
  type: 'message',
  message: messageView(organisation, message),
  flags: [...(message.flags.get(userId) ?? [])],
});

/** What is unread of one person, as `register` says it. */
export function unreadView(organisation: Organisation, userId: number) {
  const streams = new Map<string, { stream_id: number; topic: string; unread_message_ids: number[] }>();
  const pms = new Map<number, { other_user_id: number; sender_id: number; unread_message_ids: number[] }>();
  const huddles = new Map<string, { user_ids_string: string; unread_message_ids: number[] }>();
  const mentions: number[] = [];
  const add = <K, V extends { unread_message_ids: number[] }>(
    map: Map<K, V>,
    key: K,
    fresh: V,
    id: number,
  ) => {
    const found = map.get(key) ?? fresh;
    map.set(key, found);
    found.unread_message_ids.push(id);
  };
  for (const { id, to, flags } of unreadOf(organisation, userId)) {
    const own = flags.get(userId);
    const isWild = own?.has('wildcard_mentioned') === true;
    if (own?.has('mentioned') === true) mentions.push(id);
    else if (isWild && (to.kind === 'private' || !isTopicMuted(organisation, userId, to))) mentions.push(id);
    if (to.kind === 'stream') {
      const fresh = { stream_id: to.streamId, topic: to.topic, unread_message_ids: [] };
      add(streams, `${to.streamId}:${to.topic.toLowerCase()}`, fresh, id);
    } else if (to.userIds.length <= 2) {
      const other = to.userIds.find((one) => one !== userId) ?? userId;
      add(pms, other, { other_user_id: other, sender_id: other, unread_message_ids: [] }, id);
    } else {
      const key = to.userIds.join(',');
      add(huddles, key, { user_ids_string: key, unread_message_ids: [] }, id);
    }
  }
  const all = [...streams.values(), ...pms.values(), ...huddles.values()];
  return {
    count: all.reduce((sum, { unread_message_ids: ids }) => sum + ids.length, 0),
    streams: [...streams.values()],
    pms: [...pms.values()],
    huddles: [...huddles.values()],
    mentions,
    old_unreads_missing: false,
  };
}

/** What somebody has not read, of streams they are in and of their conversations. */
export const unreadOf = ({ messages, streams }: Organisation, userId: number): readonly Message[] =>
  [...messages.values()].filter(({ to, flags }) => {
    const own = flags.get(userId);
    if (own === undefined || own.has('read')) return false;
    return to.kind === 'private' || streams.get(to.streamId)?.subscriptions.has(userId) === true;
  });

/** What one needs to count messages again that were marked as unread. */
export function messageDetails(organisation: Organisation, userId: number, ids: readonly number[]) {
  const details: Record<string, object> = {};
  for (const id of ids) {
    const message = organisation.messages.get(id);
    if (message === undefined) continue;
    const { to, flags } = message;
    const mentioned = ['mentioned', 'wildcard_mentioned'].some((flag) =>
      flags.get(userId)?.has(flag as 'mentioned'),
    );
    details[id] =
      to.kind === 'stream'
        ? { type: 'stream', stream_id: to.streamId, topic: to.topic, mentioned }
        : { type: 'private', user_ids: to.userIds.filter((one) => one !== userId), mentioned };
  }
  return details;
}

/** The conversations of one person, the latest first. */
export function conversationsView({ messages }: Organisation, userId: number) {
  const latest = new Map<string, { user_ids: readonly number[]; max_message_id: number }>();
  for (const { id, to, flags } of messages.values()) {
    if (to.kind !== 'private' || !flags.has(userId)) continue;
    const user_ids = to.userIds.filter((one) => one !== userId);
    latest.set(user_ids.join(','), { user_ids, max_message_id: id });
  }
  return [...latest.values()].toSorted((one, other) => other.max_message_id - one.max_message_id);
}
