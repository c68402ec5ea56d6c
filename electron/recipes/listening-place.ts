import type { ListenPort, ListenStart, StopListening } from './listening';
import { failing } from './listening-failing';
import { ownText, parsedJson } from './raw';

/** Where the server of a service is. */
type Found =
  /** Its address, without a slash at the end (`https://example.org/chat`), and what it said. */
  | { readonly kind: 'here'; readonly base: string; readonly said: unknown }
  /** Something answers there, and it is another thing. */
  | { readonly kind: 'strange' }
  /** Nothing answers, or not now. */
  | { readonly kind: 'away' };

/** What a server is known by. */
export interface Sign {
  /** What it is. */
  readonly name: string;
  /** Below its root: `/api/info`. */
  readonly path: string;
  /** Whether what is said there is said by such a server. */
  readonly isIts: (said: unknown) => boolean;
}

const ROOTS_MAX = 4;
const HOPS_MAX = 3;

/** The server as it was found. */
export interface Place {
  readonly base: string;
  readonly said: unknown;
  /** It was heard before. */
  readonly isKnown: boolean;
}

/** Hears the server of a start page once it is found; `hear` gives what stops it, or has ended the connection. */
export function listenAtPlace(
  { url, resume }: Pick<ListenStart, 'url' | 'resume'>,
  sign: Sign,
  hear: (place: Place) => StopListening | void,
  port: Pick<ListenPort, 'request' | 'end'>,
): StopListening {
  const now: { stop: StopListening | void } = { stop: undefined };
  const begin = async (): Promise<void> => {
    const found = await findPlace(url, sign, port);
    // One that was there before is there again once whatever stands before it lets us through.
    const isKnown = ownText(resume, 'userId') !== '';
    if (found.kind === 'here') now.stop = hear({ ...found, isKnown });
    else if (found.kind === 'away' || isKnown) port.end('lost', 'the server does not answer');
    else port.end('unfit', `no ${sign.name} answers there`);
  };
  begin().catch(failing(port));
  return () => now.stop?.();
}

/** How a connection to such a server ends that is not as it was expected. */
export interface OddEnds {
  /** The server says or does something else: one that was heard before may be better another time. */
  readonly odd: (reason: string) => void;
  /** The line is over; `status` is that of the answer where it never was a WebSocket. */
  readonly cut: (status: number | undefined) => void;
}

/** What is answered where there is no WebSocket; anything else may be better another time. */
const NEVER = new Set([200, 400, 404, 405, 426, 501]);

/** Creates them. */
export function createOddEnds(
  { isKnown }: Pick<Place, 'isKnown'>,
  { end }: Pick<ListenPort, 'end'>,
): OddEnds {
  const odd = (reason: string): void => end(isKnown ? 'lost' : 'unfit', reason);
  return {
    odd,
    cut: (status) => {
      if (status !== undefined && NEVER.has(status)) odd('the server has no WebSocket');
      else end('lost', 'the line is cut');
    },
  };
}

/**
 * Finds the server of a start page: it says what it is below its root, which is the page's path or a part of it. Goes along
 * with redirects on the same host; the sign-in belongs to no other.
 */
async function findPlace(url: string, sign: Sign, port: Pick<ListenPort, 'request'>): Promise<Found> {
  for (const root of rootsOf(url)) {
    const found = await ask(root + sign.path, sign, port);
    if (found.kind !== 'strange') return found;
  }
  return { kind: 'strange' };
}

/** The address with all of its path, and with less and less of it. */
function rootsOf(url: string): readonly string[] {
  const { origin, pathname } = new URL(url);
  const parts = pathname.split('/').filter((part) => part !== '');
  const roots = parts.map((_, index) => `${origin}/${parts.slice(0, parts.length - index).join('/')}`);
  return [...roots.slice(-ROOTS_MAX), origin];
}

async function ask(
  url: string,
  sign: Sign,
  port: Pick<ListenPort, 'request'>,
  hops = HOPS_MAX,
): Promise<Found> {
  const answer = await port.request({ url }).catch(() => undefined);
  if (answer === undefined || answer.status >= 500 || answer.status === 429) return { kind: 'away' };
  if (answer.status >= 300 && answer.status < 400) {
    const next = nextOf(url, answer.headers['location'], sign.path);
    return next === undefined || hops === 0 ? { kind: 'away' } : ask(next, sign, port, hops - 1);
  }
  // What stands before the server may want something of its own first.
  if (answer.status === 401 || answer.status === 403 || answer.status === 407) return { kind: 'away' };
  const said = answer.status === 200 ? parsedJson(answer.text) : undefined;
  return sign.isIts(said)
    ? { kind: 'here', base: url.slice(0, url.length - sign.path.length), said }
    : { kind: 'strange' };
}

function nextOf(url: string, location: string | undefined, path: string): string | undefined {
  if (location === undefined || !URL.canParse(location, url)) return undefined;
  const [from, to] = [new URL(url), new URL(location, url)];
  const isWeb = to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:');
  return isWeb && to.hostname === from.hostname && to.href.endsWith(path) ? to.href : undefined;
}
