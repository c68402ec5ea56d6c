import type { ServiceId } from '../model/service';
import type { Rect } from '../model/window';
import type { AppState } from '../state/app-state';
import { isApart, selectApart, selectOwnFullScreen } from '../state/select-own-windows';
import { selectService, selectServiceSession, selectServiceUnread } from '../state/selectors';
import { isLocked } from '../state/veil';
import { toBadge } from './decide-badge';
import { toTitle } from './decide-window-title';
import { isPageUp } from './page-up';
import { toSizes } from './sizes';

/** What stands over the page in a window of a service's own: where one finds in it, or whose page fills the screen. */
export type OwnLine = 'find' | 'sign';

/** The page in such a window. */
export interface OwnPage {
  readonly serviceId: ServiceId;
  readonly area: Rect;
  readonly isSeen: boolean;
  readonly line: OwnLine | undefined;
}

/** Decides how the page in each window of a service's own is. */
export const decideOwnPages = (state: AppState): readonly OwnPage[] =>
  selectApart(state).map((serviceId) => {
    const content = state.session.ownWindows[serviceId]?.content ?? { width: 0, height: 0 };
    return {
      serviceId,
      area: toOwnArea(state, serviceId, content),
      isSeen: isOwnPageSeen(state, serviceId),
      line: decideOwnLine(state, serviceId),
    };
  });

/** Decides what stands over the page of a service in its own window. While all is locked nothing does. */
export function decideOwnLine(state: AppState, serviceId: ServiceId): OwnLine | undefined {
  if (isLocked(state) || !isApart(state, serviceId)) return undefined;
  if (state.session.ownFind === serviceId) return 'find';
  return selectOwnFullScreen(state, serviceId)?.isSigned === true ? 'sign' : undefined;
}

/** Gives how high that line is, in px. */
export const toOwnLineHeight = (state: AppState): number => toSizes(state.persisted.settings).header;

/** Gives where the page stands in its own window, in so much room. */
export function toOwnArea(
  state: AppState,
  serviceId: ServiceId,
  { width, height }: Pick<Rect, 'width' | 'height'>,
): Rect {
  const y = decideOwnLine(state, serviceId) === undefined ? 0 : toOwnLineHeight(state);
  return { x: 0, y, width, height: Math.max(0, height - y) };
}

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
