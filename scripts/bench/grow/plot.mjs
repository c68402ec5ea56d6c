// @ts-check

/**
 * A picture of how things grow: one panel for each, all with the same lines.
 * @typedef {{ name: string, points: readonly (readonly [x: number, y: number])[] }} Series
 * @typedef {{ title: string, unit: string, series: readonly Series[] }} Panel
 * @typedef {'light' | 'dark'} Theme
 */

/** Text and lines stand out from the page of that theme by 4.5 to 1 and more; series are told apart by dash and mark, too. */
const themes = {
  light: { text: '#1f2328', quiet: '#59636e', rule: '#d1d9e0', series: ['#0a5dc2', '#1a7f37', '#8a4600'] },
  dark: { text: '#f0f6fc', quiet: '#9198a1', rule: '#3d444d', series: ['#6cb6ff', '#57ab5a', '#e0a157'] },
};
const dashes = ['', '6 4', '2 3'];

const panelSize = { width: 400, height: 260 };
const inner = { left: 56, right: 16, top: 40, bottom: 40 };
const columns = 2;
const legendHeight = 40;
const margin = 12;

/**
 * Draws it as an SVG for a page of that theme; the page itself is its ground.
 * @param {readonly Panel[]} panels @param {Theme} theme @param {{ title: string, xTitle: string }} words
 */
export function toSvg(panels, theme, { title, xTitle }) {
  const colours = themes[theme];
  const rows = Math.ceil(panels.length / columns);
  const width = columns * panelSize.width + 2 * margin;
  const height = legendHeight + rows * panelSize.height + 2 * margin;
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))];
  const drawn = panels.map((panel, index) => {
    const x = margin + (index % columns) * panelSize.width;
    const y = margin + legendHeight + Math.floor(index / columns) * panelSize.height;
    return `<g transform="translate(${x} ${y})">${drawPanel(panel, names, colours, xTitle)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif">
<title>${escaped(title)}</title>
<g transform="translate(${margin + inner.left} ${margin + 16})">${drawLegend(names, colours)}</g>
${drawn.join('\n')}
</svg>
`;
}

/** @typedef {typeof themes.light} Colours */

/** @param {readonly string[]} names @param {Colours} colours */
function drawLegend(names, colours) {
  const gap = 190;
  return names
    .map(
      (name, index) =>
        `<g transform="translate(${index * gap} 0)">${drawLine(
          [
            [0, 0],
            [28, 0],
          ],
          index,
          colours,
        )}${drawMark(14, 0, index, colours)}<text x="38" y="5" font-size="14" fill="${colours.text}">${escaped(name)}</text></g>`,
    )
    .join('');
}

/** @param {Panel} panel @param {readonly string[]} names @param {Colours} colours @param {string} xTitle */
function drawPanel({ title, unit, series }, names, colours, xTitle) {
  const xMost = Math.max(1, ...series.flatMap(({ points }) => points.map(([x]) => x)));
  const ticks = toTicks(Math.max(...series.flatMap(({ points }) => points.map(([, y]) => y)), 0));
  const yMost = ticks.at(-1) ?? 1;
  const size = {
    width: panelSize.width - inner.left - inner.right,
    height: panelSize.height - inner.top - inner.bottom,
  };
  const toX = (/** @type {number} */ x) => round(inner.left + (x / xMost) * size.width);
  const toY = (/** @type {number} */ y) => round(inner.top + size.height - (y / yMost) * size.height);
  const text = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ words, more = '') =>
    `<text x="${x}" y="${y}" font-size="12" fill="${colours.quiet}"${more}>${escaped(words)}</text>`;
  const grid = ticks.map(
    (tick) =>
      `<path d="M${inner.left} ${toY(tick)}h${size.width}" stroke="${colours.rule}" fill="none"/>${text(inner.left - 8, toY(tick) + 4, String(tick), ' text-anchor="end"')}`,
  );
  const places = [...new Set(series.flatMap(({ points }) => points.map(([x]) => x)))]
    // 1 and 5 would lie on each other.
    .filter((x) => x !== 1 || xMost < 10)
    .map((x) => text(toX(x), inner.top + size.height + 18, String(x), ' text-anchor="middle"'));
  const lines = series.map(({ name, points }) => {
    const index = names.indexOf(name);
    const placed = points.map(([x, y]) => /** @type {const} */ ([toX(x), toY(y)]));
    const marks = placed.map(([x, y]) => drawMark(x, y, index, colours)).join('');
    return `${drawLine(placed, index, colours)}${marks}`;
  });
  return [
    `<text x="${inner.left}" y="20" font-size="14" font-weight="600" fill="${colours.text}">${escaped(title)} <tspan font-weight="400" fill="${colours.quiet}">${escaped(unit)}</tspan></text>`,
    ...grid,
    ...places,
    text(inner.left + size.width, inner.top + size.height + 34, xTitle, ' text-anchor="end"'),
    ...lines,
  ].join('');
}

/** @param {readonly (readonly [number, number])[]} points @param {number} index @param {Colours} colours */
function drawLine(points, index, { series }) {
  const dash = dashes[index] ? ` stroke-dasharray="${dashes[index]}"` : '';
  return `<path d="M${points.map(([x, y]) => `${x} ${y}`).join('L')}" stroke="${series[index]}" stroke-width="2"${dash} fill="none"/>`;
}

/** A circle, a square or a triangle. @param {number} x @param {number} y @param {number} index @param {Colours} colours */
function drawMark(x, y, index, { series }) {
  const fill = `fill="${series[index]}"`;
  if (index === 0) return `<circle cx="${x}" cy="${y}" r="4" ${fill}/>`;
  if (index === 1) return `<path d="M${x - 4} ${y - 4}h8v8h-8z" ${fill}/>`;
  return `<path d="M${x} ${y - 5}l5 9h-10z" ${fill}/>`;
}

/**
 * Three to six round numbers from 0 to at least the highest value.
 * @param {number} most
 * @returns {readonly number[]}
 */
export function toTicks(most) {
  if (!(most > 0)) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(10)));
}

const round = (/** @type {number} */ value) => Number(value.toFixed(2));
const escaped = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
