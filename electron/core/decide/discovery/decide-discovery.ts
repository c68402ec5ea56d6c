import { toReachRefusal, type Discovery, type Gate, type Spot } from '../../model/discovery';
import type { Look } from './look';
import { iconsOf, titleOf } from './page-head';
import { answerOf, objectIn, wordsIn, type Answers, type ProbeAnswer } from './probes';
import { recogniseHomeserver, type Recognised } from './recognise';
import { isLoopbackHost } from './to-bases';
import { isAtLeast, leastVersions } from './versions';

/** Where rooms of a Matrix server without a page of its own open. */
const ELEMENT_URL = 'https://app.element.io/';

/** Explains a chat, with what its further answers tell; pictures are added by whoever fetches them. */
export function explainChat(look: Look, chat: Recognised, answers: Answers): Discovery {
  const [first] = chat.more;
  const more = first === undefined ? undefined : answers.get(first.url);
  const said = objectIn(more);
  const { recipeId, base } = chat;
  const version = chat.version ?? wordsIn(said?.['Version']) ?? versionIn(more);
  const spot = spotOf(look, base);
  const least = leastVersions[recipeId];
  if (least !== undefined && version !== undefined && !isAtLeast(version, least))
    return { kind: 'too-old', recipeId, spot, version, least };
  const name = chat.name ?? wordsIn(said?.['SiteName']) ?? wordsIn(settingIn(said, 'Site_Name'));
  return { kind: 'chat', recipeId, spot, name, version, iconDataUrl: undefined };
}

/** Gives the addresses of a chat's icons, best first: those its settings name, then those of its page. */
export function iconsOfChat(chat: Recognised, answers: Answers): readonly string[] {
  const [first] = chat.more;
  const said = first === undefined ? undefined : objectIn(answers.get(first.url));
  const own = ['Assets_touchicon_180', 'Assets_favicon_192', 'Assets_favicon'].flatMap((id) => {
    const value = settingIn(said, id);
    const isAsset = typeof value === 'object' && value !== null && 'url' in value;
    const url = isAsset && typeof value.url === 'string' ? value.url : '';
    return url === '' || !URL.canParse(url, chat.base) ? [] : [new URL(url, chat.base).href];
  });
  const page = answers.get(chat.base);
  return [...own, ...chat.icons, ...(page?.kind === 'answered' ? iconsOf(page.body, page.url) : [])];
}

/** Explains an address where no chat was recognised. */
export function explainOther(look: Look, answers: Answers): Discovery {
  const gate = look.bases.map((base) => gateAt(answers, base)).find((found) => found !== undefined);
  if (gate !== undefined) return { kind: 'gate', ...gate, spot: spotOf(look, gate.base) };
  const server = look.bases.map((base) => recogniseHomeserver(answers, base)).find(Boolean);
  if (server !== undefined) return { kind: 'homeserver', recipeId: 'element', server, url: ELEMENT_URL };
  const place = websiteIn(look, answers);
  const page = place === undefined ? undefined : answers.get(place);
  if (page?.kind !== 'answered') return explainFailure(look, answers);
  const spot = spotOf(look, place === look.page ? look.url : page.url);
  return { kind: 'website', spot, title: titleOf(page.body), iconDataUrl: undefined };
}

/**
 * Gives the place that is a website: the page itself, the same of the other scheme, or what is above a page that is
 * not there.
 */
function websiteIn({ page, bases }: Look, answers: Answers): string | undefined {
  const statusOf = (place: string): number => {
    const answer = answers.get(place);
    return answer?.kind === 'answered' ? answer.status : 999;
  };
  const { protocol } = new URL(page);
  const others = bases.filter((base) => statusOf(page) < 500 || !base.startsWith(protocol));
  const places = [page, ...others];
  return places.find((place) => statusOf(place) < 400) ?? places.find((place) => statusOf(place) < 500);
}

