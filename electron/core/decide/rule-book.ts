import type { ChannelKind } from '../model/channel';
import type { RuleSource } from '../model/decision';
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
  readonly channels: Map<string, Rung>;
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

const books = new WeakMap<readonly Rule[], WeakMap<readonly TemporaryRule[], RuleBook>>();

/** Gives the book of these rules; made once for the same two lists. Of two rules with one scope the later counts. */
export function ruleBookOf(rules: readonly Rule[], temporaryRules: readonly TemporaryRule[]): RuleBook {
  const ofRules = books.get(rules) ?? new WeakMap<readonly TemporaryRule[], RuleBook>();
  books.set(rules, ofRules);
  const known = ofRules.get(temporaryRules);
  if (known !== undefined) return known;
  const book: RuleBook = { temporary: emptyShelf(), lasting: emptyShelf() };
  for (const { scope, values } of rules) put(book.lasting, scope, toRung(scope, values, undefined));
  for (const { scope, values, untilMs } of temporaryRules)
    put(book.temporary, scope, toRung(scope, values, untilMs));
  ofRules.set(temporaryRules, book);
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
  const ofService = shelf.services.get(scope.serviceId) ?? {
    own: undefined,
    kinds: new Map<ChannelKind, Rung>(),
    channels: new Map<string, Rung>(),
  };
  shelf.services.set(scope.serviceId, ofService);
  if (scope.kind === 'service') ofService.own = rung;
  else if (scope.kind === 'channel-kind') ofService.kinds.set(scope.channelKind, rung);
  else ofService.channels.set(scope.channelId, rung);
}

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
      if (channel !== undefined) add(ofService.channels.get(channel.id));
      if (subject.isThreadReply && channel?.kind !== 'thread') add(ofService.kinds.get('thread'));
      if (channel !== undefined) add(ofService.kinds.get(channel.kind));
      add(ofService.own);
    }
    add(shelf.everywhere);
  }
  return ladder;
}
