import { isPageLost } from '../decide/page-up';
import type { OwnWindow } from '../model/own-window';
import type { ServiceId } from '../model/service';
import { defaultWindowPlace } from '../model/window';
import type { AppState } from './app-state';
import { nothingCalledUp, withPersisted, withSession } from './change';
import { isServiceOn } from './is-service';
import type { OwnWindowAction } from './own-window-actions';
import { isApart, selectApart, selectShowable } from './select-own-windows';
import { selectOwnPage } from './selectors';

/** Applies what happens to services in windows of their own. */
export function reduceOwnWindows(state: AppState, action: OwnWindowAction): AppState {
  const { serviceId } = action;
  switch (action.kind) {
    case 'own-window-opened':
      return isServiceOn(state, serviceId)
        ? withOwn(withSession(state, nothingCalledUp), serviceId, { isOpen: true })
        : state;
    // It comes back to where it stands on the bar; whatever is up stays up, unless that is the very one.
    case 'own-window-closed':
      return isApart(state, serviceId) ? withOwn(state, serviceId, { isOpen: false }) : state;
    // One finds in one page at a time.
    case 'own-find-opened':
      return isApart(state, serviceId) && hasPage(state, serviceId)
        ? withSession(state, {
            ownFind: serviceId,
            surface: state.session.surface === 'find' ? undefined : state.session.surface,
          })
        : state;
    case 'own-find-closed':
      return state.session.ownFind === serviceId ? withSession(state, { ownFind: undefined }) : state;
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

const hasPage = (state: AppState, serviceId: ServiceId): boolean =>
  !isPageLost(selectOwnPage(state, serviceId));

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
  const here = selectShowable(after).map(({ id }) => id);
  const isHere = (id: ServiceId | null | undefined): id is ServiceId => here.some((one) => one === id);
  const last = after.session.trail.recent.find(({ serviceId }) => isHere(serviceId));
  const next = [was, split?.otherId, last?.serviceId, here[0]].find(isHere);
  if (next === undefined) return withoutGone(after);
  // Whoever goes there and back has changed nothing: it is the very state of before.
  const persisted = withPersisted(before, { ...after.persisted, activeServiceId: next });
  return withoutGone(withSession(persisted, after.session));
}

/** Nothing is known of windows that are not open. */
function withoutGone(state: AppState): AppState {
  const { ownWindows, ownFind } = state.session;
  const ids = Object.keys(ownWindows);
  if (ids.length === 0 && ownFind === undefined) return state;
  const out = selectApart(state);
  return [...ids, ownFind].every((id) => id === undefined || out.includes(id))
    ? state
    : withSession(state, {
        ownWindows: Object.fromEntries(Object.entries(ownWindows).filter(([id]) => out.includes(id))),
        ownFind: out.find((id) => id === ownFind),
      });
}
