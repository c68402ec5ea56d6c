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
  const waiting = new Map<ServiceId, MuteChange[]>();
  const timers = new Set<Stop>();
  const later = (delayMs: number, run: () => void): void => {
    const stop = port.after(delayMs, () => {
      timers.delete(stop);
      run();
    });
    timers.add(stop);
  };
  const sendNext = (serviceId: ServiceId): void => {
    const [next, ...rest] = waiting.get(serviceId) ?? [];
    if (next === undefined) {
      waiting.delete(serviceId);
      return;
    }
    waiting.set(serviceId, rest);
    store.dispatch({ kind: 'channel-mute-requested', serviceId, ...next });
    later(PACE_MS, () => sendNext(serviceId));
  };
  const send = (serviceId: ServiceId, changes: readonly MuteChange[]): void => {
    const before = waiting.get(serviceId);
    const changed = new Set(changes.map(({ channelId }) => channelId));
    const left = (before ?? []).filter(({ channelId }) => !changed.has(channelId));
    waiting.set(serviceId, [...left, ...changes]);
    if (before === undefined) sendNext(serviceId);
  };
  const wish = (after: AppState, before: AppState): void => {
    for (const [serviceId, found] of changesOf(after, before)) {
      const service = selectService(after, serviceId);
      const [first] = found;
      if (service === undefined || first === undefined || service.muteThere === 'here') continue;
      const changes = found
        .slice(0, CHANGES_MAX)
        .map(({ channel, level }) => ({ channelId: channel.id, level }));
      if (service.muteThere === 'there') send(serviceId, changes);
      else
        store.dispatch({
          kind: 'notice-shown',
          notice: {
            kind: 'mute-there',
            id: muteThereNoticeId(serviceId),
            serviceId,
            name: service.name,
            channel: first.channel.name,
            changes,
          },
        });
    }
  };
  const stops = [
    ...(['rule-set', 'rules-set', 'notification-acted', 'busy-hint-answered'] as const).map((kind) =>
      store.onAction(kind, (_action, after, before) => wish(after, before)),
    ),
    store.onAction('service-mute-there-set', ({ serviceId, muteThere }, _after, before) => {
      const asked = before.session.notices.find(({ id }) => id === muteThereNoticeId(serviceId));
      if (muteThere === 'there' && asked?.kind === 'mute-there') send(serviceId, asked.changes);
    }),
    store.onAction('channel-mute-requested', ({ serviceId, channelId }) =>
      later(SETTLE_MS, () => store.dispatch({ kind: 'channel-mute-settled', serviceId, channelId })),
    ),
    store.onAction('service-removal-final', ({ serviceId }) => void waiting.delete(serviceId)),
  ];
  return () => {
    stops.forEach((stop) => stop());
    timers.forEach((stop) => stop());
  };
}

interface Found {
  readonly channel: Channel;
  readonly level: Level;
}

/** What the person now wants of channels, other than before and other than their servers have it. */
function changesOf(after: AppState, before: AppState): ReadonlyMap<ServiceId, readonly Found[]> {
  const found = new Map<ServiceId, readonly Found[]>();
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
    if (wanted === 'mentions' || channel.muted !== (wanted === 'none'))
      found.set(serviceId, [...(found.get(serviceId) ?? []), { channel, level: wanted }]);
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
