import type { OrderedChannelCategories } from '@mattermost/types/channel_categories';
import { channelByName } from '../acts/channels.js';
import { categoriesOf } from '../acts/favourites.js';
import { found, noPermission } from '../errors.js';
import type { ServerState } from '../model.js';
import { type ApiContext, type ApiRoutes, ownUserId, pageOf } from './context.js';
import { teamUnread } from './views.js';

/** Teams and what is in them. */
export const teamRoutes: ApiRoutes = {
  'GET /users/:user/teams': (context) => teamsOf(context.state, ownUserId(context)).map(({ team }) => team),

  'GET /users/:user/teams/members': (context) => {
    const userId = ownUserId(context);
    return teamsOf(context.state, userId).map(({ team }) =>
      Object.assign(teamUnread(context.state, userId, team.id), {
        user_id: userId,
        roles: 'team_user',
        delete_at: 0,
        scheme_admin: false,
        scheme_guest: false,
        scheme_user: true,
      }),
    );
  },

  'GET /users/:user/teams/unread': (context) => {
    const userId = ownUserId(context);
    return teamsOf(context.state, userId).map(({ team }) => teamUnread(context.state, userId, team.id));
  },

  'GET /users/:user/teams/:team/unread': (context) =>
    teamUnread(context.state, ownUserId(context), ownTeam(context).team.id),

  'GET /users/:user/teams/:team/channels/categories': (context): OrderedChannelCategories => {
    const categories = categoriesOf(context.state, ownUserId(context), ownTeam(context).team.id);
    return { categories, order: categories.map(({ id }) => id) };
  },

  'GET /teams/:team': (context) => ownTeam(context).team,

  'GET /teams/name/:name': ({ state, params, session }) => {
    const team = Object.values(state.teams).find((one) => one.team.name === params['name']);
    if (!found(team, 'team').memberIds.includes(session.userId)) throw noPermission();
    return team?.team;
  },

  'GET /teams/:team/channels': (context) => {
    const { team } = ownTeam(context);
    const open = Object.values(context.state.channels).filter(
      (one) => one.team_id === team.id && one.type === 'O' && one.delete_at === 0,
    );
    return pageOf(context, open);
  },

  'GET /teams/:team/channels/name/:name': (context) => {
    const { state, params, session, query } = context;
    const name = params['name'] ?? '';
    const channel = found(
      channelByName(state, ownTeam(context).team.id, name) ?? channelByName(state, '', name),
      'channel',
    );
    if (channel.delete_at !== 0 && query.get('include_deleted') !== 'true')
      return found(undefined, 'channel');
    const isIn = state.members[channel.id]?.[session.userId] !== undefined;
    if (channel.type !== 'O' && !isIn) return found(undefined, 'channel');
    return channel;
  },
};

function teamsOf(state: ServerState, userId: string) {
  return Object.values(state.teams).filter(({ memberIds }) => memberIds.includes(userId));
}

function ownTeam({ state, params, session }: ApiContext) {
  const team = found(state.teams[params['team'] ?? ''], 'team');
  if (!team.memberIds.includes(session.userId)) throw noPermission();
  return team;
}
