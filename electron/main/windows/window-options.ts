import { nativeTheme, screen, type BaseWindow, type BaseWindowConstructorOptions } from 'electron/main';
import { decideWindowBounds, WINDOW_MIN } from '../../core/decide/decide-window-bounds';
import type { Rect, WindowPlace } from '../../core/model/window';

/** The colour of the ground now, so that nothing flashes before something is drawn (`tokens.css`). */
const toGround = (): string => (nativeTheme.shouldUseDarkColors ? '#171614' : '#F7F6F3');

/** Gives what Foyer's windows have in common: one opens where it was, and is not shown yet. */
export const toWindowOptions = (place: WindowPlace): BaseWindowConstructorOptions => ({
  ...decideWindowBounds(place, workAreas()),
  minWidth: WINDOW_MIN.width,
  minHeight: WINDOW_MIN.height,
  show: false,
  backgroundColor: toGround(),
  autoHideMenuBar: true,
});

/** Gives a window the ground of the theme there is now. */
export const paintGround = (window: BaseWindow): void => window.setBackgroundColor(toGround());

/** Gives the screens without the system's bars, the first one first. */
function workAreas(): readonly Rect[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
