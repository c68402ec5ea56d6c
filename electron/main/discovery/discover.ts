import { explainChat, explainOther, iconsOfChat } from '../../core/decide/discovery/decide-discovery';
import {
  chatIn,
  isAllowedLead,
  probesOf,
  toLook,
  withLeads,
  type Look,
} from '../../core/decide/discovery/look';
import { iconsOf } from '../../core/decide/discovery/page-head';
import type { Probe, ProbeAnswer } from '../../core/decide/discovery/probes';
import { readTyped, type HostedPlace } from '../../core/decide/discovery/read-typed';
import type { Discovery } from '../../core/model/discovery';
import { createEnding } from './ending';

/** How servers are asked. Neither ever rejects or takes longer than the signal lasts. */
export interface DiscoveryPort {
  readonly ask: (probe: Probe, signal: AbortSignal) => Promise<ProbeAnswer>;
  /** Gives a picture, decoded and encoded anew, as a data URL; undefined when it is none. */
  readonly fetchIcon: (url: string, signal: AbortSignal) => Promise<string | undefined>;
}

interface DiscoverDeps extends DiscoveryPort {
  readonly hosted: readonly HostedPlace[];
  /** How long all of it may take; the last fifth is for what only adds to a find. */
  readonly timeoutMs: number;
}

/** How long an address may be looked at, in ms. */
export const DISCOVERY_TIMEOUT_MS = 5_000;
/** Most icons tried. */
const ICONS_MAX = 3;

/** Gives a function that finds out what is at an address. A new question ends the one before. */
export function createDiscover(deps: DiscoverDeps): (text: string) => Promise<Discovery> {
  const now: { running: AbortController | undefined } = { running: undefined };
  return async (text) => {
    now.running?.abort();
    const running = new AbortController();
    now.running = running;
    try {
      return await discover(deps, text, running.signal);
    } finally {
      // What is still under way is of no more use.
      running.abort();
    }
  };
}

async function discover(deps: DiscoverDeps, text: string, ended: AbortSignal): Promise<Discovery> {
  const typed = readTyped(text, deps.hosted);
  switch (typed.kind) {
    case 'refused':
    case 'hosted':
      return typed;
    case 'matrix': {
      const found = await lookAt(deps, toLook(typed.url, true), ended);
      const isElement = found.kind === 'chat' && found.recipeId === 'element';
      // Rooms of any server open in Element, whether or not the server tells who it is.
      return isElement || found.kind === 'homeserver'
        ? found
        : { kind: 'hosted', recipeId: 'element', address: '' };
    }
    case 'address':
      return lookAt(deps, toLook(typed.url, typed.hasScheme), ended);
  }
}

async function lookAt(deps: DiscoverDeps, first: Look, ended: AbortSignal): Promise<Discovery> {
  const whole = createEnding(ended, deps.timeoutMs);
  const looking = createEnding(whole.signal, deps.timeoutMs * 0.8);
  try {
    return await lookWhile(deps, first, { whole: whole.signal, looking: looking.signal });
  } finally {
    whole.end();
  }
}

interface Whiles {
  /** For all of it. */
  readonly whole: AbortSignal;
  /** For what decides what it is. */
  readonly looking: AbortSignal;
}

async function lookWhile(deps: DiscoverDeps, first: Look, { whole, looking }: Whiles): Promise<Discovery> {
  const answers = new Map<string, ProbeAnswer>();
  const isEnough = (look: Look) => () => chatIn(look, answers, false) !== undefined;
  await askAll(deps, probesOf(first), answers, looking, isEnough(first));
  const look = chatIn(first, answers, true) === undefined ? withLeads(first, answers) : first;
  if (look !== first) await askAll(deps, probesOf(look), answers, looking, isEnough(look));
  const chat = chatIn(look, answers, true);
  if (chat === undefined) {
    const other = explainOther(look, answers);
    if (other.kind !== 'website') return other;
    const page = answers.get(look.page);
    const icons = page?.kind === 'answered' ? iconsOf(page.body, page.url) : [];
    return { ...other, iconDataUrl: await firstIcon(deps, icons, other.spot.url, whole) };
  }
  // Its page is not waited for before it is known what it is, but its pictures are named there.
  const page = { kind: 'page', url: chat.base, wanted: 'page' } as const;
  await askAll(deps, [...chat.more, page], answers, whole, () => false);
  const found = explainChat(look, chat, answers);
  if (found.kind !== 'chat') return found;
  return { ...found, iconDataUrl: await firstIcon(deps, iconsOfChat(chat, answers), chat.base, whole) };
}

/** Asks everything at once that has no answer yet; returns when all have, when it is enough, or when time is up. */
function askAll(
  { ask }: DiscoverDeps,
  probes: readonly Probe[],
  answers: Map<string, ProbeAnswer>,
  signal: AbortSignal,
  isEnough: () => boolean,
): Promise<void> {
  const left = new Set(probes.map(({ url }) => url).filter((url) => !answers.has(url)));
  if (left.size === 0 || signal.aborted) return Promise.resolve();
  const over = createEnding(signal);
  return new Promise<void>((resolve) => {
    over.signal.addEventListener('abort', () => resolve(), { once: true });
    for (const probe of probes) {
      if (!left.has(probe.url)) continue;
      void ask(probe, over.signal).then((answer) => {
        // What was only given up has not answered.
        if (over.signal.aborted) return;
        answers.set(probe.url, answer);
        left.delete(probe.url);
        if (left.size === 0 || isEnough()) resolve();
      });
    }
  }).finally(() => over.end());
}

async function firstIcon(
  { fetchIcon }: DiscoverDeps,
  urls: readonly string[],
  from: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const allowed = urls.filter((url) => isAllowedLead(from, url)).slice(0, ICONS_MAX);
  for (const url of allowed) {
    const icon = await fetchIcon(url, signal);
    if (icon !== undefined) return icon;
  }
  return undefined;
}
