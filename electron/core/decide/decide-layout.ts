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
import { isLocked } from '../state/veil';
import { layoutSides, toPageOfSide, type Sides } from './layout-sides';
import { isPageUp, isStillShown } from './page-up';
import { toBarWidth, toHintHeight, toNoticeHeight, toSizes, type Sizes } from './sizes';

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
  const isShut = isLocked(state);
  const isUp = !isShut && session.page === 'service';
  const sizes = toSizes(state.persisted.settings);
  const active = selectActiveService(state);
  const { isSeen, isCovered } = toShown(state, active, isUp);
  const full = isSeen && session.surface !== 'find' ? selectFullScreen(state) : undefined;
  const isHinted = isSeen && !isCovered && session.busyHint?.serviceId === active?.id;
  const room = full
    ? toFullArea(content, full.isSigned ? sizes.header : 0)
    : toPageRoom(state, sizes, isHinted);
  const shown = full === undefined ? selectSides(state) : undefined;
  const sides = shown && {
    ...layoutSides(room, shown.direction, shown.share, sizes, session.language.isRightToLeft),
    firstId: shown.firstId,
    secondId: shown.secondId,
  };
  const isFirst = sides?.firstId === active?.id;
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
    isLocked: isShut,
    shellOnTop: isShut || isShellOpen(state),
  };
}

/** What bar, header and lines over and under it leave of the window. */
function toPageRoom({ session }: AppState, sizes: Sizes, isHinted: boolean): Rect {
  const { content } = session.window;
  const bar = toBarWidth(sizes, content.width);
  const width = Math.max(0, content.width - bar);
  const newest = session.notices.at(-1);
  const foot = newest === undefined ? 0 : toNoticeHeight(sizes, width, isAsking(newest));
  const top = sizes.header + (isHinted ? toHintHeight(sizes, width) : 0);
  return {
    x: session.language.isRightToLeft ? 0 : bar,
    y: top,
    width,
    height: Math.max(0, content.height - top - foot),
  };
}

/** True while something of the shell's is open that is drawn over the page; the line for finding is not. */
function isShellOpen(state: AppState): boolean {
  const { overlayOpen, asked, switching, surface, prompts, page } = state.session;
  const { activeServiceId } = state.persisted;
  return (
    overlayOpen ||
    asked !== undefined ||
    switching?.isListed === true ||
    (surface !== undefined && surface !== 'find') ||
    (page === 'service' &&
      prompts.some(({ serviceId }) => serviceId === activeServiceId || isApart(state, serviceId)))
  );
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
