import type { ServiceId } from '../model/service';
import type { AppState } from '../state/app-state';
import { selectApart } from '../state/select-own-windows';
import { selectService, selectServiceSession, selectServiceUnread } from '../state/selectors';
import { isLocked } from '../state/veil';
import { toBadge } from './decide-badge';
import { toTitle } from './decide-window-title';
import { isPageUp } from './page-up';

/** The page in a window of a service's own: its size is that window's. */
export interface OwnPage {
  readonly serviceId: ServiceId;
  readonly width: number;
  readonly height: number;
  readonly isSeen: boolean;
}

/** Decides how the page in each window of a service's own is. */
export const decideOwnPages = (state: AppState): readonly OwnPage[] =>
  selectApart(state).map((serviceId) => {
    const { width, height } = state.session.ownWindows[serviceId]?.content ?? { width: 0, height: 0 };
    return { serviceId, width, height, isSeen: isOwnPageSeen(state, serviceId) };
  });

/** True where the page of a service that has its own window is to be seen there. While all is locked none is. */
export const isOwnPageSeen = (state: AppState, serviceId: ServiceId): boolean =>
  !isLocked(state) && isPageUp({ ...selectServiceSession(state, serviceId), enabled: true });

/** Gives the title of such a window: `Team chat — Foyer`, `(3) Team chat — Foyer`; the number is of this service. While all is locked: `Foyer`. */
export function decideOwnTitle(state: AppState, serviceId: ServiceId): string {
  const service = selectService(state, serviceId);
  return service === undefined || isLocked(state)
    ? toTitle({ kind: 'none' }, undefined)
    : toTitle(toBadge(selectServiceUnread(state, service)), service.name);
}
