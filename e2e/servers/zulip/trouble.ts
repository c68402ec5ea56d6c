import type { FaultAnswer } from '../lib/faults.js';

const TROUBLED_SECONDS = 1;

/** What a Zulip, or the balancer before it, says by that status. */
export function troubleWords(status: number): FaultAnswer {
  if (status >= 502)
    return { status, headers: { 'content-type': 'text/html' }, body: `<h1>${status} from the balancer</h1>` };
  const [code, msg] = WORDS[status] ?? ['BAD_REQUEST', `trouble ${status}`];
  const more = status === 429 ? { 'retry-after': TROUBLED_SECONDS } : {};
  return {
    status,
    headers: {
      'content-type': 'application/json',
      ...(status === 429 ? { 'retry-after': String(TROUBLED_SECONDS) } : {}),
    },
    body: JSON.stringify({ result: 'error', msg, code, ...more }),
  };
}

const WORDS: Readonly<Record<number, readonly [code: string, msg: string]>> = {
  401: ['UNAUTHORIZED', 'Not logged in: API authentication or user session required'],
  403: ['CSRF_FAILED', 'CSRF error: CSRF token missing.'],
  429: ['RATE_LIMIT_HIT', 'API usage exceeded rate limit'],
  500: ['INTERNAL_SERVER_ERROR', 'Internal server error'],
};
