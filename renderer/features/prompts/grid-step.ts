/**
 * Gives where an arrow key, Home or End leads in a grid, by the upper edges of what is in it; where there is nothing it
 * stays. Undefined for other keys.
 */
export function toGridStep(
  key: string,
  at: number,
  tops: readonly number[],
  isRightToLeft: boolean,
): number | undefined {
  const columns = tops.filter((top) => top === tops[0]).length;
  const last = tops.length - 1;
  const aside = isRightToLeft ? -1 : 1;
  const inside = (to: number): number => (to < 0 || to > last ? at : to);
  switch (key) {
    case 'ArrowLeft':
      return inside(at - aside);
    case 'ArrowRight':
      return inside(at + aside);
    case 'ArrowUp':
      return inside(at - columns);
    case 'ArrowDown':
      return inside(at + columns);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
