import type { ServiceId } from '../model/service';
import { isSameRect, type Rect } from '../model/window';
import type { AppState } from '../state/app-state';
import { selectActiveService, selectServiceSession } from '../state/selectors';
import { isPageUp } from './page-up';

/** Height of the header over a page, in px. */
export const HEADER_HEIGHT = 40;
/** Height of the line of notices under a page, in px; the page gives way to it rather than being covered. */
export const NOTICE_HEIGHT = 44;
/** The same where it asks something and the page is narrow: its answers have a row of their own. */
export const ASKING_HEIGHT = 80;
/** From which width of a page on a notice that asks has one row, in px. */
export const ASKING_WIDE_FROM = 640;
/** Height of the line that offers to hear less of a busy channel, in px: one row, or two where a page is narrow. */
export const HINT_HEIGHT = { wide: 44, narrow: 80 } as const;
/** From which width of a page on the hint has one row, in px. */
export const HINT_WIDE_FROM = 820;
/** Width of the service bar, in px, by setting. */
export const BAR_WIDTH = { compact: 44, normal: 64, names: 200 } as const;

/** Where everything in the window stands. */
export interface Layout {
  readonly shell: Rect;
  /** Where a service's page goes, whichever is shown. */
  readonly pageArea: Rect;
  /** The service whose page is to be seen; none while the shell draws the page area itself. */
  readonly visibleServiceId: ServiceId | undefined;
  /** The shell is drawn over the page (a menu, sheet or dialog is open). */
  readonly shellOnTop: boolean;
}

/** Decides where the shell and the page of the active service stand in the window's content area. */
export function decideLayout(state: AppState): Layout {
  const { content } = state.session.window;
  const { barShown, barSize } = state.persisted.settings;
  const bar = barShown ? Math.min(content.width, BAR_WIDTH[barSize]) : 0;
  const active = selectActiveService(state);
  const isSeen =
    active !== undefined &&
    state.session.page === 'service' &&
    isPageUp({ ...selectServiceSession(state, active.id), enabled: active.enabled });
  const width = Math.max(0, content.width - bar);
  const newest = state.session.notices.at(-1);
  const isAsking = newest?.kind === 'mute-there' && width < ASKING_WIDE_FROM;
  const foot = newest === undefined ? 0 : isAsking ? ASKING_HEIGHT : NOTICE_HEIGHT;
  const isHinted = isSeen && state.session.busyHint?.serviceId === active.id;
  const top = HEADER_HEIGHT + (isHinted ? HINT_HEIGHT[width < HINT_WIDE_FROM ? 'narrow' : 'wide'] : 0);
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
    shellOnTop:
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
  a.shellOnTop === b.shellOnTop;
