import type { RuleCell, RuleRow } from '../ipc/answers';
import type { RuleColumn } from '../ipc/inputs';
import type { ChannelKind, ChannelRef } from '../model/channel';
import type { InboxChannelCount } from '../model/inbox';
import { scopeKey, type RuleField, type RuleScope } from '../model/rule';
import type { Service, ServiceId } from '../model/service';
import type { AppState } from '../state/app-state';
import { selectRuleBook, selectServiceSession } from '../state/selectors';
import { foldText } from './match-words';
import { resolveValue } from './resolve-values';
import { ladderOf } from './rule-book';

/** Kinds in the order in which people look for them. */
const kindOrder: readonly ChannelKind[] = [
  'direct',
  'group',
  'private',
  'public',
  'thread',
  'bot',
  'unknown',
];

interface KnownChannel extends ChannelRef {
  readonly isMutedThere: boolean | undefined;
  readonly isPattern: boolean;
}

/** What there is to show beside the state: conversations the inbox knows, and what they had in the last hour. */
export interface TableFacts {
  readonly conversations: readonly InboxChannelCount[];
  readonly lastHour: readonly InboxChannelCount[];
  readonly nowMs: number;
}

/** Gives every row of the table of rules: everywhere, then each service, its kinds of channels, and its channels. */
export function toRuleRows(state: AppState, facts: TableFacts): readonly RuleRow[] {
  const toRow = createRowMaker(state, facts);
  const { compare } = createCollator(state.session.language.locale);
  const rows = [toRow({ kind: 'everywhere' }, undefined, undefined)];
  for (const service of state.persisted.services) {
    const { id: serviceId } = service;
    rows.push(toRow({ kind: 'service', serviceId }, service, undefined));
    const channels = channelsOf(state, serviceId, facts.conversations);
    for (const channelKind of kindOrder) {
      const ofKind = channels.filter(({ kind }) => kind === channelKind);
      if (ofKind.length === 0) continue;
      rows.push(toRow({ kind: 'channel-kind', serviceId, channelKind }, service, undefined));
      for (const channel of ofKind.toSorted((a, b) => compare(a.name, b.name)))
        rows.push(toRow(toChannelScope(serviceId, channel), service, channel));
    }
  }
  return rows;
}

const toChannelScope = (serviceId: ServiceId, { id, name, kind }: ChannelRef): RuleScope => ({
  kind: 'channel',
  serviceId,
  channelId: id,
  name,
  channelKind: kind,
});

/** All channels of a service that anything is known of: the adapter's word goes before a pattern's, a rule's, the inbox's. */
function channelsOf(
  state: AppState,
  serviceId: ServiceId,
  conversations: readonly InboxChannelCount[],
): readonly KnownChannel[] {
  const found = new Map<string, KnownChannel>();
  const mutes = new Map(
    state.persisted.serverMutes.flatMap((one) =>
      one.serviceId === serviceId ? [[one.channelId, one.muted] as const] : [],
    ),
  );
  const add = (channel: KnownChannel): void => {
    if (found.has(channel.id)) return;
    found.set(channel.id, { ...channel, isMutedThere: channel.isMutedThere ?? mutes.get(channel.id) });
  };
  for (const { id, name, kind, muted } of selectServiceSession(state, serviceId).channels ?? [])
    add({ id, name, kind, isMutedThere: muted, isPattern: false });
  for (const pattern of state.persisted.patterns) {
    const { channelId: id, name, kind } = pattern;
    if (pattern.serviceId === serviceId) add({ id, name, kind, isMutedThere: undefined, isPattern: true });
  }
  for (const { scope } of [...state.persisted.rules, ...state.persisted.temporaryRules])
    if (scope.kind === 'channel' && scope.serviceId === serviceId)
      add({
        id: scope.channelId,
        name: scope.name,
        kind: scope.channelKind,
        isMutedThere: undefined,
        isPattern: false,
      });
  for (const one of conversations)
    if (one.serviceId === serviceId && one.channelId !== null)
      add({
        id: one.channelId,
        name: one.channelName ?? one.channelId,
        kind: one.channelKind,
        isMutedThere: undefined,
        isPattern: false,
      });
  return [...found.values()];
}

type RowMaker = (
  scope: RuleScope,
  service: Service | undefined,
  channel: KnownChannel | undefined,
) => RuleRow;

