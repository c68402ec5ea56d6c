/** What a Zulip organisation holds. Ids are counted as the vendor's database counts them. */
export interface Organisation {
  name: string;
  readonly version: string;
  readonly featureLevel: number;
  readonly users: Map<number, User>;
  readonly streams: Map<number, Stream>;
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** Oldest first. */
  readonly messages: Map<number, Message>;
  /** By user, then by `streamId:topic in lower case`. */
  readonly topicPolicies: Map<number, Map<string, TopicPolicy>>;
  /** Sessions of browsers: cookie to user. */
  readonly sessions: Map<string, number>;
  lastMessageId: number;
  lastStreamId: number;
}

export interface User {
  readonly id: number;
  readonly email: string;
  name: string;
  readonly password: string;
  readonly apiKey: string;
  readonly isBot: boolean;
  readonly alertWords: readonly string[];
  readonly settings: Settings;
}

/** Those of a person's settings that decide what the page notifies. */
export interface Settings {
  enable_desktop_notifications: boolean;
  enable_stream_desktop_notifications: boolean;
  enable_followed_topic_desktop_notifications: boolean;
  wildcard_mentions_notify: boolean;
  enable_followed_topic_wildcard_mentions_notify: boolean;
  pm_content_in_desktop_notifications: boolean;
  /** 1: all unread, 2: direct messages and mentions (and followed topics), 3: direct messages and mentions, 4: none. */
  desktop_icon_count_display: 1 | 2 | 3 | 4;
}

export interface Stream {
  readonly id: number;
  name: string;
  isPrivate: boolean;
  readonly subscriptions: Map<number, Subscription>;
}

/** How one person has a stream; null is as their settings say. */
export interface Subscription {
  is_muted: boolean;
  pin_to_top: boolean;
  desktop_notifications: boolean | null;
  wildcard_mentions_notify: boolean | null;
}

/** 0: as the stream, 1: muted, 2: unmuted, 3: followed. */
export type Visibility = 0 | 1 | 2 | 3;

export interface TopicPolicy {
  readonly streamId: number;
  readonly topic: string;
  readonly policy: Visibility;
  readonly updated: number;
}

export type Flag =
  | 'read'
  | 'starred'
  | 'mentioned'
  | 'stream_wildcard_mentioned'
  | 'topic_wildcard_mentioned'
  | 'wildcard_mentioned'
  | 'has_alert_word';

export interface Message {
  readonly id: number;
  readonly senderId: number;
  /** Where it is, or between whom: all of them, the sender too, in rising order. */
  to: StreamPlace | DirectPlace;
  content: string;
  readonly timestamp: number;
  /** Of each who got it. */
  readonly flags: Map<number, Set<Flag>>;
}

export interface StreamPlace {
  readonly kind: 'stream';
  readonly streamId: number;
  readonly topic: string;
}

export interface DirectPlace {
  readonly kind: 'private';
  readonly userIds: readonly number[];
}

export const topicKey = (streamId: number, topic: string): string => `${streamId}:${topic.toLowerCase()}`;

/** What that person set of a topic. */
export const policyOf = (
  organisation: Organisation,
  userId: number,
  streamId: number,
  topic: string,
): Visibility => organisation.topicPolicies.get(userId)?.get(topicKey(streamId, topic))?.policy ?? 0;

/** True where a topic does not count for that person: muted itself, or in a muted stream and neither unmuted nor followed. */
export function isTopicMuted(organisation: Organisation, userId: number, place: StreamPlace): boolean {
  const policy = policyOf(organisation, userId, place.streamId, place.topic);
  if (policy !== 0) return policy === 1;
  return organisation.streams.get(place.streamId)?.subscriptions.get(userId)?.is_muted === true;
}

/** An answer that is an error, in the vendor's words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** @throws the vendor's refusal when it is not there. */
export function given<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Refusal(400, 'BAD_REQUEST', message);
  return value;
}
