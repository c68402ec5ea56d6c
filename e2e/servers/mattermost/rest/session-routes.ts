import { z } from 'zod';
import { endSessions } from '../acts/people.js';
import { type ApiRoutes, bodyOf, OK, ownUserId } from './context.js';
import { noToken } from './tokens.js';

/** Sessions of the one who asks. */
export const sessionRoutes: ApiRoutes = {
  'POST /users/logout': async ({ step, session, response, subPath }) => {
    await step((world) => endSessions(world, session.userId, (one) => one.id === session.id));
    response.setHeader('Set-Cookie', noToken(subPath));
    return OK;
  },

  'GET /users/:user/sessions': (context) => {
    const userId = ownUserId(context);
    return Object.values(context.state.sessions)
      .filter((session) => session.userId === userId)
      .map((session) => ({ id: session.id, token: '', user_id: userId, create_at: session.createdAtMs }));
  },

  'POST /users/:user/sessions/revoke': async (context) => {
    const userId = ownUserId(context);
    const { session_id: id } = bodyOf(context, z.object({ session_id: z.string() }));
    await context.step((world) => endSessions(world, userId, (one) => one.id === id));
    return OK;
  },
};
