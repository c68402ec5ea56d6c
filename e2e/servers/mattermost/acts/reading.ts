import type { ChannelUnread } from '@mattermost/types/channels';
import { found } from '../errors.js';
import type { ServerState, World } from '../model.js';
import { tellUser } from '../tell.js';
import { collapsesThreads } from './collapsing.js';
import { isCounted } from './counted.js';
import { mentionedIds } from './mentions.js';

import { readThread } from './threads.js';

/**
 * A person has read these channels, on whichever device; gives when each was last written into.
 * @param knowsThreads whether the client asking shows threads; for one that does not, they are read too.
 */
export function viewChannels(
  world: World,
  userId: string,
  channelIds: readonly string[],
  knowsThreads: boolean,
): Record<string, number> {
  const { state } = world;
  const times: Record<string, number> = {};
  const unread: Record<string, number> = {};
  for (const id of channelIds) {
    const channel = found(state.channels[id], 'channel');
    const member = found(state.members[id]?.[userId], 'channel');
    times[id] = channel.last_post_at;
    if (member.msg_count !== channel.total_msg_count || member.mention_count !== 0)
      unread[id] = channel.last_post_at;
    member.last_viewed_at = Math.max(member.last_viewed_at, channel.last_post_at);
    member.msg_count = channel.total_msg_count;
    member.msg_count_root = channel.total_msg_count_root;
    member.mention_count = member.mention_count_root = 0;
    if (knowsThreads && collapsesThreads(state, userId)) continue;
    for (const thread of Object.values(state.threads)) {
      if (thread.channelId === id && thread.followers[userId] !== undefined)
        readThread(world, userId, thread.rootId);
    }
  }
  if (Object.keys(unread).length > 0) tellViewed(world, userId, unread);
  return times;
}

function tellViewed(world: World, userId: string, times: Readonly<Record<string, number>>): void {
  if (majorOf(world.state) >= 9)
    return tellUser(world, userId, 'multiple_channels_viewed', { channel_times: times });
  for (const id of Object.keys(times)) tellUser(world, userId, 'channel_viewed', { channel_id: id });
}

function majorOf(state: ServerState): number {
  return Number.parseInt(state.version, 10);
}

/** A person wants a post, and all after it, to be unread again. */
export function markUnread(
  world: World,
  userId: string,
  postId: string,
): ChannelUnread & { readonly post_id: string } {
  const { state } = world;
  const first = found(state.posts[postId], 'post');
  const channel = found(state.channels[first.channel_id], 'channel');
  const member = found(state.members[channel.id]?.[userId], 'channel');
  const after = (state.order[channel.id] ?? [])
    .map((id) => found(state.posts[id], 'post'))
    .filter((post) => post.create_at >= first.create_at && isCounted(post));
  const mentions = after.filter((post) => mentionedIds(state, channel, post).includes(userId));
  const roots = after.filter((post) => post.root_id === '');
  member.msg_count = channel.total_msg_count - after.length;
  member.msg_count_root = channel.total_msg_count_root - roots.length;
  member.mention_count = mentions.length;
  member.mention_count_root = mentions.filter((post) => post.root_id === '').length;
  member.last_viewed_at = first.create_at - 1;
  const counts = {
    msg_count: member.msg_count,
    msg_count_root: member.msg_count_root,
    mention_count: member.mention_count,
    mention_count_root: member.mention_count_root,
    urgent_mention_count: 0,
    last_viewed_at: member.last_viewed_at,
    post_id: postId,
  };
  world.tell({
    kind: 'event',
    event: 'post_unread',
    data: counts,
    broadcast: { omit_users: {}, user_id: userId, channel_id: channel.id, team_id: channel.team_id },
    to: [userId],
  });
  return {
    ...counts,
    channel_id: channel.id,
    user_id: userId,
    team_id: channel.team_id,
    deltaMsgs: after.length,
  };
}
