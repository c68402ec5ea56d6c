import type { Post, PostType } from '@mattermost/types/posts';
import { ApiError, found, noPermission, notFound } from '../errors.js';
import { newId } from '../ids.js';
import { nextTimeMs, type ServerState, type World } from '../model.js';
import { memberIds, NOBODY_LEFT_OUT, tellChannel } from '../tell.js';
import { collapsesThreads } from './collapsing.js';
import { isCounted } from './counted.js';
import { mentionedIds } from './mentions.js';
import { viewChannels } from './reading.js';
import { recordReply, tellThreadUpdated } from './threads.js';

export interface NewPost {
  readonly userId: string;
  readonly channelId: string;
  readonly message: string;
  readonly rootId?: string;
  readonly type?: PostType;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly pendingPostId?: string;
}

/** Writes into a channel: counts, mentions and threads follow, and everybody in it is told. */
export function createPost(world: World, given: NewPost): Post {
  const { state } = world;
  const channel = found(state.channels[given.channelId], 'channel');
  const root = rootFor(state, given);
  if (state.members[channel.id]?.[given.userId] === undefined) throw noPermission();
  if (channel.delete_at !== 0 && (given.type ?? '') === '')
    throw new ApiError(
      400,
      'api.post.create_post.can_not_post_to_deleted.error',
      'Can not post to deleted channel.',
    );

  const post = newPost(given, nextTimeMs(state));
  state.posts[post.id] = post;
  (state.order[channel.id] ??= []).push(post.id);
  channel.last_post_at = post.create_at;
  if (isCounted(post)) {
    channel.total_msg_count += 1;
    if (root === undefined)
      Object.assign(channel, {
        last_root_post_at: post.create_at,
        total_msg_count_root: channel.total_msg_count_root + 1,
      });
  }

  const mentioned = mentionedIds(state, channel, post);
  for (const id of mentioned) {
    const member = state.members[channel.id]?.[id];
    if (member === undefined) continue;
    member.mention_count += 1;
    if (root === undefined) member.mention_count_root += 1;
  }
  const followers = root === undefined ? [] : recordReply(world, root, post, mentioned);
  if (post.type === '' && !(root !== undefined && collapsesThreads(state, given.userId)))
    viewChannels(world, given.userId, [channel.id], true);
  tellPosted(
    world,
    post,
    mentioned,
    followers.filter((id) => id !== post.user_id),
  );
  if (root !== undefined) tellThreadUpdated(world, root.id, followers, post, mentioned);
  return post;
}

/** Changes the words of a post; nobody's counts change by it. */
export function editPost(world: World, userId: string, postId: string, message: string): Post {
  const post = ownPost(world.state, userId, postId);
  post.message = message;
  post.edit_at = post.update_at = nextTimeMs(world.state);
  tellChannel(world, post.channel_id, 'post_edited', { post: JSON.stringify(post) });
  return post;
}

/** Takes a post away; what was counted stays counted, as the vendor has it. */
export function deletePost(world: World, userId: string, postId: string): void {
  const post = ownPost(world.state, userId, postId);
  post.delete_at = post.update_at = nextTimeMs(world.state);
  tellChannel(world, post.channel_id, 'post_deleted', { post: JSON.stringify(post) });
}

/** A message of the server's own about what somebody did. */
export function systemPost(
  world: World,
  channelId: string,
  userId: string,
  type: PostType,
  message: string,
): Post {
  return createPost(world, { channelId, userId, type, message });
}

function tellPosted(
  world: World,
  post: Post,
  mentioned: readonly string[],
  followers: readonly string[],
): void {
  const { state, tell } = world;
  const channel = found(state.channels[post.channel_id], 'channel');
  tell({
    kind: 'event',
    event: 'posted',
    data: {
      channel_type: channel.type,
      channel_display_name: channel.type === 'D' ? `@${nameOf(state, post.user_id)}` : channel.display_name,
      channel_name: channel.name,
      sender_name: `@${nameOf(state, post.user_id)}`,
      team_id: channel.team_id,
      set_online: true,
      post: JSON.stringify(post),
    },
    broadcast: { ...NOBODY_LEFT_OUT, channel_id: channel.id },
    to: memberIds(state, channel.id),
    mentionedIds: mentioned,
    followerIds: followers,
  });
}

function rootFor(state: ServerState, { rootId, channelId }: NewPost): Post | undefined {
  if (rootId === undefined || rootId === '') return undefined;
  const root = state.posts[rootId];
  if (root === undefined || root.root_id !== '' || root.delete_at !== 0)
    throw new ApiError(400, 'api.post.create_post.root_id.app_error', 'Invalid RootId parameter.');
  if (root.channel_id !== channelId)
    throw new ApiError(
      400,
      'api.post.create_post.channel_root_id.app_error',
      'Invalid ChannelId for RootId parameter.',
    );
  return root;
}

/** A post that is there and not deleted. */
export function livingPost(state: ServerState, postId: string): Post {
  const post = found(state.posts[postId], 'post');
  if (post.delete_at !== 0) throw notFound('app.post.get.app_error', 'Unable to get the post.');
  return post;
}

function ownPost(state: ServerState, userId: string, postId: string): Post {
  const post = livingPost(state, postId);
  if (post.user_id !== userId) throw noPermission();
  return post;
}

function newPost(given: NewPost, atMs: number): Post {
  return {
    id: newId(),
    create_at: atMs,
    update_at: atMs,
    edit_at: 0,
    delete_at: 0,
    is_pinned: false,
    user_id: given.userId,
    channel_id: given.channelId,
    root_id: given.rootId ?? '',
    original_id: '',
    message: given.message,
    type: given.type ?? '',
    props: { ...given.props },
    hashtags: '',
    pending_post_id: given.pendingPostId ?? '',
    reply_count: 0,
    metadata: { embeds: [], emojis: [], files: [], images: {} },
  };
}

function nameOf(state: ServerState, userId: string): string {
  return state.users[userId]?.profile.username ?? '';
}
