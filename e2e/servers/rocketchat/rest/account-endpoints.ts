import type { Chat } from '../chat/chat.js';
import type { User } from '../chat/records.js';
import { meOf, publicUser } from '../chat/views.js';
import { Refusal } from '../chat/refusal.js';
import { isAtLeast } from '../versions.js';
import { type Ask, type Endpoints, OtherAnswer, type ServerFacts } from './endpoint.js';

/** Signing in and out, and who one is. */
export function accountEndpoints(chat: Chat, facts: ServerFacts): Endpoints {
  const { accounts, book } = chat;
  return {
    'POST v1/login': {
      isOpen: true,
      run: async ({ body }) => {
        try {
          const token = await accounts.signIn(signInFrom(body));
          const me = meOf(await book.user(token.userId), facts.siteUrl);
          return { status: 'success', data: { userId: token.userId, authToken: token._id, me } };
        } catch (error) {
          throw error instanceof Refusal ? new OtherAnswer(401, wrongLogin(error, facts)) : error;
        }
      },
    },
    'POST v1/logout': {
      run: async ({ token }) => {
        await accounts.end(token);
        return { status: 'success', data: { message: "You've been logged out!" } };
      },
    },
    'GET v1/me': { run: (_ask, user) => Promise.resolve(meOf(user, facts.siteUrl)) },
    'GET v1/users.info': {
      run: async (ask) => ({ user: publicUser(await userIn(chat, ask)) }),
    },
    'GET v1/users.getStatus': {
      run: async (ask, user) => {
        const {
          _id,
          status,
          statusConnection: connectionStatus,
        } = hasUser(ask) ? await userIn(chat, ask) : user;
        return { _id, status, connectionStatus };
      },
    },
    'GET v1/users.list': {
      run: async () => {
        const users = (await book.keeper.all('users')).map(publicUser);
        return { users, count: users.length, offset: 0, total: users.length };
      },
    },
    'POST v1/users.setStatus': {
      run: async ({ body }, { _id }) => {
        const { status } = body;
        if (status !== 'online' && status !== 'away' && status !== 'busy' && status !== 'offline')
          throw new Refusal(
            'error-invalid-status',
            'Valid status types include online, away, offline, and busy.',
          );
        await chat.setStatus(_id, status);
        return {};
      },
    },
  };
}

function signInFrom(body: Readonly<Record<string, unknown>>) {
  const { user, username, email, password, resume } = body;
  const name = user ?? username ?? email;
  if (resume !== undefined || typeof name !== 'string') return { resume };
  return { user: name.includes('@') ? { email: name } : { username: name }, password };
}

/** Servers before 8 said more, and called it by the error of Meteor. */
function wrongLogin({ code, reason }: Refusal, { version }: ServerFacts) {
  if (isAtLeast(version, '8.0.0')) return { error: 'unauthorized' };
  const isUnknown = reason === 'User not found';
  return {
    status: 'error',
    error: isUnknown ? 'Unauthorized' : code,
    message: isUnknown ? 'Unauthorized' : reason,
  };
}

const hasUser = ({ query }: Ask): boolean => query.has('userId') || query.has('username');

async function userIn({ book }: Chat, { query }: Ask): Promise<User> {
  const found = await book.userNamed(query.get('username') ?? '');
  return found ?? book.user(query.get('userId') ?? '');
}
