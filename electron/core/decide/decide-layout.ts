import { isSame } from '../model/is-same';
import { isAsking } from '../model/notice';
import type { Service, ServiceId } from '../model/service';
import { isSameRect, type Rect } from '../model/window';
import type { AppState } from '../state/app-state';
import { isApart } from '../state/select-own-windows';
import { selectSides, type ShownSides } from '../state/select-sides';
import {
  selectActiveService,
  selectFullScreen,
  selectService,
  selectServiceSession,
} from '../state/selectors';
import { layoutSides, toPageOfSide, type Sides } from './layout-sides';
import { isPageUp, isStillShown } from './page-up';
import { toBarWidth, toHintHeight, toNoticeHeight, toSizes } from './sizes';

/** The page of the service that is shown beside the active one. */
export interface PageBeside {
  readonly serviceId: ServiceId;
  readonly area: Rect;
  readonly isVisible: boolean;
  readonly isCovered: boolean;
}

/** Where everything in the window stands. */
export interface Layout {
  readonly shell: Rect;
  /** Where the page of the active service goes, and of any other that would be shown in its place. */
  readonly pageArea: Rect;
  /** The page beside it, where there are two. */
  readonly beside: PageBeside | undefined;
  /** Where both stand, while the page area is theirs. */
  readonly sides: (Sides & Pick<ShownSides, 'firstId' | 'secondId'>) | undefined;
  /** The service whose page is to be seen; none while the shell draws the page area itself. */
  readonly visibleServiceId: ServiceId | undefined;
  /** The shell is drawn over the page (a menu, sheet or dialog is open). */
  readonly shellOnTop: boolean;
  /** The picture of what was seen last is drawn over the page, which has the keyboard already. */
  readonly isCovered: boolean;
  /** No page is in the window at all. */
  readonly isLocked: boolean;
}

/** Decides where the shell and the page of the active service stand in the window's content area. */
export function decideLayout(state: AppState): Layout {
  const { session } = state;
  const { content } = session.window;
  const isLocked = session.lock.kind === 'locked';
  const isUp = !isLocked && session.page === 'service';
  const sizes = toSizes(state.persisted.settings);
  const bar = toBarWidth(sizes, content.width);
  const active = selectActiveService(state);
  const { isSeen, isCovered } = toShown(state, active, isUp);
  const width = Math.max(0, content.width - bar);
  const newest = session.notices.at(-1);
  const foot = newest === undefined ? 0 : toNoticeHeight(sizes, width, isAsking(newest));
  const full = isSeen && session.surface !== 'find' ? selectFullScreen(state) : undefined;
  const isHinted = isSeen && !isCovered && session.busyHint?.serviceId === active?.id;
  const top = sizes.header + (isHinted ? toHintHeight(sizes, width) : 0);
  const room: Rect = full
    ? toFullArea(content, full.isSigned ? sizes.header : 0)
    : {
        x: session.language.isRightToLeft ? 0 : bar,
        y: top,
        width,
        height: Math.max(0, content.height - top - foot),
      };
  const shown = full === undefined ? selectSides(state) : undefined;
  const sides = shown && {
    ...layoutSides(room, shown.direction, shown.share, sizes, session.language.isRightToLeft),
    firstId: shown.firstId,
    secondId: shown.secondId,
  };
  const isFirst = sides?.firstId === active?.id;
  const hasPrompt = session.prompts.some(
    ({ serviceId }) => serviceId === active?.id || isApart(state, serviceId),
  );
  return {
    shell: { x: 0, y: 0, width: content.width, height: content.height },
    pageArea: sides === undefined ? room : toPageOfSide(isFirst ? sides.first : sides.second, sizes),
    beside: shown &&
      sides && {
        serviceId: shown.otherId,
        area: toPageOfSide(isFirst ? sides.second : sides.first, sizes),
        ...toBeside(state, shown.otherId, isUp),
      },
    sides: isUp ? sides : undefined,
    visibleServiceId: isSeen ? active?.id : undefined,
    isCovered,
    isLocked,
    shellOnTop:
      isLocked ||
      session.overlayOpen ||
      session.asked !== undefined ||
      session.switching?.isListed === true ||
      (session.surface !== undefined && session.surface !== 'find') ||
      (hasPrompt && session.page === 'service'),
  };
}

/** Whether the page of a service is to be seen where it stands, and whether its picture lies over it. */
function toShown(
  state: AppState,
  service: Service | undefined,
  isUp: boolean,
): { readonly isSeen: boolean; readonly isCovered: boolean } {
  if (service === undefined || !isUp || isApart(state, service.id))
    return { isSeen: false, isCovered: false };
  const session = { ...selectServiceSession(state, service.id), enabled: service.enabled };
  const isSeen = isPageUp(session);
  return { isSeen, isCovered: isSeen && isStillShown(session) };
}

function toBeside(
  state: AppState,
  serviceId: ServiceId,
  isUp: boolean,
): Pick<PageBeside, 'isVisible' | 'isCovered'> {
  const { isSeen, isCovered } = toShown(state, selectService(state, serviceId), isUp);
  return { isVisible: isSeen, isCovered };
}

/** Gives where the page of a service stands, or would. */
export const areaOf = ({ beside, pageArea }: Layout, serviceId: ServiceId | undefined): Rect =>
  beside !== undefined && beside.serviceId === serviceId ? beside.area : pageArea;

/** All of the window, but for the line that says whose page fills it. */
const toFullArea = ({ width, height }: Rect, sign: number): Rect => ({
  x: 0,
  y: sign,
  width,
  height: Math.max(0, height - sign),
});

/** Gives the services whose pages are to be seen, in the order in which they stand. */
export function pagesInOrder({ visibleServiceId, beside, sides }: Layout): readonly ServiceId[] {
  const other = beside?.isVisible === true ? beside.serviceId : undefined;
  const pages = sides?.firstId === other ? [other, visibleServiceId] : [visibleServiceId, other];
  return pages.filter((id) => id !== undefined);
}

/** True when both layouts put everything in the same place. */
export const isSameLayout = (a: Layout, b: Layout): boolean =>
  isSameRect(a.shell, b.shell) &&
  isSameRect(a.pageArea, b.pageArea) &&
  isSame(a.beside, b.beside) &&
  a.visibleServiceId === b.visibleServiceId &&
  a.shellOnTop === b.shellOnTop &&
  a.isCovered === b.isCovered &&
  a.isLocked === b.isLocked;
