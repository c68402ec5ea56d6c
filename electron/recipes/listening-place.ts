import type { ListenPort } from './listening';
import { parsedJson } from './raw';

/** Where the server of a service is. */
export type Found =
  /** Its address, without a slash at the end (`https://example.org/chat`), and what it said. */
  | { readonly kind: 'here'; readonly base: string; readonly said: unknown }
  /** Something answers there, and it is another thing. */
  | { readonly kind: 'strange' }
  /** Nothing answers, or not now. */
  | { readonly kind: 'away' };

/** What a server is known by. */
interface Sign {
  /** Below its root: `/api/info`. */
  readonly path: string;
  /** Whether what is said there is said by such a server. */
  readonly isIts: (said: unknown) => boolean;
}

const ROOTS_MAX = 4;
const HOPS_MAX = 3;

/**
 * Finds the server of a start page: it says what it is below its root, which is the page's path or a part of it. Goes along
 * with redirects on the same host; the sign-in belongs to no other.
 */
export async function findPlace(url: string, sign: Sign, port: Pick<ListenPort, 'request'>): Promise<Found> {
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
