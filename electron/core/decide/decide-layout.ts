import type { ServiceId } from '../model/service';
import { isAsking } from '../model/notice';
import { isSameRect, type Rect } from '../model/window';
import type { AppState } from '../state/app-state';
import { selectActiveService, selectServiceSession } from '../state/selectors';
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
  const { content } = state.session.window;
  const isLocked = state.session.lock.kind === 'locked';
  const sizes = toSizes(state.persisted.settings);
  const bar = toBarWidth(sizes, content.width);
  const active = selectActiveService(state);
  const service = active && { ...selectServiceSession(state, active.id), enabled: active.enabled };
  const isSeen =
    !isLocked &&
    active !== undefined &&
    service !== undefined &&
    state.session.page === 'service' &&
    isPageUp(service);
  const isCovered = isSeen && isStillShown(service);
  const width = Math.max(0, content.width - bar);
  const newest = state.session.notices.at(-1);
  const foot = newest === undefined ? 0 : toNoticeHeight(sizes, width, isAsking(newest));
  const isHinted = isSeen && !isCovered && state.session.busyHint?.serviceId === active.id;
  const top = sizes.header + (isHinted ? toHintHeight(sizes, width) : 0);
  const pageArea: Rect = {
    x: state.session.language.isRightToLeft ? 0 : bar,
    y: top,
    width,
    height: Math.max(0, content.height - top - foot),
  };
  const hasPrompt = state.session.prompts.some((prompt) => prompt.serviceId === active?.id);
  return {
    shell: { x: 0, y: 0, width: content.width, height: content.height },
    pageArea,
    visibleServiceId: isSeen ? active.id : undefined,
    isCovered,
    isLocked,
    shellOnTop:
      isLocked ||
      state.session.overlayOpen ||
      state.session.switching?.isListed === true ||
      (state.session.surface !== undefined && state.session.surface !== 'find') ||
      (hasPrompt && state.session.page === 'service'),
  };
}

/** True when both layouts put everything in the same place. */
export const isSameLayout = (a: Layout, b: Layout): boolean =>
  isSameRect(a.shell, b.shell) &&
  isSameRect(a.pageArea, b.pageArea) &&
  a.visibleServiceId === b.visibleServiceId &&
  a.shellOnTop === b.shellOnTop &&
  a.isCovered === b.isCovered &&
  a.isLocked === b.isLocked;
