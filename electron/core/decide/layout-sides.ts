import type { Rect } from '../model/window';
import type { Sizes } from './sizes';

/** Side by side, or one above the other. */
export type SplitDirection = 'row' | 'column';

/** Where two pages stand, each under a head with its name, and what is between them. */
export interface Sides {
  readonly direction: SplitDirection;
  /** With their heads. The first is at the start, or above. */
  readonly first: Rect;
  readonly second: Rect;
  readonly divider: Rect;
  /** Share of the first as it is drawn, and what it can be here. */
  readonly share: number;
  readonly shareMin: number;
  readonly shareMax: number;
}

/** The least that a side takes: narrower pages of messengers turn into something else. */
export const SIDE_MIN = { row: 320, column: 200 } as const;

/** Decides how two pages go into a room this large; `undefined` where only one does. */
export function decideDirection(
  room: Pick<Rect, 'width' | 'height'>,
  { divider }: Pick<Sizes, 'divider'>,
): SplitDirection | undefined {
  if (room.width >= 2 * SIDE_MIN.row + divider) return 'row';
  return room.height >= 2 * SIDE_MIN.column + divider ? 'column' : undefined;
}

/** Gives the places of two pages in an area, the first taking about so much of it. */
export function layoutSides(
  area: Rect,
  direction: SplitDirection,
  share: number,
  { divider }: Pick<Sizes, 'divider'>,
  isRightToLeft: boolean,
): Sides {
  const along = direction === 'row' ? area.width : area.height;
  const between = Math.min(divider, along);
  const whole = along - between;
  // A line of notices may have taken what made it enough.
  const least = Math.min(SIDE_MIN[direction], Math.floor(whole / 2));
  const first = Math.min(whole - least, Math.max(least, Math.round(whole * share)));
  const second = whole - first;
  const shareOf = (size: number): number => (whole === 0 ? 0.5 : size / whole);
  const shares = { share: shareOf(first), shareMin: shareOf(least), shareMax: shareOf(whole - least) };
  const at = (from: number, size: number): Rect =>
    direction === 'column'
      ? { ...area, y: area.y + from, height: size }
      : { ...area, x: isRightToLeft ? area.x + area.width - from - size : area.x + from, width: size };
  return {
    direction,
    first: at(0, first),
    second: at(first + between, second),
    divider: at(first, between),
    ...shares,
  };
}

/** Gives what of a side is its page: all but the head. */
export const toPageOfSide = (side: Rect, { sideHead }: Pick<Sizes, 'sideHead'>): Rect => ({
  ...side,
  y: side.y + Math.min(sideHead, side.height),
  height: Math.max(0, side.height - sideHead),
});
