import { isSame } from '../model/is-same';
import type { ServiceId } from '../model/service';
import type { AppState } from '../state/app-state';
import { selectApart } from '../state/select-own-windows';
import { selectService, selectServiceSession, selectServiceUnread } from '../state/selectors';
import { isLocked } from '../state/veil';
import { toBadge } from './decide-badge';
import { toTitle } from './decide-window-title';
import { isPageUp } from './page-up';

/** What of a window of a service's own is to be as the state says. */
export interface OwnWindowLook {
  readonly serviceId: ServiceId;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Its page is to be seen in it. */
  readonly isPageSeen: boolean;
}

/** Decides how each window of a service's own is. While all is locked none of them has a name or a page. */
export const decideOwnWindows = (state: AppState): readonly OwnWindowLook[] =>
  selectApart(state).map((serviceId) => {
    const { width, height } = state.session.ownWindows[serviceId]?.content ?? { width: 0, height: 0 };
    const title = decideOwnTitle(state, serviceId);
    const isUp = isPageUp({ ...selectServiceSession(state, serviceId), enabled: true });
    return { serviceId, title, width, height, isPageSeen: isUp && !isLocked(state) };
  });

export const isSameOwnWindows = (a: readonly OwnWindowLook[], b: readonly OwnWindowLook[]): boolean =>
  isSame(a, b);

/** Gives the title of such a window: `Team chat — Foyer`, `(3) Team chat — Foyer`; the number is of this service. */
export function decideOwnTitle(state: AppState, serviceId: ServiceId): string {
  const service = selectService(state, serviceId);
  return service === undefined || isLocked(state)
    ? toTitle({ kind: 'none' }, undefined)
    : toTitle(toBadge(selectServiceUnread(state, service)), service.name);
}
