import type { Post } from '@mattermost/types/posts';
import type { UserThreadWithPost } from '@mattermost/types/threads';
import {
  nextTimeMs,
  type ServerState,
  type ThreadFollower,
  type ThreadRecord,
  type World,
} from '../model.js';
import { tellUser } from '../tell.js';
import { collapsesThreads } from './collapsing.js';
import { mentionedIds } from './mentions.js';

/** Adds a reply to its thread, has the people concerned follow it, and gives those who see threads and follow it. */
export function recordReply(
  { state }: World,
  root: Post,
  reply: Post,
  mentioned: readonly string[],
): string[] {
  const thread = (state.threads[root.id] ??= {
    rootId: root.id,
    channelId: root.channel_id,
    replyIds: [],
    participantIds: [],
    followers: {},
  });
  thread.replyIds.push(reply.id);
  root.reply_count = thread.replyIds.length;
  if (!thread.participantIds.includes(reply.user_id)) thread.participantIds.push(reply.user_id);
  const members = state.members[root.channel_id] ?? {};
  for (const userId of new Set([root.user_id, reply.user_id, ...mentioned])) {
    if (members[userId] === undefined) continue;
    const follower = (thread.followers[userId] ??= newFollower(root));
    if (mentioned.includes(userId)) {
      follower.isFollowing = true;
      follower.unreadMentions += 1;
    }
    if (userId === reply.user_id)
      Object.assign(follower, { lastViewedAtMs: reply.create_at, unreadMentions: 0 });
  }
  return Object.entries(thread.followers)
    .filter(([id, follower]) => follower.isFollowing && id in members && collapsesThreads(state, id))
    .map(([id]) => id);
}

/** Tells followers that a thread has one reply more. */
export function tellThreadUpdated(
  world: World,
  rootId: string,
  to: readonly string[],
  reply: Post,
  mentioned: readonly string[],
): void {
  for (const userId of to) {
    const thread = toUserThread(world.state, world.state.threads[rootId], userId);
    if (thread === undefined) continue;
    const isOwn = userId === reply.user_id;
    tellUser(world, userId, 'thread_updated', {
      thread: JSON.stringify(thread),
      previous_unread_replies: Math.max(0, thread.unread_replies - (isOwn ? 0 : 1)),
      previous_unread_mentions: Math.max(0, thread.unread_mentions - (mentioned.includes(userId) ? 1 : 0)),
    });
  }
}

/** What a person sees of a thread; undefined when they have nothing to do with it. */
export function toUserThread(
  state: ServerState,
  thread: ThreadRecord | undefined,
  userId: string,
): UserThreadWithPost | undefined {
  const follower = thread?.followers[userId];
  const post = state.posts[thread?.rootId ?? ''];
  if (thread === undefined || follower === undefined || post === undefined) return undefined;
  const replies = thread.replyIds.map((id) => state.posts[id]).filter((reply) => reply?.delete_at === 0);
  return {
    id: thread.rootId,
    reply_count: replies.length,
    last_reply_at: replies.at(-1)?.create_at ?? 0,
    last_viewed_at: follower.lastViewedAtMs,
    participants: thread.participantIds.map((id) => ({ id })),
    unread_replies: replies.filter((reply) => (reply?.create_at ?? 0) > follower.lastViewedAtMs).length,
    unread_mentions: follower.unreadMentions,
    is_following: follower.isFollowing,
    post,
  };
}

/** Threads a person follows, of one team together with direct and group conversations, or all; latest first. */
export function threadsOf(state: ServerState, userId: string, teamId?: string): UserThreadWithPost[] {
  return Object.values(state.threads)
    .filter(({ channelId, followers }) => {
      const channel = state.channels[channelId];
      const isThere = state.members[channelId]?.[userId] !== undefined && channel?.delete_at === 0;
      const isOfTeam = teamId === undefined || channel?.team_id === teamId || channel?.team_id === '';
      return followers[userId]?.isFollowing === true && isThere && isOfTeam;
    })
    .flatMap((thread) => toUserThread(state, thread, userId) ?? [])
    .toSorted((one, other) => other.last_reply_at - one.last_reply_at);
}

/** A person has read a thread up to a time, on whichever device. */
export function readThread(
  world: World,
  userId: string,
  rootId: string,
  atMs?: number,
): UserThreadWithPost | undefined {
  const { state } = world;
  const thread = state.threads[rootId];
  const follower = thread?.followers[userId];
  const before = toUserThread(state, thread, userId);
  if (thread === undefined || follower === undefined || before === undefined) return undefined;
  follower.lastViewedAtMs = atMs ?? nextTimeMs(state);
  follower.unreadMentions = mentionsAfter(state, thread, userId, follower.lastViewedAtMs);
  const after = toUserThread(state, thread, userId);
  tellUser(world, userId, 'thread_read_changed', {
    thread_id: rootId,
    timestamp: follower.lastViewedAtMs,
    channel_id: thread.channelId,
    unread_mentions: after?.unread_mentions ?? 0,
    unread_replies: after?.unread_replies ?? 0,
    previous_unread_mentions: before.unread_mentions,
    previous_unread_replies: before.unread_replies,
  });
  return after;
}

/** A person follows a thread from now on, or no longer. */
export function followThread(world: World, userId: string, root: Post, isFollowing: boolean): void {
  const thread = world.state.threads[root.id];
  if (thread === undefined) return;
  const follower = (thread.followers[userId] ??= newFollower(root));
  follower.isFollowing = isFollowing;
  tellUser(world, userId, 'thread_follow_changed', {
    thread_id: root.id,
    state: isFollowing,
    reply_count: thread.replyIds.length,
  });
}

function mentionsAfter(state: ServerState, thread: ThreadRecord, userId: string, atMs: number): number {
  const channel = state.channels[thread.channelId];
  if (channel === undefined) return 0;
  return thread.replyIds.filter((id) => {
    const reply = state.posts[id];
    return (
      reply !== undefined && reply.create_at > atMs && mentionedIds(state, channel, reply).includes(userId)
    );
  }).length;
}

function newFollower(root: Post): ThreadFollower {
  return { isFollowing: true, lastViewedAtMs: root.create_at, unreadMentions: 0 };
}
