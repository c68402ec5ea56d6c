import type { Rect, WindowPlace } from '../model/window';

/** Smallest window, in px. */
export const WINDOW_MIN = { width: 480, height: 400 } as const;
const WINDOW_DEFAULT = { width: 1200, height: 800 } as const;
/** How much of the title line must be on a screen for the person to get hold of the window. */
const GRIP = { width: 120, height: 32 } as const;

/** Decides where the window opens: where it was, if that can still be seen and got hold of, else in the middle of the first work area. */
export function decideWindowBounds(place: WindowPlace, workAreas: readonly Rect[]): Rect {
  const main = workAreas[0] ?? { x: 0, y: 0, width: WINDOW_DEFAULT.width, height: WINDOW_DEFAULT.height };
  const wanted = place.bounds;
  if (wanted !== null) {
    const home = workAreas.find((area) => canGrip({ ...fitInto(wanted, area), y: wanted.y }, area));
    if (home !== undefined) return fitInto(wanted, home);
  }
  const size = fitInto({ ...(wanted ?? { x: main.x, y: main.y, ...WINDOW_DEFAULT }) }, main);
  return {
    ...size,
    x: main.x + Math.round((main.width - size.width) / 2),
    y: main.y + Math.round((main.height - size.height) / 2),
  };
}

function canGrip(bounds: Rect, area: Rect): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const isTopInside = bounds.y >= area.y - 8 && bounds.y + GRIP.height <= area.y + area.height;
  return width >= GRIP.width && isTopInside;
}

/** Keeps the place, makes the size fit: never larger than the area, never smaller than the least. */
function fitInto(bounds: Rect, area: Rect): Rect {
  const width = Math.max(WINDOW_MIN.width, Math.min(bounds.width, area.width));
  const height = Math.max(WINDOW_MIN.height, Math.min(bounds.height, area.height));
  return { x: bounds.x, y: Math.max(bounds.y, area.y), width, height };
}
