import type { ChannelMembership, ChannelNotifyProps, ServerChannel } from '@mattermost/types/channels';
import { ApiError, found, noPermission } from '../errors.js';
import { nextTimeMs, type World } from '../model.js';
import { addMember } from '../seed.js';
import { memberIds, NOBODY_LEFT_OUT, tellChannel, tellUser } from '../tell.js';
import { systemPost } from './posts.js';

/** Changes how a person hears of a channel; mute is `mark_unread: mention`. */
export function setNotifyProps(
  world: World,
  userId: string,
  channelId: string,
  props: Partial<ChannelNotifyProps>,
): ChannelMembership {
  const member = found(world.state.members[channelId]?.[userId], 'channel');
  Object.assign(member.notify_props, props);
  member.last_update_at = nextTimeMs(world.state);
  tellUser(world, userId, 'channel_member_updated', { channelMember: JSON.stringify(member) });
  return member;
}

/** Puts a person into a channel, by themselves or by somebody who is in it. */
export function joinChannel(
  world: World,
  channelId: string,
  userId: string,
  byId: string,
): ChannelMembership {
  const { state } = world;
  const channel = found(state.channels[channelId], 'channel');
  const user = found(state.users[userId], 'user');
  const known = state.members[channelId]?.[userId];
  if (known !== undefined) return known;
  if (!state.teams[channel.team_id]?.memberIds.includes(userId)) throw noPermission();
  if (channel.type !== 'O' && state.members[channelId]?.[byId] === undefined) throw noPermission();
  const member = addMember(state, channel, userId);
  tellChannel(world, channelId, 'user_added', { user_id: userId, team_id: channel.team_id });
  const name = user.profile.username;
  if (userId === byId)
    systemPost(world, channelId, userId, 'system_join_channel', `${name} joined the channel.`);
  else systemPost(world, channelId, byId, 'system_add_to_channel', `${name} added to the channel.`);
  return member;
}

/** Takes a person out of a channel, by themselves or by somebody else. */
export function leaveChannel(world: World, channelId: string, userId: string, byId: string): void {
  const { state } = world;
  const channel = found(state.channels[channelId], 'channel');
  found(state.members[channelId]?.[userId], 'channel');
  if (isFixed(channel))
    throw new ApiError(
      400,
      'api.channel.remove.default.app_error',
      'Cannot remove user from the default channel.',
    );
  const name = state.users[userId]?.profile.username ?? '';
  if (userId === byId)
    systemPost(world, channelId, userId, 'system_leave_channel', `${name} left the channel.`);
  else
    systemPost(world, channelId, byId, 'system_remove_from_channel', `${name} was removed from the channel.`);
  const { [userId]: _left, ...others } = state.members[channelId] ?? {};
  state.members[channelId] = others;
  tellUser(world, userId, 'user_removed', { channel_id: channelId, remover_id: byId });
  world.tell({
    kind: 'event',
    event: 'user_removed',
    data: { user_id: userId, remover_id: byId },
    broadcast: { ...NOBODY_LEFT_OUT, channel_id: channelId },
    to: memberIds(state, channelId),
  });
}

function isFixed({ name, type }: ServerChannel): boolean {
  return name === 'town-square' || type === 'D' || type === 'G';
}
