import type { Channel } from '../model/channel';
import type { Level, Rule } from '../model/rule';
import { SERVER_MUTES_MAX, type AskedMute, type ServerMute } from '../model/server-mute';
import type { ServiceId } from '../model/service';
import type { AppState } from './app-state';
import { addNotice, withPersisted, withServiceSession, withSession } from './change';
import { selectService, selectServiceSession } from './selectors';

/** There is one question for a service at a time. */
export const muteThereNoticeId = (serviceId: ServiceId): string => `mute-there:${serviceId}`;

/**
 * Takes note of what a server has muted and what not any more. What it does by itself is later than what the person
 * last said here; what it does because it was asked to is not.
 */
export function withServerMutes(
  state: AppState,
  serviceId: ServiceId,
  channels: readonly Channel[],
): AppState {
  const { askedMutes } = selectServiceSession(state, serviceId);
  const settled = new Set<string>();
  const told = withMutes(state, serviceId, (known, ruled) => {
    for (const { id, muted } of channels) {
      const asked = askedMutes.find(({ channelId }) => channelId === id);
      const was = known.get(id)?.muted;
      if (asked !== undefined) {
        if (asked.muted !== undefined && asked.muted !== muted) continue;
        if (asked.muted === undefined && was === muted) continue;
        settled.add(id);
        known.set(id, toMute(serviceId, id, muted, false));
      } else if (was === undefined ? muted || ruled.has(id) : was !== muted) {
        // What is muted at first sight was so before, as far as anybody knows.
        known.set(id, toMute(serviceId, id, muted, was !== undefined));
      }
    }
  });
  const left = askedMutes.filter(({ channelId }) => !settled.has(channelId));
  return withServiceSession(told, serviceId, { askedMutes: left });
}

/** The person has said what they want of these channels: that is later than what a server did before. */
export function withRulesLater(state: AppState, rules: readonly Rule[]): AppState {
  const scopes = rules.flatMap(({ scope }) => (scope.kind === 'channel' ? [scope] : []));
  let next = state;
  for (const serviceId of new Set(scopes.map((scope) => scope.serviceId))) {
    const { channels = [] } = selectServiceSession(next, serviceId);
    const there = new Map(channels.map(({ id, muted }) => [id, muted]));
    next = withMutes(next, serviceId, (known) => {
      for (const { channelId } of scopes.filter((scope) => scope.serviceId === serviceId)) {
        const muted = there.get(channelId) ?? known.get(channelId)?.muted;
        if (muted !== undefined) known.set(channelId, toMute(serviceId, channelId, muted, false));
      }
    });
  }
  return next;
}

/** The server is being asked; what it says in the meantime is not yet its answer. */
export function withAskedMute(
  state: AppState,
  serviceId: ServiceId,
  channelId: string,
  level: Level,
): AppState {
  const others = selectServiceSession(state, serviceId).askedMutes.filter(
    (one) => one.channelId !== channelId,
  );
  const asked: AskedMute = { channelId, muted: level === 'mentions' ? undefined : level === 'none' };
  return withServiceSession(state, serviceId, { askedMutes: [...others, asked] });
}

/** As the server has it now is how it is; where that is not what was asked for, the person is told. */
export function withSettledMute(state: AppState, serviceId: ServiceId, channelId: string): AppState {
  const { askedMutes, channels } = selectServiceSession(state, serviceId);
  const asked = askedMutes.find((one) => one.channelId === channelId);
  if (asked === undefined) return state;
  const settled = withServiceSession(state, serviceId, {
    askedMutes: askedMutes.filter((one) => one !== asked),
  });
  const service = selectService(state, serviceId);
  const channel = channels?.find(({ id }) => id === channelId);
  if (channel === undefined || service === undefined) return settled;
  if (asked.muted === undefined || asked.muted === channel.muted) return settled;
  return withSession(settled, {
    notices: addNotice(settled.session.notices, {
      kind: 'mute-refused',
      id: `mute-refused:${serviceId}`,
      name: service.name,
      channel: channel.name,
    }),
  });
}

const toMute = (serviceId: ServiceId, channelId: string, muted: boolean, isLater: boolean): ServerMute => ({
  serviceId,
  channelId,
  muted,
  isLater,
});

/**
 * Changes what is known of a service's channels; `ruled` are those with a rule of their own. Keeps what is muted, and of
 * the rest what a rule has to be told from. Beyond the limit nothing new is kept.
 */
function withMutes(
  state: AppState,
  serviceId: ServiceId,
  change: (known: Map<string, ServerMute>, ruled: ReadonlySet<string>) => void,
): AppState {
  const { rules, serverMutes } = state.persisted;
  const before = serverMutes.filter((mute) => mute.serviceId === serviceId);
  const known = new Map(before.map((mute) => [mute.channelId, mute]));
  const ruled = new Set(
    rules.flatMap(({ scope }) =>
      scope.kind === 'channel' && scope.serviceId === serviceId ? [scope.channelId] : [],
    ),
  );
  change(known, ruled);
  const own = [...known.values()].filter(({ channelId, muted }) => muted || ruled.has(channelId));
  if (own.length === before.length && own.every((mute, index) => mute === before[index])) return state;
  const others = serverMutes.filter((mute) => mute.serviceId !== serviceId);
  return withPersisted(state, { serverMutes: [...others, ...own].slice(0, SERVER_MUTES_MAX) });
}
