import type { ServiceId } from '../model/service';
import type { Rect } from '../model/window';
import type { AppState } from '../state/app-state';
import { isApart, selectApart, selectOwnFullScreen } from '../state/select-own-windows';
import { selectOwnPage, selectService, selectServiceUnread } from '../state/selectors';
import { isLocked } from '../state/veil';
import { toBadge } from './decide-badge';
import { toTitle } from './decide-window-title';
import { isPageLost, isPageUp } from './page-up';
import { toSizes } from './sizes';

/** What of the shell's stands in a window of a service's own: where one finds in its page, whose page fills the screen, why there is none. */
export type OwnLine = 'find' | 'sign' | 'failure';

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

/** Decides what of the shell's stands in a service's own window. While all is locked nothing does. */
export function decideOwnLine(state: AppState, serviceId: ServiceId): OwnLine | undefined {
  if (isLocked(state) || !isApart(state, serviceId)) return undefined;
  if (isPageLost(selectOwnPage(state, serviceId))) return 'failure';
  if (state.session.ownFind === serviceId) return 'find';
  return selectOwnFullScreen(state, serviceId)?.isSigned === true ? 'sign' : undefined;
}

/** True for what the person types in, or presses: the keyboard is there, and not in the page. */
export const hasOwnKeyboard = (line: OwnLine | undefined): boolean => line === 'find' || line === 'failure';

/** Gives where that stands, in so much room: in a row over the page, or in its place. */
export function toOwnLineArea(
  state: AppState,
  serviceId: ServiceId,
  { width, height }: Pick<Rect, 'width' | 'height'>,
): Rect {
  const isInstead = decideOwnLine(state, serviceId) === 'failure';
  return { x: 0, y: 0, width, height: isInstead ? height : toLineHeight(state) };
}

const toLineHeight = (state: AppState): number => toSizes(state.persisted.settings).header;

/** Gives where the page stands in its own window, in so much room. */
export function toOwnArea(
  state: AppState,
  serviceId: ServiceId,
  { width, height }: Pick<Rect, 'width' | 'height'>,
): Rect {
  const line = decideOwnLine(state, serviceId);
  const y = line === undefined || line === 'failure' ? 0 : toLineHeight(state);
  return { x: 0, y, width, height: Math.max(0, height - y) };
}

/** True where the page of a service that has its own window is to be seen there. While all is locked none is. */
export const isOwnPageSeen = (state: AppState, serviceId: ServiceId): boolean =>
  !isLocked(state) && isPageUp(selectOwnPage(state, serviceId));

/** Gives the title of such a window: `Team chat — Foyer`, `(3) Team chat — Foyer`; the number is of this service. While all is locked: `Foyer`. */
export function decideOwnTitle(state: AppState, serviceId: ServiceId): string {
  const service = selectService(state, serviceId);
  return service === undefined || isLocked(state)
    ? toTitle({ kind: 'none' }, undefined)
    : toTitle(toBadge(selectServiceUnread(state, service)), service.name);
}
