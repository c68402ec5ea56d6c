import { encodedPart, own, parsedJson } from '../raw';
import type { ListenPort, ListenStart } from '../listening';
import type { Said } from './raw';

export interface AskPort extends Pick<ListenPort, 'request'> {}

/** An answer of Zulip's own, or what else came. */
export interface Answered {
  readonly status: number;
  readonly body: Said;
  /** What stands before a Zulip, or is none, answers otherwise. */
  readonly isOwn: boolean;
}

/** Asks as the page's session does. Rejects where nothing came back. */
export type Ask = (
  method: 'GET' | 'POST',
  path: string,
  params: Said,
  timeoutMs?: number,
) => Promise<Answered>;

/** Names of the cookies of a session; over https with `__Host-` before them. */
const SESSION = ['__Host-sessionid', 'sessionid'];
const CSRF = ['__Host-csrftoken', 'csrftoken'];

/** Creates it; undefined where the credentials are of no session. */
export function createAsk(
  { credentials: { cookies } }: Pick<ListenStart, 'credentials'>,
  origin: string,
  { request }: AskPort,
): Ask | undefined {
  const pick = (names: readonly string[]): string | undefined => names.find((name) => cookies[name]);
  const session = pick(SESSION);
  const csrf = pick(CSRF);
  if (session === undefined) return undefined;
  const sent = [session, ...(csrf === undefined ? [] : [csrf])];
  const base = {
    accept: 'application/json',
    cookie: sent.map((name) => `${name}=${cookies[name]}`).join('; '),
  };
  // Over https the server wants to know where it was asked from, as browsers say.
  const more = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-csrftoken': csrf === undefined ? '' : (cookies[csrf] ?? ''),
    origin,
    referer: `${origin}/`,
  };
  return async (method, path, params, timeoutMs) => {
    const isGet = method === 'GET';
    const form = toForm(params);
    const { status, text } = await request({
      url: `${origin}${path}${isGet ? `?${form}` : ''}`,
      method,
      headers: isGet ? base : { ...base, ...more },
      ...(isGet ? {} : { body: form }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const said = parsedJson(text);
    const result = own(said, 'result');
    const body = typeof said === 'object' && said !== null ? (said as Said) : {};
    return { status, body, isOwn: result === 'success' || result === 'error' };
  };
}

const toForm = (params: Said): string =>
  Object.entries(params)
    .map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return `${encodedPart(name)}=${encodedPart(text)}`;
    })
    .join('&');
