import type { ChannelCategory, ChannelCategoryType } from '@mattermost/types/channel_categories';
import { idOf } from '../ids.js';
import type { ServerState, World } from '../model.js';
import { channelsOf } from '../rest/views.js';
import { tellUser } from '../tell.js';
import { savePreferences } from './people.js';

const CATEGORY = 'favorite_channel';

/** True when that person keeps the channel at the top of their list. */
export function isFavourite(state: ServerState, userId: string, channelId: string): boolean {
  return state.users[userId]?.preferences[`${CATEGORY}--${channelId}`] === 'true';
}

/** Keeps a channel at the top of a person's list, or no longer; told as a preference and as a category. */
export function setFavourite(world: World, userId: string, channelId: string, is: boolean): void {
  const value = String(is);
  savePreferences(world, userId, [{ user_id: userId, category: CATEGORY, name: channelId, value }]);
  for (const { team, memberIds } of Object.values(world.state.teams)) {
    if (!memberIds.includes(userId)) continue;
    tellUser(world, userId, 'sidebar_category_updated', {
      updatedCategories: JSON.stringify(categoriesOf(world.state, userId, team.id)),
    });
  }
}

/** How a person's list is parted in a team: favourites, channels, conversations of two or a few. */
export function categoriesOf(state: ServerState, userId: string, teamId: string): ChannelCategory[] {
  const channels = channelsOf(state, userId, { teamId, isWithArchived: false });
  const typeOf = (channel: (typeof channels)[number]): ChannelCategoryType => {
    if (isFavourite(state, userId, channel.id)) return 'favorites';
    return channel.team_id === '' ? 'direct_messages' : 'channels';
  };
  return CATEGORIES.map(([type, name]) => ({
    id: idOf('category', userId, teamId, type),
    user_id: userId,
    team_id: teamId,
    type,
    display_name: name,
    sorting: '' as ChannelCategory['sorting'],
    channel_ids: channels.filter((one) => typeOf(one) === type).map(({ id }) => id),
    muted: false,
    collapsed: false,
  }));
}

const CATEGORIES = [
  ['favorites', 'Favorites'],
  ['channels', 'Channels'],
  ['direct_messages', 'Direct Messages'],
] as const;
