import { own, parsedJson } from '../raw';
import type { ListenAnswer, ListenPort } from '../listening';

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

/** Asks the server by REST; `path` is below `/api/v1/`. Waits as long as the server wants, tries some times, never rejects. */
export type Rest = (path: string) => Promise<RestAnswer>;

const [RETRY_MS, LIMITED_MS, LONGEST_WAIT_MS] = [3000, 30_000, 120_000];
const TRIES = 5;

/** Creates it. */
export function createRest(
  base: string,
  { userId, token }: Login,
  port: Pick<ListenPort, 'request' | 'after' | 'nowMs'>,
): Rest {
  const headers = { 'x-user-id': userId, 'x-auth-token': token };
  const pause = (ms: number): Promise<void> => new Promise((resolve) => void port.after(ms, () => resolve()));
  const ask = async (path: string, tries = TRIES): Promise<RestAnswer> => {
    const answer = await port.request({ url: `${base}/api/v1/${path}`, headers }).catch(() => undefined);
    const waitMs = answer === undefined ? RETRY_MS : waitOf(answer, port.nowMs());
    if (answer === undefined || waitMs !== undefined) {
      if (tries <= 1) return { kind: 'away' };
      await pause(waitMs ?? RETRY_MS);
      return ask(path, tries - 1);
    }
    if (answer.status === 401) return { kind: 'signed-out' };
    const body = answer.status === 200 ? parsedJson(answer.text) : undefined;
    return own(body, 'success') === true ? { kind: 'ok', body } : { kind: 'refused' };
  };
  return (path) => ask(path);
}

/** How long to wait before it is asked again; undefined where this is the answer. */
function waitOf({ status, headers }: ListenAnswer, nowMs: number): number | undefined {
  if (status >= 500) return RETRY_MS;
  if (status !== 429) return undefined;
  const resetMs = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  // By the server's own clock.
  const saidMs = Date.parse(headers['date'] ?? '');
  const waitMs = resetMs - (Number.isNaN(saidMs) ? nowMs : saidMs);
  return Number.isNaN(waitMs) ? LIMITED_MS : Math.min(Math.max(waitMs, 0) + 500, LONGEST_WAIT_MS);
}
