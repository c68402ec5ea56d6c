import type { ChannelKind } from '../model/channel';
import type { RuleSource } from '../model/decision';
import type { ServerMute } from '../model/server-mute';
import type { Rule, RuleScope, RuleValues, TemporaryRule } from '../model/rule';
import type { ServiceId } from '../model/service';

/** One rule, made ready to be asked often. */
export interface Rung {
  readonly source: RuleSource;
  readonly values: RuleValues;
  /** Undefined for a lasting rule; else the moment from which on it counts for nothing. */
  readonly untilMs: number | undefined;
}

interface ServiceShelf {
  own: Rung | undefined;
  readonly kinds: Map<ChannelKind, Rung>;
  /** What goes first first. */
  readonly channels: Map<string, readonly Rung[]>;
}

interface Shelf {
  everywhere: Rung | undefined;
  readonly services: Map<ServiceId, ServiceShelf>;
}

/** All rules, by scope. */
export interface RuleBook {
  readonly temporary: Shelf;
  readonly lasting: Shelf;
}

/** What decides which rules apply. */
export interface RuleSubject {
  readonly serviceId: ServiceId;
  readonly channel: { readonly id: string; readonly kind: ChannelKind } | undefined;
  readonly isThreadReply: boolean;
}

interface KnownBook {
  readonly temporaryRules: readonly TemporaryRule[];
  readonly serverMutes: readonly ServerMute[];
  readonly book: RuleBook;
}

const books = new WeakMap<readonly Rule[], KnownBook>();

/**
 * Gives the book of these rules and of what is muted on servers; the one last made for the same lists, where it was for
 * those. Of two rules with one scope the later counts.
 */
export function ruleBookOf(
  rules: readonly Rule[],
  temporaryRules: readonly TemporaryRule[],
  serverMutes: readonly ServerMute[],
): RuleBook {
  const known = books.get(rules);
  if (known?.temporaryRules === temporaryRules && known.serverMutes === serverMutes) return known.book;
  const book: RuleBook = { temporary: emptyShelf(), lasting: emptyShelf() };
  for (const { scope, values } of rules) put(book.lasting, scope, toRung(scope, values, undefined));
  for (const mute of serverMutes) putServerMute(book.lasting, mute);
  for (const { scope, values, untilMs } of temporaryRules)
    put(book.temporary, scope, toRung(scope, values, untilMs));
  books.set(rules, { temporaryRules, serverMutes, book });
  return book;
}

const emptyShelf = (): Shelf => ({ everywhere: undefined, services: new Map() });

const toRung = (scope: RuleScope, values: RuleValues, untilMs: number | undefined): Rung => ({
  source: { scope, isTemporary: untilMs !== undefined },
  values,
  untilMs,
});

function put(shelf: Shelf, scope: RuleScope, rung: Rung): void {
  if (scope.kind === 'everywhere') {
    shelf.everywhere = rung;
    return;
  }
  const ofService = shelfOf(shelf, scope.serviceId);
  if (scope.kind === 'service') ofService.own = rung;
  else if (scope.kind === 'channel-kind') ofService.kinds.set(scope.channelKind, rung);
  else ofService.channels.set(scope.channelId, [rung]);
}

function shelfOf(shelf: Shelf, serviceId: ServiceId): ServiceShelf {
  const found = shelf.services.get(serviceId) ?? {
    own: undefined,
    kinds: new Map<ChannelKind, Rung>(),
    channels: new Map<string, readonly Rung[]>(),
  };
  shelf.services.set(serviceId, found);
  return found;
}

/**
 * A channel that is muted on its server: what still comes of it counts where it means the person; and less where the
 * person's own rule wants nothing.
 */
function mutedThere(own: Rung | undefined): RuleValues {
  const { preset, notify = preset, badge = preset } = own?.values ?? {};
  const isNothing = (value: string | undefined): boolean => value === 'none' || value === 'nothing';
  return {
    ...(isNothing(notify) ? {} : { notify: 'mentions' }),
    ...(isNothing(badge) ? {} : { badge: 'mentions' }),
  };
}

/**
 * Puts what a server says of a channel beside the person's own rule for it. The later of the two goes first: muted there
 * after they wanted it here, it is muted; no longer muted there after they muted it here, their rule mutes it no more.
 */
function putServerMute(shelf: Shelf, { serviceId, channelId, muted, isLater }: ServerMute): void {
  const { channels } = shelfOf(shelf, serviceId);
  const own = channels.get(channelId) ?? [];
  if (!muted) {
    if (isLater) channels.set(channelId, own.map(withoutMuting));
    return;
  }
  const scope: RuleScope = own[0]?.source.scope ?? {
    kind: 'channel',
    serviceId,
    channelId,
    name: '',
    channelKind: 'unknown',
  };
  const there: Rung = {
    source: { scope, isTemporary: false, by: 'server' },
    values: mutedThere(own[0]),
    untilMs: undefined,
  };
  channels.set(channelId, isLater ? [there, ...own] : [...own, there]);
}

const withoutMuting = (rung: Rung): Rung => {
  const { preset: _preset, notify: _notify, badge: _badge, groupMentions: _group, ...values } = rung.values;
  return { ...rung, values };
};

/**
 * Gives the rules that apply, the one that goes first first: those for a while before the lasting ones, and among
 * each the channel, threads (for a reply in one), the kind of channel, the service, everywhere.
 */
export function ladderOf(book: RuleBook, subject: RuleSubject, nowMs: number): readonly Rung[] {
  const ladder: Rung[] = [];
  const add = (rung: Rung | undefined): void => {
    if (rung !== undefined && (rung.untilMs === undefined || nowMs < rung.untilMs)) ladder.push(rung);
  };
  for (const shelf of [book.temporary, book.lasting]) {
    const ofService = shelf.services.get(subject.serviceId);
    if (ofService !== undefined) {
      const { channel } = subject;
      if (channel !== undefined) ofService.channels.get(channel.id)?.forEach(add);
      if (subject.isThreadReply && channel?.kind !== 'thread') add(ofService.kinds.get('thread'));
      if (channel !== undefined) add(ofService.kinds.get(channel.kind));
      add(ofService.own);
    }
    add(shelf.everywhere);
  }
  return ladder;
}
