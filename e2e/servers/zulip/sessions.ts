import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { readCookies } from '../lib/router.js';
import type { Organisation, User } from './model.js';

/** Names of the cookies over http; https puts `__Host-` before them. No script may read either. */
const SESSION = 'sessionid';
const CSRF = 'csrftoken';

const SECRET_LENGTH = 32;
/** A browser stays signed in over restarts. */
const STAYS_S = 31_449_600;

export const newSecret = (): string => randomBytes(SECRET_LENGTH / 2).toString('hex');

export const userOfSession = (organisation: Organisation, request: IncomingMessage): User | undefined =>
  organisation.users.get(organisation.sessions.get(readCookies(request).get(SESSION) ?? '') ?? -1);

/** Makes a session; gives the cookies that are it. */
export function newSession({ sessions }: Organisation, userId: number): readonly Cookie[] {
  const session = newSecret();
  sessions.set(session, userId);
  return [
    { name: SESSION, value: session },
    { name: CSRF, value: newSecret() },
  ];
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
}

export const endSession = ({ sessions }: Organisation, request: IncomingMessage): void =>
  void sessions.delete(readCookies(request).get(SESSION) ?? '');

export const toSetCookie = ({ name, value }: Cookie): string =>
  `${name}=${value}; HttpOnly; Max-Age=${STAYS_S}; Path=/; SameSite=Lax`;

/** The secret a browser has, or a new one with the cookie to set. */
export function csrfOf(request: IncomingMessage): { readonly secret: string; readonly fresh?: Cookie } {
  const known = readCookies(request).get(CSRF);
  if (known !== undefined) return { secret: known };
  const secret = newSecret();
  return { secret, fresh: { name: CSRF, value: secret } };
}

/** The secret as pages carry it: behind a mask that is another one each time. */
export const masked = (secret: string): string => newSecret() + secret;

/** True when a request carries the secret of its cookie, in the header or in the form. */
export function isCsrfSafe(request: IncomingMessage, field: string | undefined): boolean {
  const secret = readCookies(request).get(CSRF);
  const header = request.headers['x-csrftoken'];
  const said = typeof header === 'string' ? header : (field ?? '');
  return secret !== undefined && said.endsWith(secret);
}
