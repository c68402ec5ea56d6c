import type { ChannelUnread } from '@mattermost/types/channels';
import { z } from 'zod';
import { joinChannel, leaveChannel, setNotifyProps } from '../acts/membership.js';
import { viewChannels } from '../acts/reading.js';
import { found } from '../errors.js';
import {
  type ApiContext,
  type ApiRoutes,
  bodyOf,
  created,
  OK,
  ownChannel,
  ownUserId,
  pageOf,
} from './context.js';
import { channelsOf } from './views.js';

const level = z.enum(['default', 'all', 'mention', 'none']);
const notifySchema = z
  .object({
    desktop: level,
    email: level,
    push: level,
    desktop_threads: level,
    push_threads: level,
    mark_unread: z.enum(['all', 'mention']),
    desktop_sound: z.enum(['default', 'on', 'off']),
    ignore_channel_mentions: z.enum(['default', 'off', 'on']),
    channel_auto_follow_threads: z.enum(['off', 'on']),
  })
  .partial();
const viewSchema = z.object({
  channel_id: z.string(),
  prev_channel_id: z.string().optional(),
  collapsed_threads_supported: z.boolean().default(false),
});

/** Who is in a channel, how far they have read, how they hear of it. */
export const memberRoutes: ApiRoutes = {
  'GET /users/:user/channels': (context) =>
    channelsOf(context.state, ownUserId(context), { isWithArchived: isWithArchived(context) }),

  'GET /users/:user/teams/:team/channels': (context) =>
    channelsOf(context.state, ownUserId(context), {
      teamId: context.params['team'] ?? '',
      isWithArchived: isWithArchived(context),
    }),

  'GET /users/:user/teams/:team/channels/members': (context) => ownMembers(context, context.params['team']),

  'GET /users/:user/channel_members': (context) => pageOf(context, ownMembers(context)),

  'GET /users/:user/channels/:channel/unread': (context): ChannelUnread => {
    const userId = ownUserId(context);
    const channel = ownChannel(context);
    const member = found(context.state.members[channel.id]?.[userId], 'channel');
    const messages = channel.total_msg_count - member.msg_count;
    return {
      channel_id: channel.id,
      user_id: userId,
      team_id: channel.team_id,
      msg_count: messages,
      msg_count_root: channel.total_msg_count_root - member.msg_count_root,
      mention_count: member.mention_count,
      mention_count_root: member.mention_count_root,
      urgent_mention_count: 0,
      last_viewed_at: member.last_viewed_at,
      deltaMsgs: messages,
    };
  },

  'POST /channels/members/:user/view': async (context) => {
    const userId = ownUserId(context);
    const body = bodyOf(context, viewSchema);
    const ids = body.channel_id === '' ? [] : [body.channel_id];
    const times = await context.step((world) =>
      viewChannels(world, userId, ids, body.collapsed_threads_supported),
    );
    return { ...OK, last_viewed_at_times: times };
  },

  'POST /channels/members/:user/mark_read': async (context) => {
    const userId = ownUserId(context);
    const ids = bodyOf(context, z.array(z.string()));
    return {
      ...OK,
      last_viewed_at_times: await context.step((world) => viewChannels(world, userId, ids, true)),
    };
  },

  'GET /channels/:channel/members': (context) =>
    pageOf(context, Object.values(context.state.members[ownChannel(context).id] ?? {})),

  'GET /channels/:channel/members/:user': (context) => {
    const { params, session, state } = context;
    const userId = params['user'] === 'me' ? session.userId : (params['user'] ?? '');
    return found(state.members[ownChannel(context).id]?.[userId], 'channel');
  },

  'POST /channels/:channel/members': async (context) => {
    const { params, session } = context;
    const { user_id: userId } = bodyOf(context, z.object({ user_id: z.string() }));
    return created(
      context,
      await context.step((world) => joinChannel(world, params['channel'] ?? '', userId, session.userId)),
    );
  },

  'DELETE /channels/:channel/members/:user': async (context) => {
    const channel = ownChannel(context);
    const { params, session } = context;
    const userId = params['user'] === 'me' ? session.userId : (params['user'] ?? '');
    await context.step((world) => leaveChannel(world, channel.id, userId, session.userId));
    return OK;
  },

  'PUT /channels/:channel/members/:user/notify_props': async (context) => {
    const channel = ownChannel(context);
    const userId = ownUserId(context);
    const props = bodyOf(context, notifySchema);
    const given = Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
    await context.step((world) => setNotifyProps(world, userId, channel.id, given));
    return OK;
  },
};

function isWithArchived({ query }: ApiContext): boolean {
  return query.get('include_deleted') === 'true';
}

function ownMembers(context: ApiContext, teamId?: string) {
  const userId = ownUserId(context);
  return channelsOf(context.state, userId, {
    ...(teamId === undefined ? {} : { teamId }),
    isWithArchived: true,
  }).flatMap(({ id }) => context.state.members[id]?.[userId] ?? []);
}
