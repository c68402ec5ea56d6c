import { own, ownText, parsedJson } from '../raw';
import type { ListenPort } from '../listening';

/** Where a Rocket.Chat is, and which. */
export interface Place {
  readonly kind: 'here';
  /** Its address, without a slash at the end: `https://example.org/chat`. */
  readonly base: string;
  /** `8.1`; empty where it does not say. */
  readonly version: string;
}

export type Found =
  | Place
  /** Something answers there, and it is no Rocket.Chat. */
  | { readonly kind: 'strange' }
  /** Nothing answers, or not now. */
  | { readonly kind: 'away' };

const ROOTS_MAX = 4;
const HOPS_MAX = 3;

/**
 * Finds the Rocket.Chat of a start page: it says what it is below its root, which is the page's path or a part of it. Goes along
 * with redirects on the same host; the sign-in belongs to no other.
 */
export async function findPlace(url: string, port: Pick<ListenPort, 'request'>): Promise<Found> {
  for (const root of rootsOf(url)) {
    const found = await askInfo(`${root}/api/info`, port);
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

async function askInfo(url: string, port: Pick<ListenPort, 'request'>, hops = HOPS_MAX): Promise<Found> {
  const answer = await port.request({ url }).catch(() => undefined);
  if (answer === undefined || answer.status >= 500 || answer.status === 429) return { kind: 'away' };
  if (answer.status >= 300 && answer.status < 400) {
    const next = nextOf(url, answer.headers['location']);
    return next === undefined || hops === 0 ? { kind: 'away' } : askInfo(next, port, hops - 1);
  }
  // What stands before the server may want something of its own first.
  if (answer.status === 401 || answer.status === 403 || answer.status === 407) return { kind: 'away' };
  const said = answer.status === 200 ? parsedJson(answer.text) : undefined;
  if (own(said, 'success') !== true) return { kind: 'strange' };
  const { origin, pathname } = new URL(url);
  const base = origin + pathname.replace(/\/api\/info$/, '');
  return { kind: 'here', base, version: ownText(said, 'version') };
}

function nextOf(url: string, location: string | undefined): string | undefined {
  if (location === undefined || !URL.canParse(location, url)) return undefined;
  const [from, to] = [new URL(url), new URL(location, url)];
  const isWeb = to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:');
  return isWeb && to.hostname === from.hostname && to.pathname.endsWith('/api/info') ? to.href : undefined;
}
