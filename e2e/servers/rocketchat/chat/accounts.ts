import type { Book } from './book.js';
import { toUser } from './book.js';
import { digestOf, newToken } from './ids.js';
import type { Token, User } from './records.js';
import { Refusal } from './refusal.js';

/** What a client signs in with: a token it has, or a name and the SHA-256 of its password. */
export interface SignIn {
  readonly resume?: unknown;
  readonly user?: { readonly username?: unknown; readonly email?: unknown };
  readonly password?: unknown;
}

export interface Accounts {
  /** @throws the refusal of a Rocket.Chat, codes and words as clients look for them. */
  signIn(by: SignIn): Promise<Token>;
  /** The user of a token, or nobody. */
  userOf(uid: string | undefined, token: string | undefined): Promise<User | undefined>;
  /** Ends a session; connections that were opened by it are closed. */
  end(token: string): Promise<void>;
  /** Ends all sessions of a user, as an administrator or a new password does. */
  endAll(uid: string): Promise<void>;
  newTokenFor(uid: string): Promise<Token>;
}

/** How long a login lasts, `Accounts_LoginExpiration` of a fresh server. */
const LOGIN_LASTS_MS = 90 * 86_400_000;

export function createAccounts(book: Book): Accounts {
  const { keeper } = book;
  const keepToken = async (token: Token): Promise<Token> => {
    await keeper.change('tokens', token._id, () => ({ keep: token }));
    return token;
  };
  const newTokenFor = (userId: string): Promise<Token> =>
    keepToken({
      _id: newToken(),
      userId,
      expires: new Date(Date.parse(book.now()) + LOGIN_LASTS_MS).toISOString(),
    });
  const end = async (id: string): Promise<void> => {
    await keeper.change('tokens', id, (known) =>
      known === undefined ? {} : { keep: 'remove', tell: [{ kind: 'token-ended', token: id }] },
    );
  };
  return {
    newTokenFor,
    signIn: async ({ resume, user, password }) => {
      if (resume !== undefined) {
        const token = typeof resume === 'string' ? await keeper.get('tokens', resume) : undefined;
        if (token === undefined)
          throw new Refusal(403, "You've been logged out by the server. Please log in again.");
        if (token.expires < book.now()) throw new Refusal(403, 'Login token expired');
        return token;
      }
      const name = user?.username ?? user?.email;
      const digest = digestIn(password);
      if (typeof name !== 'string' || digest === undefined)
        throw new Refusal(400, 'Unrecognized options for login request');
      const found = await book.userNamed(name);
      if (found === undefined) throw new Refusal(403, 'User not found');
      if (found.digest !== digest) throw new Refusal(403, 'Incorrect password');
      if (!found.active) throw new Refusal('error-user-is-not-activated', 'User is not activated');
      return newTokenFor(found._id);
    },
    userOf: async (uid, token) => {
      if (uid === undefined || token === undefined) return undefined;
      const known = await keeper.get('tokens', token);
      if (known?.userId !== uid || known.expires < book.now()) return undefined;
      return keeper.get('users', uid);
    },
    end,
    endAll: async (uid) => {
      await keeper.tell(toUser(uid, 'force_logout'));
      for (const token of await keeper.all('tokens')) if (token.userId === uid) await end(token._id);
    },
  };
}

/** The password's digest, from any of the shapes clients send. */
function digestIn(password: unknown): string | undefined {
  if (typeof password === 'string') return digestOf(password);
  if (typeof password !== 'object' || password === null) return undefined;
  const { digest, hashed } = password as { digest?: unknown; hashed?: unknown };
  if (typeof digest === 'string') return digest;
  return typeof hashed === 'string' ? hashed : undefined;
}
