import type { UserThreadList } from '@mattermost/types/threads';
import { livingPost } from '../acts/posts.js';
import { followThread, readThread, threadsOf, toUserThread } from '../acts/threads.js';
import { found } from '../errors.js';
import { type ApiContext, type ApiRoutes, OK, ownUserId } from './context.js';

const ROOT = '/users/:user/teams/:team/threads';

/** Threads as those see them who have replies collapsed. */
export const threadRoutes: ApiRoutes = {
  [`GET ${ROOT}`]: (context): UserThreadList => {
    const { query } = context;
    const all = ownThreads(context);
    const asked = query.get('unread') === 'true' ? all.filter((one) => one.unread_replies > 0) : all;
    const size = Number(query.get('per_page') ?? query.get('pageSize') ?? 60);
    return {
      total: all.length,
      total_unread_threads: all.filter((thread) => thread.unread_replies > 0).length,
      total_unread_mentions: all.reduce((count, thread) => count + thread.unread_mentions, 0),
      total_unread_urgent_mentions: 0,
      threads: query.get('totalsOnly') === 'true' ? [] : asked.slice(0, size),
    };
  },

  [`PUT ${ROOT}/read`]: async (context) => {
    const userId = ownUserId(context);
    const ids = ownThreads(context).map((thread) => thread.id);
    await context.step((world) => ids.forEach((id) => readThread(world, userId, id)));
    return OK;
  },

  [`GET ${ROOT}/:thread`]: (context) => {
    const thread = context.state.threads[context.params['thread'] ?? ''];
    return found(toUserThread(context.state, thread, ownUserId(context)), 'thread');
  },

  [`PUT ${ROOT}/:thread/read/:time`]: async (context) => {
    const userId = ownUserId(context);
    const { thread = '', time } = context.params;
    return found(await context.step((world) => readThread(world, userId, thread, Number(time))), 'thread');
  },

  [`PUT ${ROOT}/:thread/following`]: (context) => follow(context, true),
  [`DELETE ${ROOT}/:thread/following`]: (context) => follow(context, false),
};

function ownThreads(context: ApiContext) {
  const { state, params, query } = context;
  const teamId = params['team'] ?? '';
  const threads = threadsOf(state, ownUserId(context), teamId);
  if (query.get('excludeDirect') !== 'true') return threads;
  return threads.filter(({ post }) => state.channels[post.channel_id]?.team_id === teamId);
}

async function follow(context: ApiContext, isFollowing: boolean) {
  const userId = ownUserId(context);
  const root = livingPost(context.state, context.params['thread'] ?? '');
  await context.step((world) => followThread(world, userId, root, isFollowing));
  return OK;
}
