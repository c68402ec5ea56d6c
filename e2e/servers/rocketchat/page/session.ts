import type { Setting, User } from '../chat/records.js';
import type { Client } from './client.js';
import type { Login } from './credentials.js';
import type { Ddp } from './ddp.js';

/** Signing in and out, and what is fetched by everybody. */
export interface Session {
  /** For a new connection: settings, and the login that is kept. */
  resume(ddp: Ddp): Promise<void>;
  /** @throws the words to show. */
  signIn(name: string, password: string): Promise<void>;
  signOut(): Promise<void>;
}

export function createSession(client: Client): Session {
  const { credentials, user, settings } = client;
  const begin = async (ddp: Ddp, by: object): Promise<void> => {
    const { id, token, tokenExpires } = (await ddp.call('login', by)) as Login;
    credentials.keep({ id, token, tokenExpires });
    user.set(await fetchMe(client, id, token));
  };
  const forget = () => {
    credentials.forget();
    user.set(undefined);
  };
  return {
    resume: async (ddp) => {
      const all = (await ddp.call('public-settings/get')) as readonly Setting[];
      settings.set(new Map(all.map(({ _id, value }) => [_id, value])));
      const token = takeTokenOfAddress() ?? credentials.token();
      if (token === undefined) return user.set(undefined);
      try {
        await begin(ddp, { resume: token });
      } catch (error) {
        if (isDeadToken(error)) forget();
      }
    },
    signIn: async (name, password) => {
      const digest = await sha256(password);
      const who = name.includes('@') ? { email: name } : { username: name };
      try {
        await begin(client.ddp(), { user: who, password: { digest, algorithm: 'sha-256' } });
      } catch (error) {
        throw new Error('User not found or incorrect password', { cause: error });
      }
    },
    signOut: async () => {
      await client
        .ddp()
        .call('logout')
        .catch(() => undefined);
      forget();
      client.navigate('/home');
    },
  };
}

const DEAD = new Set(['User not found', 'Login token expired', 'You are not allowed to use this token']);

/** A lost connection is no reason to forget a login. */
function isDeadToken(error: unknown): boolean {
  const { error: code, reason = '' } = error as { readonly error?: unknown; readonly reason?: string };
  return code === 401 || code === 403 || DEAD.has(reason);
}

/** `/home?resumeToken=…&userId=…`, taken out of the address (`useLoginViaQuery.ts`). */
function takeTokenOfAddress(): string | undefined {
  const url = new URL(location.href);
  const token = url.searchParams.get('resumeToken');
  if (token === null) return undefined;
  url.searchParams.delete('resumeToken');
  url.searchParams.delete('userId');
  history.replaceState(history.state, '', url);
  return token;
}

async function fetchMe({ config }: Client, id: string, token: string): Promise<Partial<User>> {
  const headers = { 'X-User-Id': id, 'X-Auth-Token': token };
  const response = await fetch(`${config.rootPath}/api/v1/me`, { headers });
  return response.ok ? ((await response.json()) as User) : { _id: id };
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('');
}
