import type { Post, PostList } from '@mattermost/types/posts';
import { z } from 'zod';
import { createPost, deletePost, editPost, livingPost } from '../acts/posts.js';
import { markUnread } from '../acts/reading.js';
import { noPermission } from '../errors.js';
import type { ServerState } from '../model.js';
import { type ApiContext, type ApiRoutes, bodyOf, created, OK, ownChannel, ownUserId } from './context.js';

const postSchema = z.object({
  channel_id: z.string(),
  message: z.string(),
  root_id: z.string().default(''),
  pending_post_id: z.string().default(''),
  props: z.record(z.string(), z.unknown()).nullish(),
});

/** What is said. */
export const postRoutes: ApiRoutes = {
  'POST /posts': async (context) => {
    const body = bodyOf(context, postSchema);
    const post = await context.step((world) =>
      createPost(world, {
        userId: context.session.userId,
        channelId: body.channel_id,
        message: body.message,
        rootId: body.root_id,
        pendingPostId: body.pending_post_id,
        props: body.props ?? {},
      }),
    );
    return created(context, post);
  },

  'GET /posts/:post': (context) => seenPost(context),

  'GET /posts/:post/thread': (context) => {
    const post = seenPost(context);
    const rootId = post.root_id === '' ? post.id : post.root_id;
    const replies = context.state.threads[rootId]?.replyIds ?? [];
    return listOf(context.state, [rootId, ...replies].toReversed());
  },

  'PUT /posts/:post/patch': async (context) => {
    const { message } = bodyOf(context, z.object({ message: z.string() }));
    const postId = context.params['post'] ?? '';
    return context.step((world) => editPost(world, context.session.userId, postId, message));
  },

  'DELETE /posts/:post': async (context) => {
    const postId = context.params['post'] ?? '';
    await context.step((world) => deletePost(world, context.session.userId, postId));
    return OK;
  },

  'GET /channels/:channel/posts': (context) => {
    const { id } = ownChannel(context);
    const size = Number(context.query.get('per_page') ?? 60);
    const start = Number(context.query.get('page') ?? 0) * size;
    const isCollapsed = context.query.get('collapsedThreads') === 'true';
    const since = context.query.get('since');
    // All that was written or changed since; what was taken away is among it.
    if (since !== null) {
      const all = (context.state.order[id] ?? []).toReversed();
      const changed = all.filter((postId) => (context.state.posts[postId]?.update_at ?? 0) > Number(since));
      return listOf(context.state, changed.slice(0, 1000), true);
    }
    const newestFirst = (context.state.order[id] ?? []).toReversed().filter((postId) => {
      const post = context.state.posts[postId];
      return post?.delete_at === 0 && !(isCollapsed && post.root_id !== '');
    });
    return listOf(context.state, newestFirst.slice(start, start + size));
  },

  'POST /users/:user/posts/:post/set_unread': async (context) => {
    const userId = ownUserId(context);
    const post = seenPost(context);
    return context.step((world) => markUnread(world, userId, post.id));
  },
};

function seenPost({ state, params, session }: ApiContext): Post {
  const post = livingPost(state, params['post'] ?? '');
  if (state.members[post.channel_id]?.[session.userId] === undefined) throw noPermission();
  return post;
}

function listOf(state: ServerState, ids: readonly string[], isWithDeleted = false): PostList {
  const posts = ids
    .flatMap((id) => state.posts[id] ?? [])
    .filter((post) => isWithDeleted || post.delete_at === 0);
  return {
    order: posts.map((post) => post.id),
    posts: Object.fromEntries(posts.map((post) => [post.id, post])),
    next_post_id: '',
    prev_post_id: '',
    first_inaccessible_post_time: 0,
  };
}
