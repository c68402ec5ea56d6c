// @ts-check

/**
 * The figures, with what they may be at most (issue 2).
 * @typedef {'startup.ratio' | 'memory.empty.ratio' | 'memory.five.ratio' | 'idle.cpu.percent' | 'notify.p95Ms' | 'switch.p95Ms'} FigureId
 * @typedef {{ id: FigureId, value: number, unit: string, target: number, samples: readonly number[] }} Figure
 */

/** @type {Readonly<Record<FigureId, { unit: string, target: number, what: string }>>} */
export const figures = {
  'startup.ratio': { unit: 'x floor', target: 1.3, what: 'process start to a usable shell' },
  'memory.empty.ratio': { unit: 'x floor', target: 1.15, what: 'memory (PSS) without services' },
  'memory.five.ratio': { unit: 'x floor', target: 1.1, what: 'memory (PSS) with five live services' },
  'idle.cpu.percent': { unit: '% of a core', target: 0.5, what: 'processor at rest with five live services' },
  'notify.p95Ms': { unit: 'ms', target: 30, what: 'new Notification to the daemon, 95th percentile' },
  'switch.p95Ms': { unit: 'ms', target: 50, what: 'key press to first frame, 95th percentile' },
};

export const figureIds = /** @type {readonly FigureId[]} */ (Object.keys(figures));

/** The figures as a table for people. @param {readonly Figure[]} measured */
export function toTable(measured) {
  const rows = measured.map(({ id, value, unit, target, samples }) => {
    const range = samples.length > 1 ? `${Math.min(...samples)}–${Math.max(...samples)}` : '';
    const verdict = value <= target ? 'pass' : 'MISS';
    return [
      id,
      String(value),
      String(target),
      unit,
      verdict,
      range,
      String(samples.length),
      figures[id].what,
    ];
  });
  const all = [['figure', 'value', 'at most', 'unit', '', 'range', 'n', 'what'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
