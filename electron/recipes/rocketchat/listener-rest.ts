import { own, parsedJson } from '../raw';
import type { ListenAnswer, ListenPort } from '../listening';
import { askPatiently } from '../listening-asking';

/** What came of a question to the server. */
export type RestAnswer =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'signed-out' }
  /** The server will not, or not so, and never will. */
  | { readonly kind: 'refused' }
  /** It cannot be reached, is ill, or was asked too often, and all patience is over. */
  | { readonly kind: 'away' };

/** Whose sign-in it is. */
export interface Login {
  readonly userId: string;
  readonly token: string;
}

/** Asks the server by REST; `path` is below `/api/v1/`. Waits as long as the server wants, never rejects. */
export type Rest = (path: string) => Promise<RestAnswer>;

const [LIMITED_MS, LONGEST_WAIT_MS] = [30_000, 120_000];

/** Creates it. */
export function createRest(
  base: string,
  { userId, token }: Login,
  port: Pick<ListenPort, 'request' | 'after' | 'nowMs'>,
): Rest {
  const headers = { 'x-user-id': userId, 'x-auth-token': token };
  const wait = (answer: ListenAnswer): number | undefined => waitOf(answer, port.nowMs());
  return async (path) => {
    const answer = await askPatiently({ url: `${base}/api/v1/${path}`, headers }, wait, port);
    if (answer === undefined) return { kind: 'away' };
    if (answer.status === 401) return { kind: 'signed-out' };
    const body = answer.status === 200 ? parsedJson(answer.text) : undefined;
    return own(body, 'success') === true ? { kind: 'ok', body } : { kind: 'refused' };
  };
}

/** How long to wait before it is asked again; undefined where this is the answer. */
function waitOf({ status, headers }: ListenAnswer, nowMs: number): number | undefined {
  if (status !== 429) return undefined;
  const resetMs = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  // By the server's own clock.
  const saidMs = Date.parse(headers['date'] ?? '');
  const waitMs = resetMs - (Number.isNaN(saidMs) ? nowMs : saidMs);
  return Number.isNaN(waitMs) ? LIMITED_MS : Math.min(Math.max(waitMs, 0) + 500, LONGEST_WAIT_MS);
}
