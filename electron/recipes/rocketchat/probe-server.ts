import type { Answer, Login, RocketKit } from './probe-kit';

/** Asks the server by REST as the page would, with the login it keeps. Self-contained. */
export function addServer(key: string): void {
  const kit = (globalThis as unknown as Record<string, RocketKit>)[key] as RocketKit;
  const { ownValue } = kit.probe;
  const { parse, stringify } = JSON;
  const [nativeFetch, now] = [fetch, Date.now];
  const ANSWER_MS = 20_000;
  const LEAST_PAUSE_MS = 500;
  const LIMITED_MS = 30_000;
  const LONGEST_WAIT_MS = 120_000;

  const config = (name: string): unknown => ownValue(ownValue(globalThis, '__meteor_runtime_config__'), name);
  const root = (): string => {
    const prefix = config('ROOT_URL_PATH_PREFIX');
    // Two slashes would be another host.
    return typeof prefix === 'string' && /^\/[^/]/.test(prefix) ? prefix.replace(/\/+$/, '') : '';
  };

  const kept = (storage: Storage, name: string): string | undefined => {
    // Meteor puts its connection's address and the root behind the names of its keys; newer clients nothing.
    for (const suffix of root() === '' ? [''] : [`:/:${root()}`, '']) {
      const value = storage.getItem(`Meteor.${name}${suffix}`);
      if (value !== null && value !== '') return value;
    }
    return undefined;
  };
  const loginIn = (open: () => Storage): Login | undefined => {
    try {
      const storage = open();
      const [userId, token] = [kept(storage, 'userId'), kept(storage, 'loginToken')];
      return userId === undefined || token === undefined ? undefined : { userId, token };
    } catch {
      // A page may be denied its storage.
      return undefined;
    }
  };
  const login = (): Login | undefined => loginIn(() => localStorage) ?? loginIn(() => sessionStorage);

  const numberIn = (headers: Headers, name: string): number | undefined => {
    const value = headers.get(name);
    return value === null || Number.isNaN(Number(value)) ? undefined : Number(value);
  };
  /** Until the server counts anew, by its own clock. */
  const untilReset = (headers: Headers): number | undefined => {
    const resetMs = numberIn(headers, 'x-ratelimit-reset');
    const saidMs = Date.parse(headers.get('date') ?? '');
    return resetMs === undefined ? undefined : resetMs - (Number.isNaN(saidMs) ? now() : saidMs);
  };
  const within = (ms: number): number => Math.min(Math.max(ms, LEAST_PAUSE_MS), LONGEST_WAIT_MS);
  /** Half of what is allowed may be used at once, the rest is spread; others of the same address want some too. */
  const pauseAfter = (headers: Headers): number => {
    const [limit, left] = [
      numberIn(headers, 'x-ratelimit-limit'),
      numberIn(headers, 'x-ratelimit-remaining'),
    ];
    const restMs = untilReset(headers);
    if (limit === undefined || left === undefined || restMs === undefined) return LEAST_PAUSE_MS;
    return left > limit / 2 ? LEAST_PAUSE_MS : within(restMs / Math.max(1, left - 2));
  };

  const ask = async (path: string, method: string, body: object | undefined): Promise<Answer> => {
    try {
      const who = login();
      const response = await nativeFetch(`${root()}/api/${path}`, {
        method,
        headers: {
          ...(who === undefined ? {} : { 'x-user-id': who.userId, 'x-auth-token': who.token }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: stringify(body) }),
        cache: 'no-store',
        // The login would go along.
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      const { status, headers } = response;
      if (status === 401) return { kind: 'signed-out' };
      if (status === 429)
        return { kind: 'too-many', waitMs: within((untilReset(headers) ?? LIMITED_MS) + LEAST_PAUSE_MS) };
      if (status >= 500) return { kind: 'away' };
      if (status !== 200) return { kind: 'strange' };
      return readBody(await response.text(), headers);
    } catch {
      return { kind: 'away' };
    }
  };
  const readBody = (text: string, headers: Headers): Answer => {
    try {
      const answer: unknown = parse(text);
      if (ownValue(answer, 'success') !== true) return { kind: 'strange' };
      return { kind: 'ok', body: answer, pauseMs: pauseAfter(headers) };
    } catch {
      return { kind: 'strange' };
    }
  };
  kit.server = {
    isKnown: () => config('ROOT_URL') !== undefined || document.readyState === 'complete',
    root,
    login,
    get: (path) => ask(path, 'GET', undefined),
    post: (path, body) => ask(path, 'POST', body),
  };
}
