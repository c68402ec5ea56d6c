import type { MattermostKit, RestAnswer } from './kit';

/**
 * Asks the server as the page itself does: same cookies, its CSRF token for anything but reading. Keeps to 30 questions
 * at once and 6 a second, and to what the server says of its own limits. Self-contained.
 */
export function addRest(key: string): void {
  const kit = (globalThis as unknown as Record<string, MattermostKit>)[key] as MattermostKit;
  const { probe: desk } = kit;
  const nativeFetch = fetch;
  const abortAfter = AbortSignal.timeout.bind(AbortSignal);
  const { stringify } = JSON;
  const { json } = Response.prototype;
  const headers = Object.getOwnPropertyDescriptor(Response.prototype, 'headers')?.get;
  const { get: getHeader } = Headers.prototype;
  const { apply } = Reflect;
  const now = Date.now;
  const { min, max, ceil } = Math;
  const BURST = 30;
  const PER_SECOND = 6;
  const PATIENCE_MS = 15_000;
  const RETRY_MS = 1000;
  const BLOCKED_MAX_MS = 60_000;
  let tokens = BURST;
  let filledAtMs = now();
  let blockedUntilMs = 0;

  const base = (): string => {
    const told = desk.ownValue(globalThis, 'basename');
    if (typeof told === 'string') return told;
    const script = document.querySelector<HTMLScriptElement>('script[src*="/static/"]');
    const { origin, pathname } = new URL(script?.src ?? '/static/', location.origin);
    return origin === location.origin ? pathname.slice(0, pathname.indexOf('/static/')) : '';
  };
  const cookie = (name: string): string => {
    for (const one of document.cookie.split('; '))
      if (one.startsWith(`${name}=`)) return one.slice(name.length + 1);
    return '';
  };
  const pause = (delayMs: number): Promise<void> => new Promise((resolve) => desk.later(resolve, delayMs));
  /** Waits for its turn. */
  const take = async (): Promise<void> => {
    for (;;) {
      const atMs = now();
      tokens = min(BURST, tokens + (max(0, atMs - filledAtMs) * PER_SECOND) / 1000);
      filledAtMs = atMs;
      if (tokens >= 1) break;
      await pause(ceil(((1 - tokens) * 1000) / PER_SECOND));
    }
    tokens -= 1;
  };
  const headerOf = (response: Response, name: string): string | null =>
    headers === undefined ? null : apply(getHeader, apply(headers, response, []), [name]);

  const toAnswer = async (response: Response, isReading: boolean): Promise<RestAnswer> => {
    const { status } = response;
    if (status >= 200 && status < 300)
      return { kind: 'ok', value: await (apply(json, response, []) as Promise<unknown>) };
    if (status === 429) {
      const seconds = Number(
        headerOf(response, 'retry-after') ?? headerOf(response, 'x-ratelimit-reset') ?? 0,
      );
      const waitMs = min(BLOCKED_MAX_MS, max(RETRY_MS, seconds > 0 ? seconds * 1000 : 0));
      blockedUntilMs = now() + waitMs;
      return { kind: 'later', waitMs };
    }
    // What stands before the server may want something of its own first; a missing CSRF token is answered by 401 too.
    const isDoor =
      headerOf(response, 'www-authenticate') !== null || headerOf(response, 'x-reject-reason') !== null;
    if (isDoor || status >= 500) return { kind: 'later', waitMs: RETRY_MS };
    return status === 401 && isReading ? { kind: 'signed-out' } : { kind: 'refused', status };
  };

  kit.rest = {
    base,
    hasUserCookie: () => cookie('MMUSERID') !== '',
    ask: async (path, body) => {
      try {
        const blockedMs = blockedUntilMs - now();
        if (blockedMs > 0 && blockedMs <= BLOCKED_MAX_MS) return { kind: 'later', waitMs: blockedMs };
        await take();
        const response = await nativeFetch(`${location.origin}${base()}/api/v4${path}`, {
          method: body?.method ?? 'GET',
          credentials: 'same-origin',
          cache: 'no-store',
          signal: abortAfter(PATIENCE_MS),
          headers: {
            'X-Requested-With': 'XMLHttpRequest',
            ...(body === undefined
              ? {}
              : { 'X-CSRF-Token': cookie('MMCSRF'), 'Content-Type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: stringify(body.value) }),
        });
        return await toAnswer(response, body === undefined);
      } catch {
        return { kind: 'later', waitMs: RETRY_MS };
      }
    },
  };
}
