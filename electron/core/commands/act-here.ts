import type { ForAWhile } from '../model/focus';
import type { Place } from '../model/place';
import { scopeKey, type RuleScope, type RuleValues } from '../model/rule';
import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';
import { placeOf } from '../state/places';
import { selectSharing } from '../state/select-shares';
import { selectServiceSession } from '../state/selectors';
import type { ToAction } from './to-action';

/** Gives the scope of rules that a place is: its channel, else its service. */
export function scopeOf(state: AppState, { serviceId, channelId }: Place): RuleScope {
  const channel = selectServiceSession(state, serviceId).channels?.find(({ id }) => id === channelId);
  return channel === undefined
    ? { kind: 'service', serviceId }
    : { kind: 'channel', serviceId, channelId: channel.id, name: channel.name, channelKind: channel.kind };
}

/** Gives what mutes a place for good, or ends that where it is muted by a rule of its own. */
export function muteAt(state: AppState, place: Place): Action {
  const scope = scopeOf(state, place);
  const key = scopeKey(scope);
  const own = state.persisted.rules.find((rule) => scopeKey(rule.scope) === key)?.values ?? {};
  if (state.persisted.temporaryRules.some((rule) => scopeKey(rule.scope) === key))
    return { kind: 'temporary-rule-ended', scope };
  const { preset, notify, groupMentions: _group, badge: _badge, ...beside } = own;
  const isMuted = preset === 'nothing' || notify === 'none';
  const values: RuleValues = isMuted ? beside : { ...beside, preset: 'nothing' };
  return { kind: 'rule-set', scope, values };
}

/** Mutes where the person is, or ends that. */
export const muteHere: ToAction = (state) => {
  const place = placeOf(state);
  return place && muteAt(state, place);
};

/** Marks where the person is as read, or all of its service. */
export const readHere =
  (what: 'channel' | 'service'): ToAction =>
  (state) => {
    const { serviceId, channelId } = placeOf(state) ?? {};
    if (serviceId === undefined) return undefined;
    if (what === 'service') return { kind: 'service-read-requested', serviceId };
    return channelId === undefined ? undefined : { kind: 'channel-read-requested', serviceId, channelId };
  };

/** Ends what services see of the screen. */
export const stopSharing: ToAction = (state) =>
  selectSharing(state).length === 0 ? undefined : { kind: 'share-stop-requested', serviceId: null };

/** Mutes where the person is for a while. */
export const pauseHere =
  (until: ForAWhile): ToAction =>
  (state) => {
    const place = placeOf(state);
    return (
      place && { kind: 'pause-requested', scope: scopeOf(state, place), values: { preset: 'nothing' }, until }
    );
  };
