import type { BaseWindow } from 'electron/main';
import type { OwnWindowState } from '../../core/model/own-window';
import type { WindowPlace } from '../../core/model/window';

interface WindowReports {
  readonly changed: (seen: OwnWindowState) => void;
  readonly placed: (place: WindowPlace) => void;
}

/** Tells how a window is to be seen, now and whenever that changes, and where it stands whenever the person moves it. */
export function reportWindow(window: BaseWindow, { changed, placed }: WindowReports): void {
  const report = (): void => {
    if (window.isDestroyed()) return;
    const { width, height } = window.getContentBounds();
    const visible = window.isVisible() && !window.isMinimized();
    changed({ content: { width, height }, visible, focused: window.isFocused() });
  };
  const place = (): void => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    placed({ bounds: { ...window.getNormalBounds() }, maximized: window.isMaximized() });
  };
  const both = (): void => {
    report();
    place();
  };
  window.on('resize', both);
  window.on('move', place);
  window.on('maximize', both);
  window.on('unmaximize', both);
  window.on('restore', both);
  window.on('show', report);
  window.on('hide', report);
  window.on('minimize', report);
  window.on('enter-full-screen', report);
  window.on('leave-full-screen', report);
  window.on('focus', report);
  window.on('blur', report);
  report();
}
