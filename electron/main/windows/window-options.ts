import { screen } from 'electron/main';
import type { Rect } from '../../core/model/window';

/** Colours of the ground, so that nothing flashes before something is drawn (`tokens.css`). */
export const toGround = (isDark: boolean): string => (isDark ? '#171614' : '#F7F6F3');

/** Gives the screens without the system's bars, the first one first. */
export function workAreas(): readonly Rect[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
