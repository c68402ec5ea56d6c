import { listIn, own, ownText } from '../raw';
import type { Model, Said } from './raw';
import { peopleOf } from './slim';

/** What one connection leaves for the next. */
export interface Kept {
  /** All messages up to it were heard; 0 where nothing was heard yet. */
  readonly lastMessageId: number;
  readonly queue?: KeptQueue | undefined;
}

/** An event queue of the server and what was known when its last event had been heard. */
export interface KeptQueue {
  readonly id: string;
  readonly lastEventId: number;
  /** As `register` answers it, with no more than is needed. */
  readonly state: Said;
  /** Of what is unread there, messages that mention everybody: `register` does not tell them apart. */
  readonly wild?: readonly unknown[] | undefined;
}

/** Longest that is remembered, as JSON. Who has more unread registers anew. */
const KEPT_MAX = 15_000;

/** Reads what an earlier connection left; undefined where it left nothing of use. */
export function readKept(resume: unknown): Kept | undefined {
  const lastMessageId = own(resume, 'lastMessageId');
  if (typeof lastMessageId !== 'number') return undefined;
  const queue = own(resume, 'queue');
  const id = ownText(queue, 'id');
  const state = own(queue, 'state');
  const lastEventId = own(queue, 'lastEventId');
  if (id === '' || typeof lastEventId !== 'number' || typeof state !== 'object' || state === null)
    return { lastMessageId };
  const kept = { id, lastEventId, state: state as Said, wild: listIn(queue, 'wild') };
  return { lastMessageId, queue: kept };
}

/** Makes the model again that was left. */
export function reopen({ state, wild = [] }: KeptQueue, create: (state: Said) => Model): Model {
  const model = create(state);
  for (const id of wild) {
    const place = model.unread.get(Number(id));
    if (place !== undefined) model.unread.set(Number(id), { ...place, mention: 'wild' });
  }
  return model;
}

/** Makes what is left for the next connection; the queue only where all that goes with it is small enough. */
export function toKept(
  model: Model,
  queue: { readonly id: string; readonly lastEventId: number },
  lastMessageId: number,
): Kept {
  const state = toState(model);
  if (state === undefined) return { lastMessageId };
  const wild = [...model.unread].flatMap(([id, { mention }]) => (mention === 'wild' ? [id] : []));
  const kept = { lastMessageId, queue: { id: queue.id, lastEventId: queue.lastEventId, state, wild } };
  return JSON.stringify(kept).length > KEPT_MAX ? { lastMessageId } : kept;
}

const STREAM_FLAGS = ['invite_only', 'is_muted', 'pin_to_top'];
const STREAM_WISHES = ['desktop_notifications', 'wildcard_mentions_notify'];
/** Each takes some ten bytes at least: more of them never fit. */
const UNREAD_MAX = 1000;

/** What `register` would answer now, without what nobody asks for; undefined where it is too much. */
function toState(model: Model): Said | undefined {
  const { facts, streams, topics, conversations, unread } = model;
  if (unread.size > UNREAD_MAX) return undefined;
  return {
    user_id: facts['userId'],
    full_name: facts['fullName'],
    realm_name: facts['realmName'],
    zulip_version: facts['version'],
    zulip_feature_level: facts['featureLevel'],
    alert_words: facts['alertWords'],
    user_settings: facts['settings'],
    subscriptions: [...streams.values()].map(toSubscription),
    realm_users: [...peopleOf(model).values()].map(({ user_id, full_name, is_bot }) =>
      is_bot === true ? { user_id, full_name, is_bot } : { user_id, full_name },
    ),
    user_topics: [...topics.values()].map(({ streamId, topic, policy }) => ({
      stream_id: streamId,
      topic_name: topic,
      visibility_policy: policy,
    })),
    recent_private_conversations: [...conversations.keys()].map((ids) => ({
      user_ids: ids.split(',').map(Number),
    })),
    unread_msgs: toUnread(unread),
  };
}

/** What is not so, or left to the settings, need not be said. */
function toSubscription(stream: Said): Said {
  const kept: Record<string, unknown> = { stream_id: stream['stream_id'], name: stream['name'] };
  for (const name of STREAM_FLAGS) if (stream[name] === true) kept[name] = true;
  for (const name of STREAM_WISHES) if (typeof stream[name] === 'boolean') kept[name] = stream[name];
  return kept;
}

function toUnread(unread: Model['unread']): Said {
  const streams = new Map<string, { stream_id: unknown; topic: unknown; unread_message_ids: number[] }>();
  const direct = new Map<string, { user_ids_string: string; unread_message_ids: number[] }>();
  const mentions: number[] = [];
  for (const [id, { streamId, topic, ids, mention }] of unread) {
    if (mention === 'direct') mentions.push(id);
    if (ids === undefined) {
      const key = `${streamId}:${topic}`;
      const place = streams.get(key) ?? { stream_id: streamId, topic, unread_message_ids: [] };
      streams.set(key, place);
      place.unread_message_ids.push(id);
    } else {
      const place = direct.get(ids) ?? { user_ids_string: ids, unread_message_ids: [] };
      direct.set(ids, place);
      place.unread_message_ids.push(id);
    }
  }
  return { streams: [...streams.values()], huddles: [...direct.values()], mentions };
}
