import type { FaultAnswer } from '../../lib/faults.js';
import { tooMany } from '../rest/limiter.js';

const TROUBLED_SECONDS = 30;

/** What a Rocket.Chat, or the balancer before it, says by that status. */
export function troubleWords(status: number): FaultAnswer {
  const type = { 'content-type': 'application/json' };
  if (status !== 429) {
    const error = status === 401 ? 'You must be logged in to do this.' : `trouble ${status}`;
    return { status, headers: type, body: JSON.stringify({ success: false, error }) };
  }
  const reset = String(Date.now() + TROUBLED_SECONDS * 1000);
  const limits = { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
  const body = JSON.stringify({ success: false, error: tooMany(TROUBLED_SECONDS) });
  return { status, headers: { ...type, ...limits }, body };
}
