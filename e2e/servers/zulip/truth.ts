import { isTopicMuted, policyOf, type Organisation } from './model.js';
import { unreadOf } from './views.js';

/** What the server holds of one place for one person, by what the place is called. */
export interface PlaceTruth {
  readonly unread: number;
  /** Of those, that mention the person, or everybody where that is not muted. */
  readonly mentions: number;
  readonly muted: boolean;
}

/** Of each stream, of each topic with a policy of its own (out of its stream then), and of each conversation. */
export function truthOf(organisation: Organisation, userId: number): Readonly<Record<string, PlaceTruth>> {
  const { streams, users, messages, topicPolicies } = organisation;
  const places = new Map<string, { unread: number; mentions: number; muted: boolean }>();
  for (const { name, subscriptions } of streams.values()) {
    const own = subscriptions.get(userId);
    if (own !== undefined) places.set(name, { unread: 0, mentions: 0, muted: own.is_muted });
  }
  for (const { streamId, topic, policy } of topicPolicies.get(userId)?.values() ?? []) {
    const stream = streams.get(streamId);
    if (stream?.subscriptions.has(userId) === true)
      places.set(`${stream.name} > ${topic}`, { unread: 0, mentions: 0, muted: policy === 1 });
  }
  const nameOf = (userIds: readonly number[]): string => {
    const others = userIds.filter((id) => id !== userId);
    return (others.length === 0 ? userIds : others).map((id) => users.get(id)?.name ?? '').join(', ');
  };
  for (const { to, flags } of messages.values())
    if (to.kind === 'private' && flags.has(userId))
      places.set(nameOf(to.userIds), { unread: 0, mentions: 0, muted: false });
  for (const { to, flags } of unreadOf(organisation, userId)) {
    const own = flags.get(userId);
    const stream = to.kind === 'stream' ? (streams.get(to.streamId)?.name ?? '') : '';
    const hasPolicy = to.kind === 'stream' && policyOf(organisation, userId, to.streamId, to.topic) !== 0;
    const topic = [...(topicPolicies.get(userId)?.values() ?? [])].find(
      (one) =>
        to.kind === 'stream' &&
        one.streamId === to.streamId &&
        one.topic.toLowerCase() === to.topic.toLowerCase(),
    );
    const name =
      to.kind === 'private' ? nameOf(to.userIds) : hasPolicy ? `${stream} > ${topic?.topic}` : stream;
    const place = places.get(name);
    if (place === undefined) continue;
    place.unread += 1;
    const isWild = own?.has('wildcard_mentioned') === true;
    const counts = to.kind === 'private' || (isWild && !isTopicMuted(organisation, userId, to));
    if (counts || own?.has('mentioned') === true) place.mentions += 1;
  }
  return Object.fromEntries(places);
}
