import type { ChannelMembership, ServerChannel } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';
import { base } from './base.js';
import { isDesktopApp, sendNotification } from './desktop.js';
import { isMuted, type Store } from './store.js';
import { plainText } from './plain-text.js';

/** What came with a message. */
export interface PostedData {
  readonly channel_type: string;
  readonly channel_display_name: string;
  readonly sender_name: string;
  readonly team_id: string;
  readonly mentions?: string;
  readonly followers?: string;
  readonly image?: boolean;
  readonly otherFile?: boolean;
}

/** How long a notification of the page's own stays. */
const SHOWN_MS = 5000;

/** Notifies of a message, if the person wants that; gives what came of it, with the reason. */
export async function notifyOf(store: Store, post: Post, data: PostedData, push: (path: string) => void) {
  const channel = store.channels.get(post.channel_id);
  const member = store.members.get(post.channel_id);
  if (channel === undefined || member === undefined) return { status: 'error', reason: 'no_member' };
  const isReply = store.isCollapsing && post.root_id !== '';
  const reason = whyNot(store, post, data, channel, member, isReply);
  if (reason !== undefined) return { status: 'not_sent', reason };
  const title = titleOf(channel, data, isReply);
  const body = `@${senderOf(store, post, data)}${wordsOf(post, data)}`;
  const url = urlOf(store, post, channel, isReply);
  const isSilent = !hasSound(store, member);
  if (isDesktopApp()) return sendNotification(title, body, channel.id, data.team_id, url, isSilent, 'Bing');
  return showNotification(title, body, { isSilent, isKept: false }, () => push(url));
}

/** Makes a notification of the page's own; its tag is its text, as the vendor has it. */
export async function showNotification(
  title: string,
  body: string,
  { isSilent, isKept }: { readonly isSilent: boolean; readonly isKept: boolean },
  onClick: () => void,
) {
  if (Notification.permission !== 'granted' && (await Notification.requestPermission()) !== 'granted')
    return { status: 'not_sent', reason: 'notifications_permission_denied' };
  const icon = `${base}/static/images/icon50x50.png`;
  const shown = new Notification(title, {
    body,
    tag: body,
    icon,
    requireInteraction: isKept,
    silent: isSilent,
  });
  shown.addEventListener('click', () => {
    window.focus();
    onClick();
  });
  if (!isKept) setTimeout(() => shown.close(), SHOWN_MS);
  return { status: 'success' };
}

function whyNot(
  store: Store,
  post: Post,
  data: PostedData,
  channel: ServerChannel,
  member: ChannelMembership,
  isReply: boolean,
) {
  const myId = store.me?.id ?? '';
  if (post.user_id === myId) return 'own_post';
  if (post.type !== '') return 'system_message';
  if (isMuted(member)) return 'channel_muted';
  if (store.status === 'dnd') return 'user_status';
  const followers = idsIn(data.followers);
  const mentioned = [...idsIn(data.mentions), ...followers];
  const level = levelOf(store, channel, member);
  if (level === 'none') return 'notify_level_none';
  if (channel.type === 'G' && level === 'mention') {
    if (!post.message.includes(`@${store.me?.username ?? ''}`)) return 'not_explicitly_mentioned';
  } else if (level === 'mention' && !mentioned.includes(myId) && channel.type !== 'D') return 'not_mentioned';
  else if (isReply && level === 'all' && !followers.includes(myId)) return 'not_following_thread';
  if (!store.isFocused) return undefined;
  if (isReply) return store.threadId === post.root_id ? 'thread_is_open' : undefined;
  return store.channelId === channel.id ? 'channel_is_open' : undefined;
}

/** In a conversation of a few, what is left to the person's own setting is `all` where that says `mention`. */
function levelOf(
  store: Store,
  channel: ServerChannel,
  { notify_props: { desktop = 'default' } }: ChannelMembership,
) {
  const own = store.me?.notify_props.desktop ?? 'all';
  if (desktop !== 'default') return desktop;
  return channel.type === 'G' && own === 'mention' ? 'all' : own;
}

function titleOf(channel: ServerChannel, data: PostedData, isReply: boolean): string {
  const name = channel.type === 'D' ? 'Direct Message' : channel.display_name || data.channel_display_name;
  return isReply ? `Reply in ${name}` : name;
}

function senderOf(store: Store, post: Post, data: PostedData): string {
  return store.users.get(post.user_id)?.username ?? (data.sender_name || 'Someone');
}

function wordsOf(post: Post, { image, otherFile }: PostedData): string {
  const text = plainText(post.message);
  if (text !== '') return `: ${text}`;
  if (image) return ' uploaded an image';
  return otherFile ? ' uploaded a file' : ' posted a message';
}

/** Conversations of two or a few are of no team: the one on screen lends its name. */
function urlOf(store: Store, post: Post, channel: ServerChannel, isReply: boolean): string {
  const team = store.teams.get(channel.team_id) ?? store.teams.get(store.teamId);
  return `/${team?.name ?? ''}/${isReply ? `pl/${post.id}` : `channels/${channel.name}`}`;
}

function hasSound(
  store: Store,
  { notify_props: { desktop_sound: sound = 'default' } }: ChannelMembership,
): boolean {
  return sound === 'default' ? store.me?.notify_props.desktop_sound !== 'false' : sound === 'on';
}

function idsIn(json: string | undefined): readonly string[] {
  return json === undefined ? [] : (JSON.parse(json) as string[]);
}
