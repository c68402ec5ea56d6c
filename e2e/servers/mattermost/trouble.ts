import type { FaultAnswer } from '../lib/faults.js';

const TROUBLED_SECONDS = 30;

/** What a Mattermost, or the balancer before it, says by that status. */
export function troubleWords(status: number): FaultAnswer {
  if (status === 429) {
    const seconds = String(TROUBLED_SECONDS);
    // The vendor's own limiter speaks plain text.
    return {
      status,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'retry-after': seconds,
        'x-ratelimit-limit': '101',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': seconds,
      },
      body: 'limit exceeded\n',
    };
  }
  if (status >= 502)
    return { status, headers: { 'content-type': 'text/html' }, body: `<h1>${status} from the balancer</h1>` };
  const [id, message] = WORDS[status] ?? ['api.context.unknown.app_error', `trouble ${status}`];
  const body = { id, message, detailed_error: '', request_id: '', status_code: status };
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

const WORDS: Readonly<Record<number, readonly [id: string, message: string]>> = {
  401: ['api.context.session_expired.app_error', 'Invalid or expired session, please login again.'],
  403: ['api.context.permissions.app_error', 'You do not have the appropriate permissions.'],
  500: ['api.context.internal.app_error', 'An error occurred.'],
};

/** What may stand before a server and ask for something first. */
export const doors = {
  /** A proxy that wants a name and password. */
  basicAuth: { status: 401, headers: { 'www-authenticate': 'Basic realm="proxy"' } },
  /** A proxy that wants the secret of the server in a header. */
  preAuth: { status: 403, headers: { 'x-reject-reason': 'pre-auth' } },
} as const satisfies Readonly<Record<string, FaultAnswer>>;
