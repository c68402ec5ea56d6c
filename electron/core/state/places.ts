import { isSamePlace, RECENT_MAX, TRAIL_MAX, type Place, type Trail } from '../model/place';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { withSession } from './change';
import { isServiceOn } from './is-service';
import { selectServiceSession } from './selectors';

/** Gives where the person is; `undefined` while a page of the shell is up, or nothing. */
export function placeOf(state: AppState): Place | undefined {
  const serviceId = state.persisted.activeServiceId;
  if (state.session.page !== 'service' || serviceId === null) return undefined;
  return { serviceId, channelId: selectServiceSession(state, serviceId).openChannelId };
}

/** Gives where the person is, or is on the way to: whoever goes on does not wait for the page. */
export function goalOf(state: AppState): Place | undefined {
  const place = placeOf(state);
  const { heading } = state.session.trail;
  return place !== undefined && heading?.serviceId === place.serviceId ? heading : place;
}

const canGo = (state: AppState, { serviceId }: Place): boolean => isServiceOn(state, serviceId);

/** Takes note of where the person went. */
export function withTrail(before: AppState, after: AppState, action: Action): AppState {
  if (after === before && !isHeading(action)) return after;
  const { trail } = after.session;
  if (isHeading(action)) {
    const goal: Place = {
      serviceId: action.serviceId,
      channelId: action.kind === 'channel-open-requested' ? action.channelId : undefined,
    };
    if (!canGo(after, goal)) return after;
    const at = action.trailAt;
    const isBack = at !== undefined && isSamePlace(trail.places[at], goal);
    const moved = isBack ? { ...trail, at, recent: toFront(trail.recent, goal) } : visited(trail, goal);
    const isThere = goal.channelId === undefined || isSamePlace(placeOf(after), goal);
    if (goal.channelId !== undefined || isBack)
      return withSession(after, { trail: { ...moved, heading: isThere ? undefined : goal } });
  }
  const place = placeOf(after);
  if (place === undefined || isSamePlace(place, placeOf(before))) return after;
  const { heading } = trail;
  if (heading?.serviceId === place.serviceId) {
    return isSamePlace(heading, place)
      ? withSession(after, { trail: { ...trail, heading: undefined } })
      : after;
  }
  return withSession(after, { trail: { ...visited(trail, place), heading: undefined } });
}

const isHeading = (
  action: Action,
): action is Extract<Action, { readonly kind: 'channel-open-requested' | 'service-activated' }> =>
  action.kind === 'channel-open-requested' || action.kind === 'service-activated';

function visited(trail: Trail, place: Place): Trail {
  const current = trail.places[trail.at];
  if (isSamePlace(current, place)) return trail;
  if (current?.serviceId === place.serviceId) {
    // A page that is loading anew does not say where it is: that is no other place.
    if (place.channelId === undefined) return trail;
    // What was only known as the service is now known better.
    if (current.channelId === undefined) {
      const places = trail.places.with(trail.at, place);
      return { ...trail, places, recent: toFront(trail.recent, place) };
    }
  }
  const places = [...trail.places.slice(0, trail.at + 1), place].slice(-TRAIL_MAX);
  return { ...trail, places, at: places.length - 1, recent: toFront(trail.recent, place) };
}

function toFront(recent: readonly Place[], place: Place): readonly Place[] {
  const others = recent.filter(
    (one) =>
      !isSamePlace(one, place) &&
      // A service whose channel is known stands for itself no more.
      !(one.serviceId === place.serviceId && one.channelId === undefined),
  );
  return [place, ...others].slice(0, RECENT_MAX);
}

/** Gives the nearest place back (-1) or forward (1) on the way where one can still go, and its index. */
export function placeAlong(
  state: AppState,
  step: 1 | -1,
): { readonly place: Place; readonly at: number } | undefined {
  const { places, at } = state.session.trail;
  for (let index = at + step; index >= 0 && index < places.length; index += step) {
    const place = places[index];
    if (place !== undefined && canGo(state, place) && !isSamePlace(place, places[at]))
      return { place, at: index };
  }
  return undefined;
}

/** Gives where one was last, the latest first, as far as one can still go there; the first is where one is. */
export const recentPlaces = (state: AppState): readonly Place[] =>
  state.session.trail.recent.filter((place) => canGo(state, place));

/** Gives what brings somebody to a place. */
export const goTo = ({ serviceId, channelId }: Place, trailAt?: number): Action =>
  channelId === undefined
    ? { kind: 'service-activated', serviceId, ...(trailAt !== undefined && { trailAt }) }
    : { kind: 'channel-open-requested', serviceId, channelId, ...(trailAt !== undefined && { trailAt }) };
