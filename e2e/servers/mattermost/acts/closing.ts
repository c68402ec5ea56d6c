import type { ServerChannel } from '@mattermost/types/channels';
import type { ServerState, World } from '../model.js';
import { savePreferences } from './people.js';

/** The category and name under which it is kept that somebody wants to see a conversation. */
function placeOf(
  { type, name, id }: ServerChannel,
  userId: string,
): readonly [category: string, name: string] {
  const otherId = name.split('__').find((one) => one !== userId) ?? userId;
  return type === 'D' ? ['direct_channel_show', otherId] : ['group_channel_show', id];
}

/** True when that person took a conversation of two or a few off their list. */
export function isClosed(state: ServerState, userId: string, channel: ServerChannel): boolean {
  return state.users[userId]?.preferences[placeOf(channel, userId).join('--')] === 'false';
}

/** Takes a conversation off a person's list, or puts it back. */
export function setClosed(world: World, userId: string, channel: ServerChannel, is: boolean): void {
  const [category, name] = placeOf(channel, userId);
  savePreferences(world, userId, [{ user_id: userId, category, name, value: String(!is) }]);
}
