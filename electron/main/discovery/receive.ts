import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron/main';
import type { LoginDesk } from '../security/logins';
import { isAllowedLead } from '../../core/decide/discovery/look';

/** What is taken of an answer. */
export interface ReceiveLimits {
  readonly bytesMax: number;
  /** Told by its media type whether an answer is read at all. */
  readonly isWelcome: (type: string) => boolean;
  readonly accept: string;
}

export type Received =
  | {
      readonly kind: 'received';
      /** Where redirects ended. */
      readonly url: string;
      readonly status: number;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      /** At most as many as were wanted, and `isCut` when there were more; none of an unwelcome type. */
      readonly bytes: Buffer;
      readonly isCut: boolean;
    }
  /** `code` is Chromium's net error; `url` is what was asked last. */
  | { readonly kind: 'failed'; readonly code: string; readonly url: string };

/** Gives what the person told of a proxy, if anything; no server is told anything. */
export type RecallProxy = LoginDesk['recallProxy'];

/** Answers a proxy that asks who is there; asked a second time, what was told is wrong. Servers are told nothing. */
export function answerProxy(request: Pick<ClientRequest, 'on'>, recallProxy: RecallProxy): void {
  const now = { wasAsked: false };
  request.on('login', (info, callback) => {
    const known = info.isProxy && !now.wasAsked ? recallProxy(info) : undefined;
    now.wasAsked = true;
    if (known === undefined) callback();
    else callback(known.username, known.password);
  });
}

/** Most redirects followed, as browsers do. */
const REDIRECTS_MAX = 20;

/** Gets something without cookies or credentials; never longer than the signal lasts. */
export function receive(
  url: string,
  session: Session,
  limits: ReceiveLimits,
  signal: AbortSignal,
  recallProxy: RecallProxy,
): Promise<Received> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'failed', code: 'ERR_ABORTED', url });
    const request = net.request({
      url,
      session,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      headers: { accept: limits.accept },
    });
    const led = { url, count: 0 };
    const onAbort = (): void => finish({ kind: 'failed', code: 'ERR_TIMED_OUT', url: led.url });
    const finish = (received: Received): void => {
      signal.removeEventListener('abort', onAbort);
      resolve(received);
      request.abort();
    };
    const fail = (code: string): void => finish({ kind: 'failed', code, url: led.url });
    signal.addEventListener('abort', onAbort);
    request.on('redirect', (_status, _method, to) => {
      led.count += 1;
      if (led.count > REDIRECTS_MAX) return fail('ERR_TOO_MANY_REDIRECTS');
      if (!isAllowedLead(led.url, to)) return fail('ERR_UNSAFE_REDIRECT');
      led.url = to;
      request.followRedirect();
    });
    request.on('error', (error) => fail(error.message.replace(/^net::/, '')));
    answerProxy(request, recallProxy);
    request.on('response', (response) => read(response, limits, led, finish));
    request.end();
  });
}

function read(
  response: IncomingMessage,
  { bytesMax, isWelcome }: ReceiveLimits,
  led: { readonly url: string },
  finish: (received: Received) => void,
): void {
  const { statusCode: status, headers } = response;
  const held: { chunks: Buffer[]; size: number } = { chunks: [], size: 0 };
  const done = (): void => {
    const bytes = Buffer.concat(held.chunks).subarray(0, bytesMax);
    finish({ kind: 'received', url: led.url, status, headers, bytes, isCut: held.size > bytesMax });
  };
  response.on('data', (chunk) => {
    held.chunks.push(chunk);
    held.size += chunk.length;
    if (held.size > bytesMax) done();
  });
  response.on('end', done);
  response.on('aborted', done);
  response.on('error', done);
  if (!isWelcome(headerOf(headers, 'content-type') ?? '')) done();
}

/** Gives a header, whether it came once or more often. */
export function headerOf(headers: Readonly<Record<string, string | string[] | undefined>>, name: string) {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
