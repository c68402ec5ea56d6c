// @ts-check

/** A straight line through points. @typedef {{ slope: number, start: number }} Line `start`: its height at 0 */

/**
 * The line that is nearest to all points (least squares).
 * @param {readonly (readonly [x: number, y: number])[]} points
 * @returns {Line | undefined} none through fewer than two places
 */
export function leastSquares(points) {
  const count = points.length;
  const sum = (/** @type {(x: number, y: number) => number} */ of) =>
    points.reduce((all, [x, y]) => all + of(x, y), 0);
  const [sumX, sumY] = [sum((x) => x), sum((_, y) => y)];
  const width = count * sum((x) => x * x) - sumX * sumX;
  if (count < 2 || width === 0) return undefined;
  const slope = (count * sum((x, y) => x * y) - sumX * sumY) / width;
  return { slope, start: (sumY - slope * sumX) / count };
}
