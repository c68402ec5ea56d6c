import type { OwnWindow } from '../model/own-window';
import type { ServiceId } from '../model/service';
import { defaultWindowPlace } from '../model/window';
import type { AppState } from './app-state';
import { nothingCalledUp, withPersisted, withSession } from './change';
import type { OwnWindowAction } from './own-window-actions';
import { isApart, selectApart } from './select-own-windows';
import { selectServicesInOrder } from './select-workspace';

/** Applies what happens to services in windows of their own. */
export function reduceOwnWindows(state: AppState, action: OwnWindowAction): AppState {
  const { serviceId } = action;
  switch (action.kind) {
    case 'own-window-opened': {
      const isThere = state.persisted.services.some(({ id, enabled }) => id === serviceId && enabled);
      return isThere ? withOwn(withSession(state, nothingCalledUp), serviceId, { isOpen: true }) : state;
    }
    case 'own-window-closed':
      return isApart(state, serviceId) ? close(state, serviceId) : state;
    case 'own-window-placed':
      return isApart(state, serviceId) ? withOwn(state, serviceId, { place: action.place }) : state;
    case 'own-window-changed':
      return isApart(state, serviceId)
        ? withSession(state, {
            ownWindows: { ...state.session.ownWindows, [serviceId]: action.window },
          })
        : state;
  }
}

/** It comes back to where it stands on the bar; whatever is up stays up, unless that is the very one. */
function close(state: AppState, serviceId: ServiceId): AppState {
  const { [serviceId]: _gone, ...ownWindows } = state.session.ownWindows;
  return withOwn(withSession(state, { ownWindows }), serviceId, { isOpen: false });
}

function withOwn(state: AppState, serviceId: ServiceId, changes: Partial<OwnWindow>): AppState {
  const { ownWindows } = state.persisted;
  const before = ownWindows.find((one) => one.serviceId === serviceId) ?? {
    serviceId,
    place: defaultWindowPlace,
    isOpen: false,
  };
  return withPersisted(state, {
    ownWindows: [...ownWindows.filter((one) => one.serviceId !== serviceId), { ...before, ...changes }],
  });
}

/**
 * Keeps the window of the shell for those that are not in one of their own: whoever goes to one that is goes to its
 * window, and stays here where they were; whoever has taken it out is at the other side, or where they were last. Where
 * all are out, one of them is active, as ever.
 */
export function withOthersUp(before: AppState, after: AppState): AppState {
  const { activeServiceId, split } = after.persisted;
  if (after.persisted === before.persisted || !isApart(after, activeServiceId)) return withoutGone(after);
  const was = before.persisted.activeServiceId;
  const out = selectApart(after);
  const onBar = selectServicesInOrder(after).filter(({ id, enabled }) => enabled && !out.includes(id));
  const isThere = (id: ServiceId | null | undefined): id is ServiceId => onBar.some((one) => one.id === id);
  const last = after.session.trail.recent.find(({ serviceId }) => isThere(serviceId));
  const next = [was, split?.otherId, last?.serviceId, onBar[0]?.id].find(isThere);
  return withoutGone(
    next === undefined ? after : asBefore(before, withPersisted(after, { activeServiceId: next })),
  );
}

/** The very state of before where going there and back has changed nothing. */
function asBefore(before: AppState, after: AppState): AppState {
  const keys = Object.keys(after.persisted) as (keyof AppState['persisted'])[];
  if (keys.some((key) => after.persisted[key] !== before.persisted[key])) return after;
  return after.session === before.session ? before : { ...after, persisted: before.persisted };
}

/** Nothing is known of windows that are not open. */
function withoutGone(state: AppState): AppState {
  const { ownWindows } = state.session;
  const ids = Object.keys(ownWindows);
  if (ids.length === 0) return state;
  const out = selectApart(state);
  return ids.every((id) => out.includes(id))
    ? state
    : withSession(state, {
        ownWindows: Object.fromEntries(Object.entries(ownWindows).filter(([id]) => out.includes(id))),
      });
}