function createRowMaker(state: AppState, { lastHour, nowMs }: TableFacts): RowMaker {
  const { rules, temporaryRules } = state.persisted;
  const book = selectRuleBook(state);
  const own = new Map(rules.map((rule) => [scopeKey(rule.scope), rule.values]));
  const quiet = new Map(temporaryRules.map((rule) => [scopeKey(rule.scope), rule.untilMs]));
  const traffic = new Map<string, number>();
  const count = (key: string, number: number): void =>
    void traffic.set(key, (traffic.get(key) ?? 0) + number);
  for (const one of lastHour) {
    count('*', one.count);
    count(one.serviceId, one.count);
    count(`${one.serviceId}/${one.channelKind}`, one.count);
    if (one.channelId !== null) count(`${one.serviceId}#${one.channelId}`, one.count);
  }
  return (scope, service, channel) => {
    const key = scopeKey(scope);
    const channelKind = scope.kind === 'channel-kind' ? scope.channelKind : channel?.kind;
    const subject = {
      serviceId: service?.id ?? '',
      // A row of a kind shows what a channel of that kind gets that has no rule of its own.
      channel: channelKind === undefined ? undefined : { id: channel?.id ?? '', kind: channelKind },
      isThreadReply: false,
    };
    const ladder = ladderOf(book, subject, nowMs);
    const cell = <F extends RuleField>(field: F): RuleCell<F> =>
      resolveValue(ladder, field, channelKind ?? 'unknown');
    return {
      scope,
      serviceId: service?.id,
      name: channel?.name ?? (scope.kind === 'service' ? (service?.name ?? '') : ''),
      channelKind,
      own: own.get(key) ?? {},
      notify: cell('notify'),
      groupMentions: cell('groupMentions'),
      badge: cell('badge'),
      sound: cell('sound'),
      preview: cell('preview'),
      quietUntilMs: quiet.get(key),
      traffic: traffic.get(key) ?? 0,
      isMutedThere: channel?.isMutedThere,
      isPattern: channel?.isPattern ?? false,
    };
  };
}

/** How rows are looked through. `sortBy: 'service'` keeps them as they are grouped. */
export interface TableOrder {
  readonly text: string;
  readonly serviceId?: ServiceId | undefined;
  readonly sortBy: RuleColumn;
  readonly isDescending: boolean;
}

const levels = ['all', 'mentions', 'none'] as const;

/**
 * Gives the rows that are looked for, in order. Each word typed must be in the name of the row or of its service.
 * Sorted by anything but the service, rows of kinds are left out: they say nothing by themselves.
 */
export function orderRows(
  rows: readonly RuleRow[],
  nameOf: (serviceId: ServiceId) => string,
  { text, serviceId, sortBy, isDescending }: TableOrder,
  locale: string,
): readonly RuleRow[] {
  const words = foldText(text).split(' ').filter(Boolean);
  const serviceName = (row: RuleRow): string => (row.serviceId === undefined ? '' : nameOf(row.serviceId));
  const found = rows.filter((row) => {
    if (serviceId !== undefined && row.serviceId !== serviceId) return false;
    if (words.length === 0) return true;
    const text = foldText(`${row.name} ${serviceName(row)}`);
    return row.name !== '' && words.every((word) => text.includes(word));
  });
  if (sortBy === 'service') return isDescending ? found.toReversed() : found;
  const kindOf = (row: RuleRow): number => kindOrder.indexOf(row.channelKind ?? 'unknown');
  const levelOf = (row: RuleRow): number =>
    levels.indexOf(sortBy === 'badge' ? row.badge.value : row.notify.value);
  const comparers: Record<Exclude<RuleColumn, 'service'>, (a: RuleRow, b: RuleRow) => number> = {
    name: () => 0,
    kind: (a, b) => kindOf(a) - kindOf(b),
    notify: (a, b) => levelOf(a) - levelOf(b),
    badge: (a, b) => levelOf(a) - levelOf(b),
    traffic: (a, b) => a.traffic - b.traffic,
  };
  const { compare } = createCollator(locale);
  const turn = isDescending ? -1 : 1;
  const byName = (a: RuleRow, b: RuleRow): number =>
    compare(a.name, b.name) || compare(serviceName(a), serviceName(b));
  return found
    .filter(({ scope }) => scope.kind === 'channel' || scope.kind === 'service')
    .toSorted((a, b) =>
      sortBy === 'name' ? turn * byName(a, b) : turn * comparers[sortBy](a, b) || byName(a, b),
    );
}

const createCollator = (locale: string): Intl.Collator =>
  new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
