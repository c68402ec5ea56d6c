import type { ServerChannel } from '@mattermost/types/channels';
import { collapsesThreads } from './acts/collapsing.js';
import { isClosed } from './acts/closing.js';
import { isFavourite } from './acts/favourites.js';
import { threadsOf } from './acts/threads.js';
import type { ServerState } from './model.js';
import { channelsOf } from './rest/views.js';

/** What the server holds of one channel for one person. */
export interface TruthOfChannel {
  readonly id: string;
  /** As the person sees it: the other's name for a conversation of two. */
  readonly name: string;
  /** Name of the team; empty for conversations of two or a few. */
  readonly team: string;
  readonly kind: 'public' | 'private' | 'direct' | 'group';
  /** Messages not read; with collapsed threads those that are no replies. */
  readonly unread: number;
  /** Mentions not read; with collapsed threads those that are in no reply. */
  readonly mentions: number;
  /** Threads followed with something unread, replies and mentions not read in them; none when they are not collapsed. */
  readonly threads: number;
  readonly threadReplies: number;
  readonly threadMentions: number;
  readonly muted: boolean;
  readonly favourite: boolean;
  /** A conversation the person took off their list; what comes brings it back. */
  readonly closed: boolean;
}

/** All users by name, with the channels they are in, archived ones left out. */
export type Truth = Readonly<Record<string, readonly TruthOfChannel[]>>;

/** Reads it off the state. */
export function truthOf(state: ServerState): Truth {
  return Object.fromEntries(
    Object.values(state.users).map(({ profile }) => [
      profile.username,
      channelsOf(state, profile.id, { isWithArchived: false }).map((one) =>
        channelTruth(state, profile.id, one),
      ),
    ]),
  );
}

const KINDS = { O: 'public', P: 'private', D: 'direct', G: 'group', threads: 'group' } as const;

function channelTruth(state: ServerState, userId: string, channel: ServerChannel): TruthOfChannel {
  const member = state.members[channel.id]?.[userId];
  const isCollapsed = collapsesThreads(state, userId);
  const read = (isCollapsed ? member?.msg_count_root : member?.msg_count) ?? 0;
  const threads = isCollapsed
    ? threadsOf(state, userId).filter(({ post }) => post.channel_id === channel.id)
    : [];
  return {
    id: channel.id,
    name: channel.type === 'D' ? otherName(state, channel, userId) : channel.display_name,
    team: state.teams[channel.team_id]?.team.name ?? '',
    kind: KINDS[channel.type],
    unread: (isCollapsed ? channel.total_msg_count_root : channel.total_msg_count) - read,
    mentions: (isCollapsed ? member?.mention_count_root : member?.mention_count) ?? 0,
    threads: threads.filter((thread) => thread.unread_replies > 0).length,
    threadReplies: threads.reduce((count, thread) => count + thread.unread_replies, 0),
    threadMentions: threads.reduce((count, thread) => count + thread.unread_mentions, 0),
    muted: member?.notify_props.mark_unread === 'mention',
    favourite: isFavourite(state, userId, channel.id),
    closed: isClosed(state, userId, channel),
  };
}

function otherName(state: ServerState, channel: ServerChannel, userId: string): string {
  const otherId = channel.name.split('__').find((id) => id !== userId) ?? userId;
  return state.users[otherId]?.profile.username ?? '';
}
