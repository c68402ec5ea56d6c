import { answerOf, isObject, objectIn, wordsIn, type Answers, type Probe, type ProbeAnswer } from './probes';
import { resolved, titleOf } from './page-head';
import { isAtLeast } from './versions';

/** A chat as its first answers tell it. */
export interface Recognised {
  readonly recipeId: string;
  /** Where it is, `/` at the end; redirects may have led there. */
  readonly base: string;
  readonly version: string | undefined;
  readonly name: string | undefined;
  /** Addresses of icons it names itself, best first; its page has others. */
  readonly icons: readonly string[];
  /** What else is worth asking now. */
  readonly more: readonly Probe[];
}

/** Gives the chat at a place; undefined when none is known to be there. */
export function recogniseChat(answers: Answers, base: string): Recognised | undefined {
  const of = (kind: Probe['kind']) => answerOf(answers, base, kind);
  const page = of('page');
  return (
    rocketChat(of('rocketchat')) ??
    mattermost(of('mattermost')) ??
    zulip(of('zulip')) ??
    element(of('element'), page) ??
    recognisePage(page)
  );
}

/** Gives the server when a place is Matrix's, with or without a page. */
export function recogniseHomeserver(answers: Answers, base: string): string | undefined {
  const wellKnown = objectIn(answerOf(answers, base, 'matrix'))?.['m.homeserver'];
  const isNamed = isObject(wellKnown) && typeof wellKnown['base_url'] === 'string';
  const versions = objectIn(answerOf(answers, base, 'matrix-client'))?.['versions'];
  return isNamed || (Array.isArray(versions) && versions.length > 0) ? new URL(base).host : undefined;
}

/** The place that a probe's answer came from, when redirects kept the path that was asked for. */
function placeOf(answer: ProbeAnswer | undefined, path: string): string | undefined {
  if (answer?.kind !== 'answered') return undefined;
  const { origin, pathname } = new URL(answer.url);
  return pathname.endsWith(`/${path}`) ? origin + pathname.slice(0, -path.length) : undefined;
}

/** Settings of Rocket.Chat that name it and its pictures. */
const ROCKET_CHAT_SETTINGS = ['Site_Name', 'Assets_touchicon_180', 'Assets_favicon_192', 'Assets_favicon'];

function rocketChat(info: ProbeAnswer | undefined): Recognised | undefined {
  const said = objectIn(info);
  const base = placeOf(info, 'api/info');
  const older = isObject(said?.['info']) ? said['info']['version'] : undefined;
  const version = wordsIn(said?.['version'] ?? older);
  if (base === undefined || said?.['success'] !== true || !/^\d+\.\d+/.test(version ?? '')) return undefined;
  // Servers before 7.0 are asked in another way.
  const query = isAtLeast(version ?? '', '7.0')
    ? `_id=${ROCKET_CHAT_SETTINGS.join(',')}`
    : `query=${encodeURIComponent(JSON.stringify({ _id: { $in: ROCKET_CHAT_SETTINGS } }))}`;
  const more = { kind: 'more', url: `${base}api/v1/settings.public?${query}`, wanted: 'json' } as const;
  return { recipeId: 'rocketchat', base, version, name: undefined, icons: [], more: [more] };
}

function mattermost(ping: ProbeAnswer | undefined): Recognised | undefined {
  // A server in trouble says so with 500.
  const status = objectIn(ping, true)?.['status'];
  const base = placeOf(ping, 'api/v4/system/ping');
  if (base === undefined || (status !== 'OK' && status !== 'UNHEALTHY')) return undefined;
  const more = { kind: 'more', url: `${base}api/v4/config/client?format=old`, wanted: 'json' } as const;
  return {
    recipeId: 'mattermost',
    base,
    version: undefined,
    name: undefined,
    icons: [],
    more: [more],
  };
}

function zulip(settings: ProbeAnswer | undefined): Recognised | undefined {
  const said = objectIn(settings);
  const base = placeOf(settings, 'api/v1/server_settings');
  const version = wordsIn(said?.['zulip_version']);
  if (base === undefined || version === undefined) return undefined;
  const icon = typeof said?.['realm_icon'] === 'string' ? resolved(said['realm_icon'], base) : undefined;
  return {
    recipeId: 'zulip',
    base,
    version,
    name: wordsIn(said?.['realm_name']),
    icons: icon === undefined ? [] : [icon],
    more: [],
  };
}

function element(config: ProbeAnswer | undefined, page: ProbeAnswer | undefined): Recognised | undefined {
  const said = objectIn(config);
  const base = placeOf(config, 'config.json');
  const leads = ['default_server_config', 'default_server_name', 'default_hs_url'];
  const hasPage = page?.kind === 'answered' && /id=["']?matrixchat\b/i.test(page.body);
  if (base === undefined || said === undefined || !hasPage || !leads.some((key) => key in said))
    return undefined;
  const more = { kind: 'more', url: `${base}version`, wanted: 'text' } as const;
  return {
    recipeId: 'element',
    base,
    version: undefined,
    name: wordsIn(said['brand']),
    icons: [],
    more: [more],
  };
}

const LOUNGE = /\bcontent=["']The Lounge["']/i;
const CONVERSE = /\bconverse\.initialize\s*\(|<converse-root\b|\/converse(?:\.min)?\.js\b/i;
const CONVERSE_VERSION = /(\d+\.\d+\.\d+)\/(?:dist\/)?converse(?:\.min)?\.js\b/i;

/** Gives the chat that only its page gives away. */
export function recognisePage(page: ProbeAnswer | undefined): Recognised | undefined {
  if (page?.kind !== 'answered' || page.status !== 200) return undefined;
  const { url, body } = page;
  const base = new URL('.', url).href;
  const metas = [...body.matchAll(/<meta\b[^>]{1,500}>/gi)].map(([tag]) => tag);
  if (metas.some((tag) => /\bname=["']application-name["']/i.test(tag) && LOUNGE.test(tag)))
    return { recipeId: 'thelounge', base, version: undefined, name: undefined, icons: [], more: [] };
  if (!CONVERSE.test(body)) return undefined;
  return {
    recipeId: 'converse',
    // Its page may be one file among others.
    base: url.replace(/#.*$/, ''),
    version: CONVERSE_VERSION.exec(body)?.[1],
    name: titleOf(body),
    icons: [],
    more: [],
  };
}
