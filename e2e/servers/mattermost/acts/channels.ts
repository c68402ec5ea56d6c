import type { ServerChannel } from '@mattermost/types/channels';
import { ApiError, found } from '../errors.js';
import { directName, groupName } from '../ids.js';
import { nextTimeMs, type ServerState, type World } from '../model.js';
import { addChannel, type NewChannel } from '../seed.js';
import { tellChannel, tellTeam, tellUser } from '../tell.js';
import { systemPost } from './posts.js';

/** Makes a channel of a team, with its maker in it. */
export function createChannel(
  world: World,
  given: NewChannel & { readonly creatorId: string },
): ServerChannel {
  const { state } = world;
  found(state.teams[given.teamId], 'team');
  if (channelByName(state, given.teamId, given.name) !== undefined)
    throw new ApiError(
      400,
      'store.sql_channel.save_channel.exists.app_error',
      'A channel with that name already exists on the same team.',
    );
  nextTimeMs(state);
  const channel = addChannel(state, given, [given.creatorId]);
  tellUser(world, given.creatorId, 'channel_created', { channel_id: channel.id, team_id: channel.team_id });
  return channel;
}

/** The conversation of two; it comes into being when first asked for. */
export function directChannel(world: World, userId: string, otherId: string): ServerChannel {
  const { state } = world;
  found(state.users[otherId], 'user');
  const name = directName(userId, otherId);
  const known = channelByName(state, '', name);
  if (known !== undefined) return known;
  nextTimeMs(state);
  const channel = addChannel(state, { teamId: '', name, displayName: '', type: 'D', creatorId: userId }, [
    userId,
    otherId,
  ]);
  tellChannel(world, channel.id, 'direct_added', { creator_id: userId, teammate_id: otherId });
  return channel;
}

/** The conversation of a few, three to eight; it comes into being when first asked for. */
export function groupChannel(world: World, userIds: readonly string[]): ServerChannel {
  const { state } = world;
  if (userIds.length < 3 || userIds.length > 8)
    throw new ApiError(
      400,
      'api.channel.create_group.bad_size.app_error',
      'Group message channels must contain at least 3 and no more than 8 users.',
    );
  const names = userIds.map((id) => found(state.users[id], 'user').profile.username).toSorted();
  const name = groupName(userIds);
  const known = channelByName(state, '', name);
  if (known !== undefined) return known;
  nextTimeMs(state);
  const displayName = names.join(', ');
  const channel = addChannel(
    state,
    { teamId: '', name, displayName, type: 'G', creatorId: userIds[0] ?? '' },
    userIds,
  );
  tellChannel(world, channel.id, 'group_added', { teammate_ids: JSON.stringify(userIds) });
  return channel;
}

/** What can be changed of a channel; the vendor writes a new display name into it. */
export interface ChannelPatch {
  readonly display_name?: string | undefined;
  readonly name?: string | undefined;
  readonly header?: string | undefined;
  readonly purpose?: string | undefined;
}

/** Changes name, header or purpose of a channel. */
export function patchChannel(
  world: World,
  channelId: string,
  userId: string,
  patch: ChannelPatch,
): ServerChannel {
  const channel = found(world.state.channels[channelId], 'channel');
  const before = channel.display_name;
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  Object.assign(channel, given, { update_at: nextTimeMs(world.state) });
  tellChannel(world, channelId, 'channel_updated', { channel: JSON.stringify(channel) });
  if (before !== channel.display_name) {
    const name = world.state.users[userId]?.profile.username ?? '';
    systemPost(
      world,
      channelId,
      userId,
      'system_displayname_change',
      `${name} updated the channel display name from: ${before} to: ${channel.display_name}`,
    );
  }
  return channel;
}

/** Makes a channel of a team open to all of it, or private. */
export function convertChannel(world: World, channelId: string, type: 'O' | 'P'): ServerChannel {
  const channel = found(world.state.channels[channelId], 'channel');
  channel.type = type;
  channel.update_at = nextTimeMs(world.state);
  tellTeam(world, channel.team_id, 'channel_converted', { channel_id: channelId, channel_type: type });
  return channel;
}

/** Closes a channel: nobody can write into it, and lists leave it out. */
export function archiveChannel(world: World, channelId: string, userId: string): void {
  const channel = found(world.state.channels[channelId], 'channel');
  if (channel.name === 'town-square')
    throw new ApiError(
      400,
      'api.channel.delete_channel.cannot.app_error',
      'Cannot archive the default channel.',
    );
  const name = world.state.users[userId]?.profile.username ?? '';
  systemPost(world, channelId, userId, 'system_channel_deleted', `${name} archived the channel.`);
  channel.delete_at = channel.update_at = nextTimeMs(world.state);
  const data = { channel_id: channelId, delete_at: channel.delete_at };
  if (channel.type === 'O') tellTeam(world, channel.team_id, 'channel_deleted', data);
  else tellChannel(world, channelId, 'channel_deleted', data);
}

/** Opens an archived channel again. */
export function restoreChannel(world: World, channelId: string, userId: string): ServerChannel {
  const channel = found(world.state.channels[channelId], 'channel');
  channel.delete_at = 0;
  channel.update_at = nextTimeMs(world.state);
  if (channel.type === 'O') tellTeam(world, channel.team_id, 'channel_restored', { channel_id: channelId });
  else tellChannel(world, channelId, 'channel_restored', { channel_id: channelId });
  const name = world.state.users[userId]?.profile.username ?? '';
  systemPost(world, channelId, userId, 'system_channel_restored', `${name} unarchived the channel.`);
  return channel;
}

/** The channel of that name in a team, or without one for direct and group conversations. */
export function channelByName(state: ServerState, teamId: string, name: string): ServerChannel | undefined {
  return Object.values(state.channels).find((one) => one.team_id === teamId && one.name === name);
}
