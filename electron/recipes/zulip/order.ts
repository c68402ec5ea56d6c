import { encodedPart, own, ownCount, ownList } from '../raw';
import type { AdapterWish, Presence } from '../types';
import { conversationId, streamId, topicId } from './ids';
import { FOLLOWED, INHERIT, MUTED, UNMUTED } from './policies';
import { conversationsIn, messageIn, topicsIn } from './raw-places';

/** From this feature level on streams are called channels in addresses. */
const CHANNEL_LEVEL = 250;

/** As Zulip's own pages take it: after five minutes without a touch a person is idle. */
const IDLE_S = 300;

type Place =
  | { readonly kind: 'stream'; readonly id: number; readonly muted: boolean }
  | {
      readonly kind: 'topic';
      readonly id: number;
      readonly topic: string;
      readonly policy: number;
      readonly muted: boolean;
    }
  | { readonly kind: 'dm'; readonly ids: string };

/** Longest address of a place, in UTF-16 units: a topic has 60 characters (`max_topic_length`), and each takes twelve at most. */
const HASH_MAX = 2000;

/** Gives what the probe has to do: to go to a place of the page, or to ask the server for something. */
export function orderOf(wish: AdapterWish, raw: unknown): object | undefined {
  const place = placeOf(wish.channelId, raw);
  if (place === undefined) return undefined;
  if (wish.kind === 'read') return { read: narrowOf(place, raw) };
  if (wish.kind === 'open') {
    const hash = hashOf(place, wish.messageId, raw);
    return hash.length > HASH_MAX ? undefined : { hash };
  }
  if (place.kind === 'dm') return undefined;
  const isMuted = wish.level !== 'all';
  if (place.kind === 'stream')
    return {
      path: '/json/users/me/subscriptions/properties',
      params: { subscription_data: [{ stream_id: place.id, property: 'is_muted', value: isMuted }] },
    };
  const params = { stream_id: place.id, topic: place.topic, visibility_policy: policyFor(place, isMuted) };
  return { path: '/json/user_topics', params };
}

/**
 * As the page tells of itself (`/json/users/me/presence`). The server keeps when somebody was last active, so that a
 * page behind, which says that it is idle, takes nothing back.
 */
export function presenceOrderOf({ idleS, isGone }: Presence): object {
  const status = isGone || idleS >= IDLE_S ? 'idle' : 'active';
  const params = { status, ping_only: true, new_user_input: status === 'active', slim_presence: true };
  return { path: '/json/users/me/presence', params };
}

/** A topic that is heard again is unmuted where its stream is muted, and as its stream elsewhere. */
function policyFor({ policy, muted }: Extract<Place, { kind: 'topic' }>, isMuted: boolean): number {
  if (isMuted) return MUTED;
  if (policy === FOLLOWED) return policy;
  return muted ? UNMUTED : INHERIT;
}

function placeOf(channelId: string, raw: unknown): Place | undefined {
  const conversation = conversationsIn(raw).find(({ ids }) => conversationId(ids) === channelId);
  if (conversation !== undefined) return { kind: 'dm', ids: conversation.ids };
  const topic = topicsIn(raw).find((one) => topicId(one.streamId, one.topic) === channelId);
  const stream = ownList(raw, 'streams').find((one) => {
    const id = ownCount(one, 'stream_id');
    return topic === undefined ? streamId(id) === channelId : id === topic.streamId;
  });
  if (stream === undefined) return undefined;
  const muted = own(stream, 'is_muted') === true;
  const id = ownCount(stream, 'stream_id');
  return topic === undefined
    ? { kind: 'stream', id, muted }
    : { kind: 'topic', id, muted, topic: topic.topic, policy: topic.policy };
}

/** What is unread there; a stream's own topics that are channels of their own are left alone. */
function narrowOf(place: Place, raw: unknown): readonly object[] {
  const unread = { operator: 'is', operand: 'unread' };
  if (place.kind === 'dm') {
    const people = place.ids.split(',').map(Number).filter(Number.isFinite);
    return [unread, { operator: 'dm', operand: people }];
  }
  const stream = { operator: operatorOf(raw), operand: place.id };
  if (place.kind === 'topic') return [unread, stream, { operator: 'topic', operand: place.topic }];
  const own = topicsIn(raw).filter(({ streamId: id }) => id === place.id);
  return [unread, stream, ...own.map(({ topic }) => ({ operator: 'topic', operand: topic, negated: true }))];
}

const operatorOf = (raw: unknown): string =>
  ownCount(raw, 'featureLevel') >= CHANNEL_LEVEL ? 'channel' : 'stream';

/** Where the page shows it; at a message in its topic, as far as that is known. */
function hashOf(place: Place, messageId: string | undefined, raw: unknown): string {
  const near = messageId === undefined || !/^\d+$/.test(messageId) ? '' : `/near/${messageId}`;
  if (place.kind === 'dm')
    return `#narrow/dm/${place.ids}-${place.ids.includes(',') ? 'group' : 'dm'}${near}`;
  const message = messageIn(raw, messageId ?? '');
  const topic = place.kind === 'topic' ? place.topic : message?.topic;
  const inTopic = topic === undefined ? '' : `/topic/${encodePart(topic)}`;
  return `#narrow/${operatorOf(raw)}/${place.id}${inTopic}${near}`;
}

/** As Zulip writes a name into an address: a dot in place of the percent sign. */
const encodePart = (text: string): string =>
  encodedPart(text).replaceAll(/[%!'()*.]/g, (one) =>
    one === '%' ? '.' : `.${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
