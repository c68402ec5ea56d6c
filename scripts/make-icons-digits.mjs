// @ts-check
/** @typedef {{ width: number, height: number, stroke: number }} DigitSize in pixels, the stroke's ends included */

/**
 * Gives the centre line of a digit or of `+`, as SVG path data from 0,0. With whole pixels for size and stroke the
 * straight parts fall on whole pixels. No font is used, so every machine draws the same.
 * @param {string} sign `1` to `9` or `+`
 * @param {DigitSize} size
 */
export function digitPath(sign, { width, height, stroke }) {
  const left = stroke / 2;
  const top = stroke / 2;
  const right = width - stroke / 2;
  const bottom = height - stroke / 2;
  const middle = Math.round((height - stroke) / 2) + stroke / 2;
  const centre = (left + right) / 2;
  const round = Math.min((right - left) / 2, (middle - top) / 2);
  /** @param {number} x @param {number} y */
  const arc = (x, y, sweep = 1, radius = round) => `A${radius} ${radius} 0 0 ${sweep} ${x} ${y}`;
  const ring = (/** @type {number} */ from, /** @type {number} */ to) =>
    `M${left + round} ${from}H${right - round}${arc(right, from + round)}V${to - round}${arc(right - round, to)}H${left + round}${arc(left, to - round)}V${from + round}${arc(left + round, from)}Z`;
  switch (sign) {
    case '1': {
      const stem = Math.round(width / 2 - stroke / 2 + 0.5) + stroke / 2;
      return `M${stem} ${bottom}V${top}L${stem - Math.max(stroke, width / 3)} ${top + Math.max(stroke, width / 3) * 0.8}`;
    }
    case '2':
      return `M${left} ${top + round}${arc(left + round, top)}H${right - round}${arc(right, top + round)}Q${right} ${middle} ${centre} ${middle + (bottom - middle) / 3}L${left} ${bottom}H${right}`;
    case '3':
      return `M${left} ${top}H${right - round}${arc(right, top + round)}V${middle - round}${arc(right - round, middle)}H${centre - stroke / 2}H${right - round}${arc(right, middle + round)}V${bottom - round}${arc(right - round, bottom)}H${left}`;
    case '4': {
      const bar = Math.round(bottom - stroke / 2 - (height - stroke) * 0.36) + stroke / 2;
      const stem = right - Math.max(1, Math.round(stroke / 2));
      return `M${stem} ${bottom}V${top}L${left} ${bar}H${right + stroke / 2}`;
    }
    case '5':
      return `M${right} ${top}H${left}V${middle}H${right - round}${arc(right, middle + round)}V${bottom - round}${arc(right - round, bottom)}H${left}`;
    case '6':
      return `${ring(middle, bottom)}M${left} ${middle + round}V${top + round}${arc(left + round, top)}H${right - stroke / 4}`;
    case '7':
      return `M${left} ${top}H${right}L${left + (right - left) * 0.3} ${bottom}`;
    case '8':
      return ring(top, middle) + ring(middle, bottom);
    case '9':
      return `${ring(top, middle)}M${right} ${middle - round}V${bottom - round}${arc(right - round, bottom)}H${left + stroke / 4}`;
    case '+':
      return `M0 ${middle}H${width}M${centre} ${middle - width / 2}V${middle + width / 2}`;
    default:
      throw new Error(`no drawing of ${sign}`);
  }
}
