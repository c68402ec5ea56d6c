import type { IncomingMessage } from 'node:http';
import { readCookies } from '../../lib/router.js';
import type { Session } from '../model.js';

/** How a request says who asks. */
export interface GivenToken {
  readonly token: string;
  readonly isCookie: boolean;
}

/** The token of a request: in its header, else in its cookie. */
export function tokenOf(request: IncomingMessage): GivenToken | undefined {
  const [scheme = '', token] = (request.headers.authorization ?? '').split(' ');
  if (/^(bearer|token)$/i.test(scheme) && token) return { token, isCookie: false };
  const cookie = readCookies(request).get('MMAUTHTOKEN');
  return cookie ? { token: cookie, isCookie: true } : undefined;
}

const MAX_AGE_SECONDS = 720 * 3600;

/** The three cookies of a session, for the server's own path; page scripts may read all but the token. */
export function sessionCookies(
  { token, userId, csrf }: Session,
  isSecure: boolean,
  subPath: string,
): string[] {
  const rest = `; Path=${subPath || '/'}; Max-Age=${MAX_AGE_SECONDS}${isSecure ? '; Secure' : ''}`;
  return [`MMAUTHTOKEN=${token}${rest}; HttpOnly`, `MMUSERID=${userId}${rest}`, `MMCSRF=${csrf}${rest}`];
}

/** What takes the token away again; the other two are for the page to drop. */
export const noToken = (subPath: string): string =>
  `MMAUTHTOKEN=; Path=${subPath || '/'}; Max-Age=0; HttpOnly`;
