import { presetValues } from '../../core/decide/resolve-values';
import type { Channel } from '../../core/model/channel';
import type { MuteChange } from '../../core/model/notice';
import { scopeKey, type Level, type Rule, type RuleScope } from '../../core/model/rule';
import type { ServiceId } from '../../core/model/service';
import type { AppState } from '../../core/state/app-state';
import { selectService, selectServiceSession } from '../../core/state/selectors';
import { muteThereNoticeId } from '../../core/state/server-mutes';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** How long a server may take until what it says is its answer. */
export const SETTLE_MS = 10_000;
/** Between two wishes to one server: most let people do some ten such things a second. */
const PACE_MS = 250;
/** Most channels of one wish; who changes more at once does so by rule of the service or of a kind. */
const CHANGES_MAX = 200;

type ChannelScope = Extract<RuleScope, { readonly kind: 'channel' }>;

/**
 * Takes to the server what the person muted here, or mutes no longer, where they want that; asks once for each service
 * where they have not said. Only lasting rules of a channel count, and only levels the server knows. Rules C15… of
 * `docs/spec/channels.md`.
 */
export function startServerMute(store: AppStore, port: Pick<TimerPort, 'after'>): Stop {
  const waiting = new Map<ServiceId, readonly MuteChange[]>();
  const timers = new Map<string, Stop>();
  const later = (name: string, delayMs: number, run: () => void): void => {
    timers.get(name)?.();
    const stop = port.after(delayMs, () => {
      timers.delete(name);
      run();
    });
    timers.set(name, stop);
  };
  const sendNext = (serviceId: ServiceId): void => {
    const [next, ...rest] = waiting.get(serviceId) ?? [];
    if (next === undefined) {
      waiting.delete(serviceId);
      return;
    }
    waiting.set(serviceId, rest);
    store.dispatch({ kind: 'channel-mute-requested', serviceId, ...next });
    later(`pace ${serviceId}`, PACE_MS, () => sendNext(serviceId));
  };
  const send = (serviceId: ServiceId, changes: readonly MuteChange[]): void => {
    const before = waiting.get(serviceId);
    waiting.set(serviceId, merge(before ?? [], changes));
    if (before === undefined) sendNext(serviceId);
  };
  const offer = (state: AppState, serviceId: ServiceId, changes: readonly MuteChange[]): void => {
    const { channels = [] } = selectServiceSession(state, serviceId);
    const of = (channelId: string) => channels.find(({ id }) => id === channelId);
    const merged = merge(noticed(state, serviceId), changes).filter(({ channelId, level }) => {
      const channel = of(channelId);
      return channel !== undefined && !isSo(channel, level);
    });
    const [first] = merged;
    const id = muteThereNoticeId(serviceId);
    if (first === undefined) return store.dispatch({ kind: 'notice-dismissed', noticeId: id });
    const name = selectService(state, serviceId)?.name ?? '';
    const channel = of(first.channelId)?.name ?? '';
    const notice = { kind: 'mute-there', id, serviceId, name, channel, changes: merged } as const;
    store.dispatch({ kind: 'notice-shown', notice });
  };
  const wish = (after: AppState, before: AppState): void => {
    const isPending = (serviceId: ServiceId, channelId: string): boolean =>
      [
        ...(waiting.get(serviceId) ?? []),
        ...selectServiceSession(after, serviceId).askedMutes,
        ...noticed(after, serviceId),
      ].some((one) => one.channelId === channelId);
    for (const [serviceId, found] of changesOf(after, before, isPending)) {
      const changes = found.slice(0, CHANGES_MAX);
      const muteThere = selectService(after, serviceId)?.muteThere;
      if (muteThere === 'there') send(serviceId, changes);
      if (muteThere === 'ask') offer(after, serviceId, changes);
    }
  };
  const stops = [
    ...(['rule-set', 'rules-set', 'notification-acted', 'busy-hint-answered'] as const).map((kind) =>
      store.onAction(kind, (_action, after, before) => wish(after, before)),
    ),
    store.onAction('service-mute-there-set', ({ serviceId, muteThere }, _after, before) => {
      if (muteThere === 'there') send(serviceId, noticed(before, serviceId));
      else if (waiting.has(serviceId)) waiting.set(serviceId, []);
    }),
    store.onAction('channel-mute-requested', ({ serviceId, channelId }) =>
      later(`settle ${serviceId} ${channelId}`, SETTLE_MS, () =>
        store.dispatch({ kind: 'channel-mute-settled', serviceId, channelId }),
      ),
    ),
    store.onAction('service-removal-final', ({ serviceId }) => void waiting.delete(serviceId)),
  ];
  return () => {
    stops.forEach((stop) => stop());
    timers.forEach((stop) => stop());
  };
}

/** The later wish for a channel takes the place of the earlier. */
function merge(before: readonly MuteChange[], added: readonly MuteChange[]): readonly MuteChange[] {
  const changed = new Set(added.map(({ channelId }) => channelId));
  return [...before.filter(({ channelId }) => !changed.has(channelId)), ...added];
}

/** What the question that is open would take to the server. */
function noticed(state: AppState, serviceId: ServiceId): readonly MuteChange[] {
  const notice = state.session.notices.find(({ id }) => id === muteThereNoticeId(serviceId));
  return notice?.kind === 'mute-there' ? notice.changes : [];
}

/** True where the server has it so already, as far as it says. */
const isSo = ({ muted }: Channel, level: Level): boolean =>
  level !== 'mentions' && muted === (level === 'none');

/** What the person now wants of channels, other than before and other than their servers have it or are asked for. */
function changesOf(
  after: AppState,
  before: AppState,
  isPending: (serviceId: ServiceId, channelId: string) => boolean,
): ReadonlyMap<ServiceId, readonly MuteChange[]> {
  const found = new Map<ServiceId, readonly MuteChange[]>();
  if (after.persisted.rules === before.persisted.rules) return found;
  const [now, then] = [levelsOf(after.persisted.rules), levelsOf(before.persisted.rules)];
  for (const [key, { scope, level }] of new Map([...then, ...now])) {
    const was = then.get(key)?.level;
    const wanted = now.has(key) ? level : 'all';
    if (was === wanted) continue;
    const { serviceId, channelId } = scope;
    const { adapter, channels } = selectServiceSession(after, serviceId);
    const channel = channels?.find(({ id }) => id === channelId);
    if (channel === undefined || adapter.kind !== 'speaking' || !adapter.mutes.includes(wanted)) continue;
    if (!isSo(channel, wanted) || isPending(serviceId, channelId))
      found.set(serviceId, [...(found.get(serviceId) ?? []), { channelId, level: wanted }]);
  }
  return found;
}

/** What lasting rules say of single channels. */
function levelsOf(
  rules: readonly Rule[],
): ReadonlyMap<string, { readonly scope: ChannelScope; readonly level: Level }> {
  return new Map(
    rules.flatMap(({ scope, values }) => {
      if (scope.kind !== 'channel') return [];
      const level = values.notify ?? (values.preset && presetValues(values.preset, scope.channelKind).notify);
      return level === undefined ? [] : [[scopeKey(scope), { scope, level }] as const];
    }),
  );
}
