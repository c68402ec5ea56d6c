import type { ServiceId } from '../model/service';
import { isAsking } from '../model/notice';
import { isSameRect, type Rect } from '../model/window';
import type { AppState } from '../state/app-state';
import { selectActiveService, selectFullScreen, selectServiceSession } from '../state/selectors';
import { isPageUp, isStillShown } from './page-up';
import { toBarWidth, toHintHeight, toNoticeHeight, toSizes } from './sizes';

/** Where everything in the window stands. */
export interface Layout {
  readonly shell: Rect;
  /** Where a service's page goes, whichever is shown. */
  readonly pageArea: Rect;
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
  const sizes = toSizes(state.persisted.settings);
  const bar = toBarWidth(sizes, content.width);
  const active = selectActiveService(state);
  const service = active && { ...selectServiceSession(state, active.id), enabled: active.enabled };
  const isSeen =
    !isLocked &&
    active !== undefined &&
    service !== undefined &&
    session.page === 'service' &&
    isPageUp(service);
  const isCovered = isSeen && isStillShown(service);
  const width = Math.max(0, content.width - bar);
  const newest = session.notices.at(-1);
  const foot = newest === undefined ? 0 : toNoticeHeight(sizes, width, isAsking(newest));
  const full = isSeen && session.surface !== 'find' ? selectFullScreen(state) : undefined;
  const isHinted = isSeen && !isCovered && session.busyHint?.serviceId === active.id;
  const top = sizes.header + (isHinted ? toHintHeight(sizes, width) : 0);
  const pageArea: Rect = full
    ? toFullArea(content, full.isSigned ? sizes.header : 0)
    : {
        x: session.language.isRightToLeft ? 0 : bar,
        y: top,
        width,
        height: Math.max(0, content.height - top - foot),
      };
  const hasPrompt = session.prompts.some((prompt) => prompt.serviceId === active?.id);
  return {
    shell: { x: 0, y: 0, width: content.width, height: content.height },
    pageArea,
    visibleServiceId: isSeen ? active.id : undefined,
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

/** All of the window, but for the line that says whose page fills it. */
const toFullArea = ({ width, height }: Rect, sign: number): Rect => ({
  x: 0,
  y: sign,
  width,
  height: Math.max(0, height - sign),
});

/** True when both layouts put everything in the same place. */
export const isSameLayout = (a: Layout, b: Layout): boolean =>
  isSameRect(a.shell, b.shell) &&
  isSameRect(a.pageArea, b.pageArea) &&
  a.visibleServiceId === b.visibleServiceId &&
  a.shellOnTop === b.shellOnTop &&
  a.isCovered === b.isCovered &&
  a.isLocked === b.isLocked;
