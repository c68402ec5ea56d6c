import type { FaultAnswer } from '../lib/faults.js';

/** How the server, or the balancer before it, answers by a status. */
export function troubleWords(status: number): FaultAnswer {
  const words = answers[status] ?? { errcode: 'M_UNKNOWN', error: 'Internal server error' };
  if (status === 502 || status === 504) return { status, body: '<html><h1>Bad Gateway</h1></html>' };
  return {
    status,
    headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
    body: JSON.stringify(words),
  };
}

const answers: Readonly<Record<number, object>> = {
  401: { errcode: 'M_UNKNOWN_TOKEN', error: 'Invalid access token passed.', soft_logout: false },
  403: { errcode: 'M_FORBIDDEN', error: 'You are not allowed to do that' },
  429: { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms: 200 },
};
