import type { Asked, OutsideQuestion, OutsideRefusal } from '../model/asked';
import type { Service } from '../model/service';
import { scopeKey, type RuleScope } from '../model/rule';
import { scopeOf } from '../commands/act-here';
import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';
import { goTo } from '../state/places';
import { selectServiceSession } from '../state/selectors';
import { isLocked } from '../state/veil';
import { findNamed, type Found } from './find-named';

type FoundService = Extract<Found, { readonly kind: 'found' }>;

/** Who asks: a link that may be anybody's, the person's own programs, or the person who was shown what a link asks for. */
export type Asker = 'link' | 'command' | 'person';

/** What becomes of what was asked for. */
export type AskedDecision =
  | {
      readonly kind: 'do';
      readonly actions: readonly Action[];
      /** What is put on the clipboard, for the person to paste. */
      readonly copies: string | undefined;
      readonly showsWindow: boolean;
    }
  | { readonly kind: 'ask'; readonly question: Omit<OutsideQuestion, 'id'> }
  | { readonly kind: 'status'; readonly isJson: boolean }
  | { readonly kind: 'refused'; readonly reason: OutsideRefusal; readonly name: string };

const refused = (reason: OutsideRefusal, name = ''): AskedDecision => ({ kind: 'refused', reason, name });
const act = (actions: readonly Action[], showsWindow = true, copies?: string): AskedDecision => ({
  kind: 'do',
  actions,
  copies,
  showsWindow,
});

/**
 * Decides what becomes of what is asked for from outside. A link opens what is there; whatever it wants changed, added or
 * written the person is asked about first. Nothing is ever sent.
 */
export function decideAsked(state: AppState, asked: Asked, asker: Asker): AskedDecision {
  if (asked.verb === 'status') return { kind: 'status', isJson: asked.isJson };
  if (asked.verb === 'show') return act([]);
  if (isLocked(state)) return refused('locked');
  if (asked.verb === 'open-page') return openPage(state, asked, asker);
  const found = asked.verb === 'add' || asked.verb === 'focus' ? undefined : findNamed(state, asked);
  if (found?.kind === 'none') return refused(found.reason, found.name);
  if (asked.verb === 'open') return found === undefined ? act([]) : act([toGo(found)]);
  if (asker !== 'link') return carryOut(state, asked, found);
  if (state.session.asked !== undefined) return refused('busy');
  return {
    kind: 'ask',
    question: { asked, service: found?.service.name, channel: found?.channel?.name },
  };
}

const toGo = ({ service, channel }: FoundService): Action =>
  goTo({ serviceId: service.id, channelId: channel?.id });

function carryOut(
  state: AppState,
  asked: OutsideQuestion['asked'],
  found: FoundService | undefined,
): AskedDecision {
  switch (asked.verb) {
    case 'add':
      return act([{ kind: 'add-service-asked', address: asked.address }]);
    case 'compose':
      return found === undefined ? refused('no-service') : act([toGo(found)], true, asked.text);
    case 'mute':
      if (found === undefined) return refused('no-service');
      if (found.isChannelOpen) return refused('no-channel', asked.channel);
      return act(
        mute(state, scopeOf(state, { serviceId: found.service.id, channelId: found.channel?.id }), asked),
        false,
      );
    case 'focus': {
      const { until } = asked;
      if (until.kind === 'end') return act([{ kind: 'focus-end-requested' }], false);
      const end = until.kind === 'always' ? null : until;
      return act([{ kind: 'focus-requested', until: end, isPause: false }], false);
    }
  }
}

/** Mutes for a while or for good, or ends that where it is so by a rule of its own. */
function mute(
  state: AppState,
  scope: RuleScope,
  { until }: Extract<Asked, { readonly verb: 'mute' }>,
): readonly Action[] {
  if (until.kind !== 'always' && until.kind !== 'end')
    return [{ kind: 'pause-requested', scope, values: { preset: 'nothing' }, until }];
  const key = scopeKey(scope);
  const own = state.persisted.rules.find((rule) => scopeKey(rule.scope) === key)?.values ?? {};
  const { preset, notify, groupMentions: _group, badge: _badge, ...beside } = own;
  if (until.kind === 'always') return [{ kind: 'rule-set', scope, values: { ...beside, preset: 'nothing' } }];
  const isPaused = state.persisted.temporaryRules.some((rule) => scopeKey(rule.scope) === key);
  const isMuted = preset === 'nothing' || notify === 'none';
  return [
    ...(isPaused ? [{ kind: 'temporary-rule-ended', scope } as const] : []),
    ...(isMuted ? [{ kind: 'rule-set', scope, values: beside } as const] : []),
  ];
}

/** Shows a page of the service that a vendor's link means, where there is one; else offers to add its server. */
function openPage(
  state: AppState,
  asked: Extract<Asked, { readonly verb: 'open-page' }>,
  asker: Asker,
): AskedDecision {
  const { vendor, server, path, channel: called } = asked;
  const service = state.persisted.services.find(
    (one) => one.enabled && one.recipeId === vendor && (server === undefined || isAt(one, server)),
  );
  if (service === undefined)
    return server === undefined
      ? refused('no-service', vendor)
      : decideAsked(state, { verb: 'add', address: server }, asker);
  const { channels, busy } = selectServiceSession(state, service.id);
  const channel = channels?.find(({ id, name }) => id === called || name === called);
  if (channel !== undefined) return act([goTo({ serviceId: service.id, channelId: channel.id })]);
  const go = goTo({ serviceId: service.id, channelId: undefined });
  const url = path === undefined ? undefined : pageOf(service, server, path);
  // What was begun in the page must not be lost to a link.
  return url === undefined || busy.length > 0
    ? act([go])
    : act([go, { kind: 'page-address-requested', serviceId: service.id, url }]);
}

const isAt = ({ url }: Service, server: string): boolean => new URL(url).host === new URL(server).host;

/** The address of a page, at the very origin of the service. */
function pageOf(service: Service, server: string | undefined, path: string): string | undefined {
  const home = new URL(service.url);
  if (path.startsWith('#')) return new URL(path, home.href).href;
  const base = server === undefined ? '/' : new URL(server).pathname;
  const url = new URL(`${base.replace(/\/$/, '')}${path}`, home.origin);
  return url.origin === home.origin ? url.href : undefined;
}
