import type { ServerChannel } from '@mattermost/types/channels';
import type { TeamUnread } from '@mattermost/types/teams';
import type { UserProfile } from '@mattermost/types/users';
import { threadsOf } from '../acts/threads.js';
import { found } from '../errors.js';
import type { ServerState } from '../model.js';

/** A person as they see themselves. */
export function ownProfile(state: ServerState, userId: string): UserProfile {
  return found(state.users[userId], 'user').profile;
}

/** A person as others see them. */
export function publicProfile({ profile }: ServerState['users'][string]): Omit<UserProfile, 'notify_props'> {
  const { notify_props: _own, ...rest } = profile;
  return rest;
}

/** The channels a person is in: of one team together with direct and group conversations, or of all. */
export function channelsOf(
  state: ServerState,
  userId: string,
  { teamId, isWithArchived }: { readonly teamId?: string; readonly isWithArchived: boolean },
): ServerChannel[] {
  return Object.values(state.channels).filter((channel) => {
    const isOfTeam = teamId === undefined || channel.team_id === teamId || channel.team_id === '';
    const isShown = isWithArchived || channel.delete_at === 0;
    return isOfTeam && isShown && state.members[channel.id]?.[userId] !== undefined;
  });
}

/** What is unread in a team, direct and group conversations left out, muted channels with their mentions only. */
export function teamUnread(state: ServerState, userId: string, teamId: string): TeamUnread {
  const sum = { msg_count: 0, mention_count: 0, msg_count_root: 0, mention_count_root: 0 };
  for (const channel of channelsOf(state, userId, { teamId, isWithArchived: false })) {
    const member = state.members[channel.id]?.[userId];
    if (member === undefined || channel.team_id === '') continue;
    sum.mention_count += member.mention_count;
    sum.mention_count_root += member.mention_count_root;
    if (member.notify_props.mark_unread === 'mention') continue;
    sum.msg_count += channel.total_msg_count - member.msg_count;
    sum.msg_count_root += channel.total_msg_count_root - member.msg_count_root;
  }
  const threads = threadsOf(state, userId, teamId).filter(
    ({ post }) => state.channels[post.channel_id]?.team_id === teamId,
  );
  return {
    team_id: teamId,
    ...sum,
    thread_count: threads.filter((thread) => thread.unread_replies > 0).length,
    thread_mention_count: threads.reduce((count, thread) => count + thread.unread_mentions, 0),
    thread_urgent_mention_count: 0,
  };
}
