import { ADDRESS_MAX } from '../../model/address';
import { isAnswered, answerOf, toProbes, type Answers, type Probe } from './probes';
import { recogniseChat, recognisePage, type Recognised } from './recognise';
import { isLoopbackHost, toBases } from './to-bases';

/** Most further places that are asked because the first ones led there. */
const LEADS_MAX = 2;

/** What was typed, and where it is looked for. */
export interface Look {
  /** The address as it was read. */
  readonly url: string;
  /** The same without its fragment: the page itself is asked for, too. */
  readonly page: string;
  /** Places that are asked, likeliest first, each with `/` at the end. */
  readonly bases: readonly string[];
}

/** Gives where to look for a chat at an address. */
export const toLook = (url: string, hasScheme: boolean): Look => ({
  url,
  page: url.replace(/#.*$/, ''),
  bases: toBases(url, hasScheme),
});

/** Gives all that is asked, each address once. */
export function probesOf({ page, bases }: Look): readonly Probe[] {
  const all: readonly Probe[] = [{ kind: 'page', url: page, wanted: 'page' }, ...bases.flatMap(toProbes)];
  return [...new Map(all.map((probe) => [probe.url, probe])).values()];
}

/**
 * Gives the chat that was found; undefined while a likelier place may still be one, unless `isOver`: time is up, and
 * what has not answered counts for nothing.
 */
export function chatIn({ page, bases }: Look, answers: Answers, isOver: boolean): Recognised | undefined {
  const own = recognisePage(answers.get(page));
  if (own !== undefined) return own;
  for (const base of bases) {
    const chat = recogniseChat(answers, base);
    if (chat !== undefined) return chat;
    if (!isOver && !isAnswered(answers, base)) return undefined;
  }
  return undefined;
}

/**
 * Gives the look with the places added that pages led to by redirects. A server elsewhere does not lead to this
 * computer: nobody's chat is there, but other things are.
 */
export function withLeads(look: Look, answers: Answers): Look {
  const leads = look.bases.flatMap((base) => {
    const page = answerOf(answers, base, 'page');
    if (page?.kind !== 'answered' || page.status >= 400 || page.url === base) return [];
    return isAllowedLead(base, page.url) ? toBases(page.url, true) : [];
  });
  const fresh = [...new Set(leads)].filter((base) => !look.bases.includes(base)).slice(0, LEADS_MAX);
  return fresh.length === 0 ? look : { ...look, bases: [...look.bases, ...fresh] };
}

/** True when a redirect may be followed: to the web, and to an address that can be kept. */
export function isAllowedLead(from: string, to: string): boolean {
  if (!URL.canParse(to) || !/^https?:\/\//.test(to)) return false;
  const { href, hostname } = new URL(to);
  // Written as it is kept: a character may take twelve.
  if (href.length > ADDRESS_MAX) return false;
  return isLoopbackHost(new URL(from).hostname) || !isLoopbackHost(hostname);
}
