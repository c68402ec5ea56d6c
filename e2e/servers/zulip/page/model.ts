import type {
  Model,
  PageMessage,
  PageSettings,
  PageStream,
  PageUser,
  Person,
  ServerMessage,
} from './types.js';

interface StateData {
  readonly user_id: number;
  readonly full_name: string;
  readonly realm_name: string;
  readonly subscriptions: readonly PageStream[];
  readonly realm_users: readonly PageUser[];
  readonly user_settings: PageSettings;
  readonly user_topics: readonly { stream_id: number; topic_name: string; visibility_policy: number }[];
  readonly recent_private_conversations: readonly { readonly user_ids: readonly number[] }[];
  readonly unread_msgs: {
    readonly streams: readonly { stream_id: number; topic: string; unread_message_ids: readonly number[] }[];
    readonly pms: readonly { other_user_id: number; unread_message_ids: readonly number[] }[];
    readonly huddles: readonly { user_ids_string: string; unread_message_ids: readonly number[] }[];
    readonly mentions: readonly number[];
  };
}

export const topicKey = (streamId: number, topic: string): string => `${streamId}:${topic.toLowerCase()}`;

/** Makes the page's model of the state the server wrote into it. */
export function createModel(data: StateData): Model {
  const { user_id: userId, unread_msgs: unread } = data;
  const model: Model = {
    userId,
    fullName: data.full_name,
    realmName: data.realm_name,
    streams: new Map(data.subscriptions.map((one) => [one.stream_id, one])),
    users: new Map(data.realm_users.map((one) => [one.user_id, one])),
    policies: new Map(
      data.user_topics.map((one) => [topicKey(one.stream_id, one.topic_name), one.visibility_policy]),
    ),
    settings: data.user_settings,
    messages: new Map(),
    unread: new Map(),
    mentions: new Set(unread.mentions),
    conversations: new Set(data.recent_private_conversations.map(({ user_ids }) => user_ids.join(','))),
  };
  for (const { stream_id, topic, unread_message_ids } of unread.streams)
    for (const id of unread_message_ids) model.unread.set(id, { stream_id, topic });
  for (const { other_user_id, unread_message_ids } of unread.pms)
    for (const id of unread_message_ids) model.unread.set(id, { user_ids: String(other_user_id) });
  for (const { user_ids_string, unread_message_ids } of unread.huddles)
    for (const id of unread_message_ids)
      model.unread.set(id, { user_ids: othersOf(user_ids_string.split(',').map(Number), userId) });
  return model;
}

/** The others of a conversation; oneself where there is nobody else. */
export const othersOf = (ids: readonly number[], userId: number): string => {
  const others = ids.filter((id) => id !== userId).toSorted((one, other) => one - other);
  return others.length === 0 ? String(userId) : others.join(',');
};

/** Puts a message of the server into the store. */
export function storeMessage(model: Model, sent: ServerMessage): PageMessage {
  const known = model.messages.get(sent.id);
  if (known !== undefined) return known;
  const { userId } = model;
  const flags = sent.flags ?? [];
  const people = typeof sent.display_recipient === 'string' ? [] : sent.display_recipient;
  const message: PageMessage = {
    id: sent.id,
    type: sent.type,
    sender_id: sent.sender_id,
    sender_full_name: sent.sender_full_name,
    content: sent.content,
    stream_id: sent.stream_id ?? 0,
    topic: sent.subject,
    display_recipient: sent.display_recipient,
    display_reply_to: nameOthers(people, userId),
    to_user_ids: othersOf(
      people.map(({ id }) => id),
      userId,
    ),
    unread: !flags.includes('read'),
    ...mentionsIn(flags),
  };
  model.messages.set(message.id, message);
  if (message.type === 'private') model.conversations.add(message.to_user_ids);
  if (message.unread) countUnread(model, message);
  return message;
}

const nameOthers = (people: readonly Person[], userId: number): string =>
  people
    .filter(({ id }) => id !== userId)
    .map(({ full_name }) => full_name)
    .join(', ');

export const mentionsIn = (flags: readonly string[]) => ({
  mentioned: ['mentioned', 'stream_wildcard_mentioned', 'topic_wildcard_mentioned'].some((flag) =>
    flags.includes(flag),
  ),
  mentioned_me_directly: flags.includes('mentioned'),
  alerted: flags.includes('has_alert_word'),
});

/** Counts an unread message where it is, or takes it out of the count when it is read. */
export function countUnread(model: Model, message: PageMessage): void {
  const { id, type, stream_id, topic, to_user_ids } = message;
  model.unread.delete(id);
  model.mentions.delete(id);
  if (!message.unread) return;
  model.unread.set(id, type === 'stream' ? { stream_id, topic } : { user_ids: to_user_ids });
  if (message.mentioned_me_directly || (message.mentioned && !isMuted(model, message)))
    model.mentions.add(id);
}

export const policyOf = (model: Model, streamId: number, topic: string): number =>
  model.policies.get(topicKey(streamId, topic)) ?? 0;

/** True for what does not count: a muted topic, or one of a muted stream that is neither unmuted nor followed. */
export function isMuted(
  model: Model,
  place: { readonly stream_id?: number; readonly topic?: string },
): boolean {
  const { stream_id, topic } = place;
  if (stream_id === undefined || stream_id === 0 || topic === undefined) return false;
  const policy = policyOf(model, stream_id, topic);
  return policy === 0 ? model.streams.get(stream_id)?.is_muted === true : policy === 1;
}