function explainFailure(look: Look, answers: Answers): Discovery {
  const { host, hostname } = new URL(look.url);
  const pages = [look.page, ...look.bases].map((url) => ({ url, page: answers.get(url) }));
  for (const { url, page } of pages) {
    if (page?.kind === 'failed' && page.refused !== undefined)
      return { kind: 'bad-certificate', spot: spotOf(look, url), refused: page.refused };
  }
  const failures = pages.flatMap(({ page }) => (page?.kind === 'failed' ? [page.code] : []));
  const other = failures.find((code) => !isNoTls(code));
  if (answers.get(look.page)?.kind !== 'answered' && other !== undefined)
    return { kind: 'refused', reason: toReachRefusal(other), host: hostname };
  if (pages.some(({ page }) => page?.kind === 'answered'))
    return { kind: 'refused', reason: 'server-error', host };
  if (failures.length === 0) return { kind: 'refused', reason: 'timeout', host: hostname };
  return { kind: 'no-https', host, url: `http:${look.url.slice(look.url.indexOf(':') + 1)}` };
}

const isNoTls = (code: string): boolean => /^ERR_SSL_(?:PROTOCOL_ERROR|VERSION_OR_CIPHER)/.test(code);

/** Gives what stands before a place, if anything does. */
function gateAt(answers: Answers, base: string): { readonly base: string; readonly gate: Gate } | undefined {
  const page = answerOf(answers, base, 'page');
  const found = (gate: Gate) => ({ base, gate });
  if (page?.kind === 'failed')
    return /CLIENT_AUTH_CERT/.test(page.code)
      ? found({ kind: 'client-certificate' })
      : /PROXY_AUTH/.test(page.code)
        ? found({ kind: 'proxy' })
        : undefined;
  if (page === undefined) return undefined;
  if (page.status === 407) return found({ kind: 'proxy' });
  if (page.status === 401 && /^\s*(?:basic|digest|ntlm|negotiate)\b/i.test(page.challenge ?? ''))
    return found({ kind: 'password', realm: realmIn(page.challenge) });
  // nginx tells it in the title of its page alone.
  if (page.status === 400 && /SSL certificate was sent/i.test(titleOf(page.body) ?? ''))
    return found({ kind: 'client-certificate' });
  if (page.status === 403 && /pre-auth/i.test(page.rejectReason ?? '')) return found({ kind: 'secret' });
  const led = leadsAway(answers, base, page);
  return led === undefined ? undefined : found({ kind: 'page', host: led });
}

const realmIn = (challenge: string | undefined): string | undefined =>
  wordsIn(/\brealm="([^"]{1,200})"/i.exec(challenge ?? '')?.[1]);

/**
 * Gives the host to which everything is led, whatever was asked for; undefined when it is no other. A site that moved
 * keeps the paths.
 */
function leadsAway(
  answers: Answers,
  base: string,
  page: Extract<ProbeAnswer, { kind: 'answered' }>,
): string | undefined {
  const { host } = new URL(base);
  if (page.status === 511) return new URL(page.url).host;
  const asked = answerOf(answers, base, 'rocketchat');
  if (asked?.kind !== 'answered' || new URL(page.url).host === host) return undefined;
  const to = new URL(asked.url);
  return to.host !== host && !to.pathname.endsWith('/api/info') ? to.host : undefined;
}

function spotOf(look: Look, url: string): Spot {
  const { host, hostname, pathname, protocol } = new URL(url);
  const typedHost = new URL(look.url).host;
  return {
    url,
    at: `${host}${pathname.replace(/\/+$/, '')}`.slice(0, 200),
    ledFrom: typedHost === host ? undefined : typedHost,
    isInsecure: protocol === 'http:' && !isLoopbackHost(hostname),
  };
}

/** Element says its version in a file of its own, and a page with markup is none. */
const versionIn = (answer: ProbeAnswer | undefined): string | undefined =>
  answer?.kind === 'answered' && answer.status === 200
    ? /^v?(\d{1,6}(?:\.\d{1,6}){1,3})[\w.-]{0,30}\s*$/.exec(answer.body)?.[1]
    : undefined;

/** Gives a public setting of Rocket.Chat. */
function settingIn(said: Readonly<Record<string, unknown>> | undefined, id: string): unknown {
  const settings: readonly unknown[] = Array.isArray(said?.['settings']) ? said['settings'] : [];
  for (const one of settings)
    if (typeof one === 'object' && one !== null && '_id' in one && one._id === id && 'value' in one)
      return one.value;
  return undefined;
}
