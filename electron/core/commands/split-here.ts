import type { ServiceId } from '../model/service';
import type { AppState } from '../state/app-state';
import { recentPlaces } from '../state/places';
import { isApart, selectShowable } from '../state/select-own-windows';
import { selectSides, selectSplit } from '../state/select-sides';
import type { ToAction } from './to-action';

/** The service that comes beside the active one when nobody says which: where one was last, else the next on the bar. */
function nextBeside(state: AppState): ServiceId | undefined {
  const { activeServiceId } = state.persisted;
  const onBar = selectShowable(state).map(({ id }) => id);
  const others = onBar.filter((id) => id !== activeServiceId);
  const last = recentPlaces(state).find(({ serviceId }) => others.includes(serviceId));
  const at = activeServiceId === null ? -1 : onBar.indexOf(activeServiceId);
  return last?.serviceId ?? onBar[at + 1] ?? others[0];
}

/** Shows a second service beside the one that is up, or only that one again. */
export const toggleSplit: ToAction = (state) => {
  if (isApart(state, state.persisted.activeServiceId)) return undefined;
  const split = selectSplit(state);
  if (split !== undefined) return { kind: 'split-closed', serviceId: split.otherId };
  const serviceId = nextBeside(state);
  return serviceId === undefined ? undefined : { kind: 'split-opened', serviceId };
};

/** Has both sides change places. */
export const swapSides: ToAction = (state) =>
  selectSides(state) === undefined ? undefined : { kind: 'split-swapped' };

/** Goes to the side that has not the keyboard. */
export const otherSide: ToAction = (state) => {
  const sides = selectSides(state);
  return sides && { kind: 'service-activated', serviceId: sides.otherId };
};
