import { given, Refusal, topicKey, type Stream, type Subscription, type Visibility } from '../model.js';
import { newSubscription } from '../seed.js';
import { subscriptionView, streamView } from '../views.js';
import type { Scene } from './messages.js';

/** Finds a stream by id. @throws as the vendor does. */
export const streamOf = ({ organisation }: Scene, id: number): Stream =>
  given(organisation.streams.get(id), 'Invalid channel ID');

/** Makes a stream; those it may be seen by are told. */
export function createStream(scene: Scene, name: string, isPrivate: boolean): Stream {
  const { organisation, queues } = scene;
  organisation.lastStreamId += 1;
  const stream: Stream = { id: organisation.lastStreamId, name, isPrivate, subscriptions: new Map() };
  organisation.streams.set(stream.id, stream);
  if (!isPrivate)
    queues.tell(organisation.users.keys(), { type: 'stream', op: 'create', streams: [streamView(stream)] });
  return stream;
}

/** Lets somebody into a stream. */
export function subscribe({ queues }: Scene, stream: Stream, userId: number): void {
  if (stream.subscriptions.has(userId)) return;
  const others = [...stream.subscriptions.keys()];
  stream.subscriptions.set(userId, newSubscription());
  if (stream.isPrivate)
    queues.tell([userId], { type: 'stream', op: 'create', streams: [streamView(stream)] });
  const subscriptions = [subscriptionView(stream, userId)];
  queues.tell([userId], { type: 'subscription', op: 'add', subscriptions });
  queues.tell(others, { type: 'subscription', op: 'peer_add', stream_ids: [stream.id], user_ids: [userId] });
}

/** Takes somebody out of a stream; what they have not read there is read by that. */
export function unsubscribe({ queues }: Scene, stream: Stream, userId: number): void {
  if (!stream.subscriptions.delete(userId)) return;
  const subscriptions = [{ name: stream.name, stream_id: stream.id }];
  queues.tell([userId], { type: 'subscription', op: 'remove', subscriptions });
  queues.tell(stream.subscriptions.keys(), {
    type: 'subscription',
    op: 'peer_remove',
    stream_ids: [stream.id],
    user_ids: [userId],
  });
}

export function renameStream({ queues, organisation }: Scene, stream: Stream, name: string): void {
  stream.name = name;
  queues.tell(stream.isPrivate ? stream.subscriptions.keys() : organisation.users.keys(), {
    type: 'stream',
    op: 'update',
    property: 'name',
    value: name,
    name,
    stream_id: stream.id,
  });
}

/** Archives a stream: it is gone for everybody. */
export function archiveStream({ queues, organisation }: Scene, stream: Stream): void {
  organisation.streams.delete(stream.id);
  const told = { type: 'stream', op: 'delete', streams: [streamView(stream)], stream_ids: [stream.id] };
  queues.tell(organisation.users.keys(), told);
}

const PROPERTIES: readonly (keyof Subscription)[] = [
  'is_muted',
  'pin_to_top',
  'desktop_notifications',
  'wildcard_mentions_notify',
];

/** Sets how one person has a stream. @throws as the vendor does for what is no such property. */
export function setProperty(
  { queues }: Scene,
  stream: Stream,
  userId: number,
  property: string,
  value: unknown,
): void {
  const known = PROPERTIES.find((one) => one === property);
  const subscription = stream.subscriptions.get(userId);
  if (known === undefined)
    throw new Refusal(400, 'BAD_REQUEST', `Unknown subscription property: ${property}`);
  if (subscription === undefined)
    throw new Refusal(400, 'BAD_REQUEST', `Not subscribed to channel ID ${stream.id}`);
  if (typeof value !== 'boolean') throw new Refusal(400, 'BAD_REQUEST', `${property} is not a boolean`);
  subscription[known] = value;
  const told = { type: 'subscription', op: 'update', stream_id: stream.id, property, value };
  queues.tell([userId], told);
}

/** Sets what one person wants of a topic. */
export function setTopicPolicy(
  { organisation, queues }: Scene,
  userId: number,
  stream: Stream,
  topic: string,
  policy: Visibility,
): void {
  const updated = Math.floor(Date.now() / 1000);
  const policies = organisation.topicPolicies.get(userId) ?? new Map();
  organisation.topicPolicies.set(userId, policies);
  const key = topicKey(stream.id, topic);
  if (policy === 0) policies.delete(key);
  else policies.set(key, { streamId: stream.id, topic, policy, updated });
  queues.tell([userId], {
    type: 'user_topic',
    stream_id: stream.id,
    topic_name: topic,
    last_updated: updated,
    visibility_policy: policy,
  });
}
