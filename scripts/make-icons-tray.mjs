// @ts-check
import { digitPath } from './make-icons-digits.mjs';

/** @typedef {import('./make-icons-digits.mjs').DigitSize} DigitSize */
/** @typedef {readonly [left: number, top: number, width: number, base: number]} Arch */
/** @typedef {readonly [top: number, bottom: number, shift: number]} Light */
/**
 * One size of the glyph in pixels: the open arch, the lit arch that carries a number, and the light on the floor below
 * each. Whole numbers, so that straight edges fall on pixels.
 * @typedef {{
 *   size: number, stroke: number, arch: Arch, light: Light, dot: number,
 *   litArch: Arch, litLight: Light, digit: DigitSize, pair: DigitSize,
 *   plus: { width: number, stroke: number }, foot: number,
 * }} GlyphSize
 */

const bold = { width: 6, height: 8, stroke: 2 };
const large = { width: 8, height: 10, stroke: 2 };

/** @type {readonly GlyphSize[]} */
const sizes = [
  {
    size: 16,
    stroke: 2,
    arch: [5, 1, 10, 10],
    light: [11, 14, 4],
    dot: 6,
    litArch: [4, 0, 12, 11],
    litLight: [12, 15, 4],
    digit: bold,
    pair: { width: 5, height: 7, stroke: 1 },
    plus: { width: 3, stroke: 1 },
    foot: 1,
  },
  {
    size: 20,
    stroke: 2,
    arch: [6, 1, 12, 13],
    light: [14, 18, 5],
    dot: 8,
    litArch: [5, 0, 14, 14],
    litLight: [15, 19, 5],
    digit: bold,
    pair: bold,
    plus: { width: 5, stroke: 1 },
    foot: 2,
  },
  {
    size: 22,
    stroke: 2,
    arch: [6, 1, 14, 14],
    light: [15, 20, 5],
    dot: 8,
    litArch: [5, 0, 16, 15],
    litLight: [16, 21, 5],
    digit: large,
    pair: bold,
    plus: { width: 5, stroke: 1 },
    foot: 2,
  },
  {
    size: 24,
    stroke: 2,
    arch: [7, 2, 14, 16],
    light: [17, 22, 5],
    dot: 8,
    litArch: [6, 1, 16, 17],
    litLight: [18, 23, 5],
    digit: large,
    pair: bold,
    plus: { width: 5, stroke: 1 },
    foot: 3,
  },
  {
    size: 32,
    stroke: 3,
    arch: [9, 2, 20, 20],
    light: [22, 29, 8],
    dot: 12,
    litArch: [8, 0, 23, 22],
    litLight: [24, 31, 8],
    digit: { width: 11, height: 15, stroke: 3 },
    pair: { width: 9, height: 12, stroke: 2 },
    plus: { width: 8, stroke: 2 },
    foot: 3,
  },
];

/** @typedef {{ kind: 'none' } | { kind: 'dot' } | { kind: 'number', text: string }} GlyphState */

/**
 * Draws the tray glyph: an open arch with light falling through it, with a dot at its foot, or filled with light and
 * bearing a number.
 * @param {number} size 16, 20, 22, 24, 32, or 44 @param {GlyphState} state @param {string} ink
 */
export function trayGlyph(size, state, ink) {
  const form = sizes.find((one) => one.size === size) ?? sizes.find((one) => one.size * 2 === size);
  if (form === undefined) throw new Error(`no tray glyph of ${size} pixels`);
  const box = form.size;
  const { cut, shapes } = state.kind === 'number' ? lit(form, state.text) : open(form, state.kind === 'dot');
  const mask = `<mask id="cut"><path fill="#fff" d="M0 0h${box}v${box}H0z"/>${cut}</mask>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${box} ${box}" color="${ink}" fill="currentColor">${mask}${shapes}</svg>`;
}

/** @param {GlyphSize} form @param {boolean} hasDot */
function open({ size, stroke, arch, light, dot }, hasDot) {
  const [left, top, width, base] = arch;
  const frame = `<path fill="none" stroke="currentColor" stroke-width="${stroke}" d="${archPath([left + stroke / 2, top + stroke / 2, width - stroke, base])}"/>`;
  const centre = size - dot / 2;
  const disc = (/** @type {number} */ radius, fill = 'currentColor') =>
    `<circle cx="${centre}" cy="${centre}" r="${radius}" fill="${fill}"/>`;
  return {
    cut: hasDot ? disc(dot / 2 + 1, '#000') : '',
    shapes: `<g mask="url(#cut)">${frame}${floor(arch, light)}</g>${hasDot ? disc(dot / 2) : ''}`,
  };
}

/** @param {GlyphSize} form @param {string} text */
function lit({ litArch, litLight, digit, pair, plus, foot }, text) {
  const hasPlus = text.endsWith('+');
  const number = hasPlus ? pair : digit;
  const [left, , width, base] = litArch;
  const x = left + Math.ceil((width - number.width - (hasPlus ? 1 + plus.width : 0)) / 2);
  const y = base - foot - number.height;
  const line = (/** @type {string} */ path, /** @type {number} */ at, /** @type {number} */ stroke) =>
    `<path fill="none" stroke="#000" stroke-width="${stroke}" stroke-linejoin="round" transform="translate(${at} ${y})" d="${path}"/>`;
  const first = line(digitPath(text.slice(0, 1), number), x, number.stroke);
  const sign = digitPath('+', { ...plus, height: number.height - ((number.height - plus.stroke) % 2) });
  return {
    cut: hasPlus ? first + line(sign, x + number.width + 1, plus.stroke) : first,
    shapes: `<path mask="url(#cut)" d="${archPath(litArch)}z"/>${floor(litArch, litLight)}`,
  };
}

/** @param {Arch} arch */
function archPath([left, top, width, base]) {
  const radius = width / 2;
  return `M${left} ${base}V${top + radius}a${radius} ${radius} 0 0 1 ${width} 0V${base}`;
}

/** @param {Arch} arch @param {Light} light */
function floor([left, , width], [top, bottom, shift]) {
  return `<path d="M${left} ${top}h${width}l${-shift} ${bottom - top}h${-width}z"/>`;
}
