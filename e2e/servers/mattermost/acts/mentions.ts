import type { ServerChannel } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';
import type { ServerState } from '../model.js';
import { memberIds } from '../tell.js';

/** Who is mentioned by a post, its author left out: in direct and group conversations all others. */
export function mentionedIds(state: ServerState, channel: ServerChannel, post: Post): string[] {
  const others = memberIds(state, channel.id).filter((id) => id !== post.user_id);
  if (post.type !== '') return [];
  if (channel.type === 'D' || channel.type === 'G') return others;
  return others.filter((id) => isMentioned(state, channel, post.message, id));
}

function isMentioned(state: ServerState, channel: ServerChannel, message: string, userId: string): boolean {
  const user = state.users[userId];
  if (user === undefined) return false;
  const keys = user.profile.notify_props.mention_keys.split(',').filter((key) => key !== '');
  if (hasWord(message, `@${user.profile.username}`) || keys.some((key) => hasWord(message, key))) return true;
  if (!takesGroupMentions(state, channel, userId)) return false;
  if (hasWord(message, '@here')) return user.status === 'online';
  return hasWord(message, '@all') || hasWord(message, '@channel');
}

/** A muted channel ignores @channel and @all, unless the person wants them there in so many words. */
function takesGroupMentions(state: ServerState, channel: ServerChannel, userId: string): boolean {
  const props = state.members[channel.id]?.[userId]?.notify_props;
  if (state.users[userId]?.profile.notify_props.channel !== 'true') return false;
  if (props?.ignore_channel_mentions === 'on') return false;
  return props?.ignore_channel_mentions === 'off' || props?.mark_unread !== 'mention';
}

function hasWord(text: string, word: string): boolean {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(^|[^\w@])${escaped}(?![\w-])`, 'i').test(text);
}
