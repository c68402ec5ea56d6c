import type { Decision } from '../model/decision';
import { isDirectKind } from '../model/channel';
import { toScope, type Message } from '../model/message';
import { BUSY_OFFERED_MAX } from '../model/persisted';
import { scopeKey } from '../model/rule';
import { BUSY_MAX } from '../model/settings';
import type { AppState } from './app-state';
import { withPersisted, withServiceSession, withSession } from './change';
import { selectServiceSession } from './selectors';

const HOUR_MS = 3_600_000;
/** Most channels of a service whose traffic is counted; the quietest longest give way. */
const CHANNELS_MAX = 500;

/** Counts a message for its channel, and offers once to hear less of a channel in which too much is going on. */
export function noteTraffic(state: AppState, message: Message, decision: Decision, nowMs: number): AppState {
  const { serviceId, channel } = message;
  if (channel === undefined || decision.reason === 'service-unknown') return state;
  const { traffic } = selectServiceSession(state, serviceId);
  const { [channel.id]: before = [], ...others } = traffic;
  const recent = [...before.filter((atMs) => atMs > nowMs - HOUR_MS && atMs <= nowMs), nowMs].slice(
    -BUSY_MAX,
  );
  const kept = Object.entries(others).slice(1 - CHANNELS_MAX);
  const noted = withServiceSession(state, serviceId, {
    traffic: Object.fromEntries([...kept, [channel.id, recent] as const]),
  });
  return offerQuiet(noted, message, decision, recent.length);
}

function offerQuiet(state: AppState, message: Message, decision: Decision, count: number): AppState {
  const { channel, serviceId } = message;
  const { busyOffered, settings } = state.persisted;
  const scope = toScope(message);
  const key = scopeKey(scope);
  const isMeant = channel === undefined || isDirectKind(channel.kind) || message.mention === 'personal';
  const isHeard = decision.kind !== 'drop' && decision.from?.scope.kind !== 'channel';
  if (isMeant || !isHeard || settings.busyPerHour === null || count <= settings.busyPerHour) return state;
  // One at a time, and none twice.
  if (state.session.busyHint !== undefined || busyOffered.includes(key)) return state;
  const { id: channelId, name, kind: channelKind } = channel;
  return withPersisted(withSession(state, { busyHint: { serviceId, channelId, name, channelKind, count } }), {
    busyOffered: [...busyOffered, key].slice(-BUSY_OFFERED_MAX),
  });
}
