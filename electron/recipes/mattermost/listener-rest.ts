import type { ListenAnswer, ListenPort } from '../listening';
import { askPatiently } from '../listening-asking';
import { parsedJson } from '../raw';

/** Why a question has no answer. */
export class Unanswered extends Error {
  constructor(
    /** The session is over; the server will not, and never will; it cannot be reached, is ill, or was asked too often. */
    readonly kind: 'signed-out' | 'refused' | 'away',
  ) {
    super(kind);
  }
}

/** Asks the server by REST, with the cookies of the page's session. `path` is below `/api/v4`. @throws {@link Unanswered} */
export type Rest = (path: string, value?: unknown) => Promise<unknown>;

const [LEAST_WAIT_MS, LONGEST_WAIT_MS, DOOR_MS] = [1000, 60_000, 3000];

/** Creates it. */
export function createRest(
  base: string,
  cookies: Readonly<Record<string, string>>,
  port: Pick<ListenPort, 'request' | 'after'>,
): Rest {
  const headers = { cookie: toCookie(cookies), 'x-requested-with': 'XMLHttpRequest' };
  return async (path, value) => {
    const more =
      value === undefined
        ? { headers }
        : {
            method: 'POST' as const,
            headers: {
              ...headers,
              'x-csrf-token': cookies['MMCSRF'] ?? '',
              'content-type': 'application/json',
            },
            body: JSON.stringify(value),
          };
    const answer = await askPatiently({ url: `${base}/api/v4${path}`, ...more }, waitOf, port);
    if (answer === undefined) throw new Unanswered('away');
    // A missing CSRF token is answered so too.
    if (answer.status === 401 && value === undefined) throw new Unanswered('signed-out');
    if (answer.status < 200 || answer.status >= 300) throw new Unanswered('refused');
    return parsedJson(answer.text);
  };
}

/** As a browser would send them. */
export const toCookie = (cookies: Readonly<Record<string, string>>): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

function waitOf({ status, headers }: ListenAnswer): number | undefined {
  // What stands before the server wants something of its own first.
  if (headers['www-authenticate'] !== undefined || headers['x-reject-reason'] !== undefined) return DOOR_MS;
  if (status !== 429) return undefined;
  const seconds = Number(headers['retry-after'] ?? headers['x-ratelimit-reset'] ?? 0);
  return Math.min(LONGEST_WAIT_MS, Math.max(LEAST_WAIT_MS, seconds > 0 ? seconds * 1000 : 0));
}
