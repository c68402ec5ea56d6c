import { z } from 'zod';
import { preferencesOf, savePreferences, setStatus, userByName } from '../acts/people.js';
import { found } from '../errors.js';
import { type ApiRoutes, bodyOf, OK, ownUserId, pageOf } from './context.js';
import { ownProfile, publicProfile } from './views.js';

const idsSchema = z.array(z.string());
const statusSchema = z.object({ status: z.enum(['online', 'away', 'dnd', 'offline']) });
const preferencesSchema = z.array(
  z.object({ user_id: z.string(), category: z.string(), name: z.string(), value: z.string() }),
);

/** People, their preferences and whether they are there. */
export const userRoutes: ApiRoutes = {
  'GET /users/me': ({ state, session }) => ownProfile(state, session.userId),

  'GET /users': (context) => pageOf(context, Object.values(context.state.users).map(publicProfile)),

  'POST /users/ids': (context) =>
    bodyOf(context, idsSchema).flatMap((id) => {
      const user = context.state.users[id];
      return user === undefined ? [] : publicProfile(user);
    }),

  'POST /users/usernames': (context) =>
    bodyOf(context, idsSchema).flatMap((name) => {
      const user = userByName(context.state, name);
      return user === undefined ? [] : publicProfile(user);
    }),

  'POST /users/status/ids': (context) =>
    bodyOf(context, idsSchema).flatMap((id) => {
      const user = context.state.users[id];
      return user === undefined ? [] : { user_id: id, status: user.status, manual: false };
    }),

  'GET /users/username/:name': ({ state, params }) =>
    publicProfile(found(userByName(state, params['name'] ?? ''), 'user')),

  'GET /users/:user': ({ state, params }) => publicProfile(found(state.users[params['user'] ?? ''], 'user')),

  'GET /users/:user/status': ({ state, params, session }) => {
    const id = params['user'] === 'me' ? session.userId : (params['user'] ?? '');
    return { user_id: id, status: found(state.users[id], 'user').status, manual: false };
  },

  'PUT /users/:user/status': async (context) => {
    const userId = ownUserId(context);
    const { status } = bodyOf(context, statusSchema);
    await context.step((world) => setStatus(world, userId, status));
    return { user_id: userId, status, manual: true };
  },

  'GET /users/:user/preferences': (context) =>
    preferencesOf(found(context.state.users[ownUserId(context)], 'user')),

  'PUT /users/:user/preferences': async (context) => {
    const userId = ownUserId(context);
    const preferences = bodyOf(context, preferencesSchema);
    await context.step((world) => savePreferences(world, userId, preferences));
    return OK;
  },
};
