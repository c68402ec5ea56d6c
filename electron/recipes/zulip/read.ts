import { messageLimits } from '../../core/ipc/service-limits';
import type { Channel } from '../../core/model/channel';
import { own, ownCount, ownList, ownText } from '../raw';
import type { AdapterReport } from '../types';
import { conversationId, streamId, topicId } from './ids';
import { openChannelOf } from './open-channel';
import { FOLLOWED, MUTED } from './policies';
import type { RawConversation, RawTopic, RawUnread } from './raw';
import { conversationsIn, topicsIn, unreadIn } from './raw-places';

/** Makes channels of what the fold gives; by page and listener alike. */
export function readZulip(raw: unknown): AdapterReport {
  const realmName = ownText(raw, 'realmName');
  const version = ownText(raw, 'version');
  const server = { name: realmName || undefined, version: version || undefined };
  if (own(raw, 'isSignedIn') !== true) return { isSignedIn: false, server };
  const words = ownList(raw, 'alertWords').filter((word) => typeof word === 'string');
  return {
    isSignedIn: true,
    channels: channelsOf(raw),
    openChannelId: openChannelOf(raw),
    // What is muted there still lets mentions of the person through; less cannot be had.
    abilities: {
      canOpen: true,
      canMarkRead: true,
      mutes: ['all', 'mentions', 'none'],
      ownNames: [ownText(raw, 'fullName'), ...words].filter((name) => name !== ''),
    },
    server,
    connection: own(raw, 'isReached') === false ? 'lost' : 'live',
  };
}

/** Streams, then conversations, then the topics of which the person wants something of their own. */
function channelsOf(raw: unknown): readonly Channel[] {
  const settings = own(raw, 'settings');
  const unread = unreadIn(raw);
  const topics = topicsIn(raw);
  const ofTopics = new Map(topics.map((one) => [topicId(one.streamId, one.topic), one]));
  const hasOwn = ({ streamId = 0, topic = '' }: RawUnread): boolean => ofTopics.has(topicId(streamId, topic));
  const streams = ownList(raw, 'streams');
  const names = new Map(streams.map((one) => [ownCount(one, 'stream_id'), ownText(one, 'name')]));
  return [
    ...streams.flatMap((said) => {
      const id = ownCount(said, 'stream_id');
      const here = unread.filter((one) => one.ids === undefined && one.streamId === id && !hasOwn(one));
      return id === 0 ? [] : [toStream(id, said, settings, here)];
    }),
    ...conversationsIn(raw).map((one) =>
      toConversation(one, unread.find(({ ids }) => ids === one.ids)?.count ?? 0),
    ),
    ...[...ofTopics].flatMap(([id, one]) => {
      const stream = names.get(one.streamId);
      const here = unread.filter(
        ({ ids, streamId = 0, topic = '' }) => ids === undefined && topicId(streamId, topic) === id,
      );
      return stream === undefined ? [] : [toTopic(id, one, stream, settings, here)];
    }),
  ];
}

function toStream(id: number, said: unknown, settings: unknown, unread: readonly RawUnread[]): Channel {
  const muted = own(said, 'is_muted') === true;
  const wanted = own(said, 'desktop_notifications') ?? own(settings, 'enable_stream_desktop_notifications');
  const atMs = ownCount(said, 'atMs');
  return {
    id: streamId(id),
    name: ownText(said, 'name').slice(0, messageLimits.channelName),
    kind: own(said, 'invite_only') === true ? 'private' : 'public',
    ...counts(unread, muted),
    muted,
    favourite: own(said, 'pin_to_top') === true,
    lastActivityMs: atMs === 0 ? undefined : atMs,
    notifiesMentionsOnly: wanted !== true,
  };
}

function toTopic(
  id: string,
  { topic, policy }: RawTopic,
  stream: string,
  settings: unknown,
  unread: readonly RawUnread[],
): Channel {
  const muted = policy === MUTED;
  const isNotified =
    policy === FOLLOWED && own(settings, 'enable_followed_topic_desktop_notifications') === true;
  return {
    id,
    // As the wording of its notifications has it, which is how Zulip calls a topic without a name.
    name: `${stream} > ${topic || 'general chat'}`.slice(0, messageLimits.channelName),
    kind: 'thread',
    ...counts(unread, muted),
    muted,
    favourite: false,
    lastActivityMs: undefined,
    notifiesMentionsOnly: !isNotified,
  };
}

function toConversation({ ids, names, isBot, atMs }: RawConversation, unread: number): Channel {
  const known = names.filter((name) => name !== '');
  return {
    id: conversationId(ids),
    name: (known.join(', ') || ids).slice(0, messageLimits.channelName),
    kind: ids.includes(',') ? 'group' : isBot ? 'bot' : 'direct',
    unread,
    mentions: unread,
    muted: false,
    favourite: false,
    lastActivityMs: atMs ?? undefined,
  };
}

/** What is muted counts no mention of everybody; one of the person counts all the same, as in Zulip itself. */
function counts(unread: readonly RawUnread[], muted: boolean) {
  const sum = (of: 'count' | 'direct' | 'wild'): number =>
    unread.reduce((total, one) => total + ownCount(one, of), 0);
  return { unread: sum('count'), mentions: sum('direct') + (muted ? 0 : sum('wild')) };
}
