// @ts-check
import { median, p95, round } from '../stats.mjs';
import { leastSquares } from './slopes.mjs';

/** @typedef {import('./scene.mjs').Host} Host */
/**
 * All that was measured at one number of services, of each host.
 * @typedef {import('./measure-living.mjs').Living & { shellMs: readonly number[], seenMs: readonly number[] }} Row
 * @typedef {{ machine: string, date: string, idleSeconds: number, rounds: number, counts: readonly number[], rows: readonly Row[] }} Growth
 */

/** What is told of each host, and how. @typedef {'pssMb' | 'ussMb' | 'idlePercent' | 'shellMs' | 'seenMs' | 'notifyMs' | 'wakeMs'} Measure */

/** @type {Readonly<Record<Measure, { title: string, unit: string, digits: number, read: (row: Row) => number }>>} */
export const measures = {
  pssMb: { title: 'Memory, PSS', unit: 'MB', digits: 0, read: ({ pssMb }) => pssMb },
  ussMb: { title: 'Memory, USS', unit: 'MB', digits: 0, read: ({ ussMb }) => ussMb },
  idlePercent: {
    title: 'Processor at rest',
    unit: '% of a core',
    digits: 2,
    read: ({ idlePercent }) => idlePercent,
  },
  shellMs: {
    title: 'Start to the painted shell',
    unit: 'ms',
    digits: 0,
    read: ({ shellMs }) => median(shellMs),
  },
  seenMs: {
    title: 'Start to the visible service',
    unit: 'ms',
    digits: 0,
    read: ({ seenMs }) => median(seenMs),
  },
  notifyMs: {
    title: 'Server event to daemon',
    unit: 'ms',
    digits: 1,
    read: ({ notifyMs }) => median(notifyMs),
  },
  wakeMs: { title: 'Wake to first paint', unit: 'ms', digits: 0, read: ({ wakeMs }) => median(wakeMs) },
};
export const measureIds = /** @type {readonly Measure[]} */ (Object.keys(measures));

/** What each host is called. @type {Readonly<Record<Host, string>>} */
export const hostNames = { awake: 'Foyer, awake', asleep: 'Foyer, asleep', floor: 'bare views' };
const hosts = /** @type {const} */ (['awake', 'asleep', 'floor']);

/** The points of one line: by number of services. @param {Growth} growth @param {Measure} measure @param {Host} host @returns {readonly (readonly [number, number])[]} */
export const pointsOf = ({ rows }, measure, host) =>
  rows.flatMap((row) => {
    const value = row.host === host ? measures[measure].read(row) : NaN;
    return Number.isFinite(value) ? [/** @type {const} */ ([row.count, value])] : [];
  });

/**
 * One table in Markdown for each measure: hosts in rows, numbers of services in columns, the ratio to the floor in
 * brackets, and by how much it grows with each service.
 * @param {Growth} growth
 */
export function toMarkdown(growth) {
  return measureIds.flatMap((id) => toMeasureTable(growth, id) ?? []).join('\n\n');
}

/** @param {Growth} growth @param {Measure} id */
function toMeasureTable(growth, id) {
  const { title, unit, digits } = measures[id];
  const { counts } = growth;
  const floor = new Map(pointsOf(growth, id, 'floor'));
  const lines = hosts.flatMap((host) => {
    const points = pointsOf(growth, id, host);
    if (points.length === 0) return [];
    const found = new Map(points);
    const cells = counts.map((count) => {
      const value = found.get(count);
      if (value === undefined) return '';
      const below = host === 'floor' ? undefined : floor.get(count);
      const ratio = below === undefined || below === 0 ? '' : ` (${round(value / below, 2).toFixed(2)})`;
      return `${value.toFixed(digits)}${ratio}`;
    });
    return [[hostNames[host], ...cells, toSlope(points, digits)]];
  });
  if (lines.length === 0) return undefined;
  const head = [`${title}, ${unit}`, ...counts.map(String), 'each service'];
  return toTable([head, ...lines]);
}

/** @param {readonly (readonly [number, number])[]} points @param {number} digits */
function toSlope(points, digits) {
  const line = leastSquares(points);
  if (line === undefined) return '';
  const text = line.slope.toFixed(digits + 2);
  return Number(text) < 0 ? text.replace('-', '−') : `+${text.replace('-', '')}`;
}

/** Laid out as Prettier lays tables out. @param {readonly (readonly string[])[]} rows */
export function toTable(rows) {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const toLine = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [toLine(rows[0] ?? []), toLine(rule), ...rows.slice(1).map(toLine)].join('\n');
}

/** All of it for a terminal: of the samples also the 95th percentile. @param {Growth} growth */
export function toText(growth) {
  const p95s = growth.rows
    .filter(({ notifyMs }) => notifyMs.length > 0)
    .map(({ host, count, notifyMs }) => `${host} ${count}: ${round(p95(notifyMs), 1)}`);
  return `${toMarkdown(growth)}\n\nServer event to daemon, 95 of 100 within, ms: ${p95s.join(', ')}`;
}
