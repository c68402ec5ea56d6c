// @ts-check

/**
 * The figures, with what they may be at most, or at least (issues 2 to 6).
 * @typedef {'startup.ratio' | 'memory.empty.ratio' | 'memory.five.ratio' | 'idle.cpu.percent' | 'notify.p95Ms' | 'switch.p95Ms' | 'policy.perSecond' | 'discovery.p95Ms' | InboxFigureId | import('./measure-adapters.mjs').AdapterFigureId | import('./measure-match.mjs').MatchFigureId | SwitcherFigureId | AsleepFigureId | SyncFigureId | InPageFigureId | import('./grow/measure-growth.mjs').GrowthFigureId} FigureId
 * @typedef {'inbox.searchP95Ms' | 'inbox.firstPageP95Ms' | 'inbox.insertsPerSecond' | 'inbox.mainPauseMs' | 'inbox.restMb'} InboxFigureId
 * @typedef {'sync.convergeP95Ms' | 'sync.lost'} SyncFigureId
 * @typedef {'find.p95Ms' | 'download.ratio'} InPageFigureId
 * @typedef {'switcher.openP95Ms' | 'switcher.keystrokeP95Ms' | 'switcher.droppedFrames'} SwitcherFigureId
 * @typedef {'asleep.fifty.extraMb' | 'asleep.opened.extraMb' | 'asleep.idle.cpu.percent' | 'asleep.notify.p95Ms' | 'asleep.burst.lost' | 'asleep.burst.doubled' | 'asleep.burst.mainPauseMs' | 'asleep.burst.mainRunMs'} AsleepFigureId
 * @typedef {{ id: FigureId, value: number, unit: string, target: number, samples: readonly number[] }} Figure
 */

/** `least`: the more the better. @type {Readonly<Record<FigureId, { unit: string, target: number, least?: true, what: string }>>} */
export const figures = {
  'startup.ratio': { unit: 'x floor', target: 1.3, what: 'process start to a usable shell' },
  'memory.empty.ratio': { unit: 'x floor', target: 1.15, what: 'memory (PSS) without services' },
  'memory.five.ratio': { unit: 'x floor', target: 1.1, what: 'memory (PSS) with five live services' },
  'idle.cpu.percent': { unit: '% of a core', target: 0.5, what: 'processor at rest with five live services' },
  'notify.p95Ms': { unit: 'ms', target: 30, what: 'new Notification to the daemon, 95th percentile' },
  'switch.p95Ms': { unit: 'ms', target: 50, what: 'key press to first frame, 95th percentile' },
  'discovery.p95Ms': { unit: 'ms', target: 1500, what: 'address typed to what is there, 95th percentile' },
  'policy.perSecond': { unit: '/s', target: 300_000, least: true, what: 'decisions with 5,000 rules' },
  'adapter.attribution': {
    unit: 'of 1',
    target: 1,
    least: true,
    what: '500 messages in 20 rooms in the right room, the worst service',
  },
  'adapter.openP95Ms': { unit: 'ms', target: 300, what: 'channel asked for to shown, the slowest service' },
  'switcher.openP95Ms': {
    unit: 'ms',
    target: 50,
    what: 'its key to the first frame with rows, 200 services, 20,000 channels',
  },
  'switcher.keystrokeP95Ms': {
    unit: 'ms',
    target: 16,
    what: 'a letter typed to the frame with what was found',
  },
  'switcher.droppedFrames': { unit: 'frames', target: 0, what: 'missed while 345 letters are typed' },
  'asleep.fifty.extraMb': {
    unit: 'MB',
    target: 60,
    what: 'memory of 50 services asleep over one that is up',
  },
  'asleep.opened.extraMb': {
    unit: 'MB',
    target: 60,
    what: 'the same when their pages were open before',
  },
  'asleep.idle.cpu.percent': { unit: '% of a core', target: 0.5, what: 'processor at rest with 50 asleep' },
  'asleep.notify.p95Ms': { unit: 'ms', target: 150, what: 'said at the server to the daemon, asleep' },
  'asleep.burst.lost': { unit: 'of 1,000', target: 0, what: 'lost in 10 s over 50 services asleep' },
  'asleep.burst.doubled': { unit: 'of 1,000', target: 0, what: 'recorded twice meanwhile' },
  'asleep.burst.mainPauseMs': { unit: 'ms', target: 16, what: 'longest pause of main meanwhile' },
  'asleep.burst.mainRunMs': { unit: 'ms', target: 16, what: 'longest that main itself ran in one go' },
  'asleep.startup.ratio': {
    unit: 'x one',
    target: 1.1,
    what: 'start with 50 services asleep to start with one',
  },
  'sync.convergeP95Ms': {
    unit: 'ms',
    target: 2_000,
    what: 'a change on one machine to the other, one local folder',
  },
  'sync.lost': { unit: 'of 10,000', target: 0, what: 'random orders of edits after which something is lost' },
  'find.p95Ms': {
    unit: 'ms',
    target: 50,
    what: 'a letter typed to the count in a page of 1 MB, 95th percentile',
  },
  'download.ratio': {
    unit: 'x bare view',
    target: 0.95,
    least: true,
    what: 'bytes a second of a download',
  },
  'wake.ratio': { unit: 'x bare view', target: 1.3, what: 'waking to first paint of the page' },
  'match.searchP95Ms': {
    unit: 'ms',
    target: 6,
    what: 'a letter typed among 20,000 channels, found and ranked',
  },
  'match.fillMs': { unit: 'ms', target: 100, what: 'putting 20,000 channels of 200 services in the index' },
  'match.replaceP95Ms': { unit: 'ms', target: 1, what: 'replacing the 100 channels of a service in it' },
  'inbox.searchP95Ms': { unit: 'ms', target: 40, what: 'search in 200,000 entries, 95th percentile' },
  'inbox.firstPageP95Ms': { unit: 'ms', target: 20, what: 'first page of 200,000 entries, 95th percentile' },
  'inbox.insertsPerSecond': { unit: '/s', target: 2000, least: true, what: 'entries put in and on the disk' },
  'inbox.mainPauseMs': { unit: 'ms', target: 16, what: 'longest pause of main while they are put in' },
  'inbox.restMb': { unit: 'MB', target: 25, what: 'memory with 200,000 entries over an empty inbox' },
};

/** Whether a figure is as good as it has to be. @param {FigureId} id @param {number} value */
export const isMet = (id, value) =>
  figures[id].least === true ? value >= figures[id].target : value <= figures[id].target;

export const figureIds = /** @type {readonly FigureId[]} */ (Object.keys(figures));

/** The figures as a table for people. @param {readonly Figure[]} measured */
export function toTable(measured) {
  const rows = measured.map(({ id, value, unit, target, samples }) => {
    const range = samples.length > 1 ? `${Math.min(...samples)}–${Math.max(...samples)}` : '';
    const verdict = isMet(id, value) ? 'pass' : 'MISS';
    return [
      id,
      String(value),
      `${figures[id].least === true ? '≥' : '≤'} ${target}`,
      unit,
      verdict,
      range,
      String(samples.length),
      figures[id].what,
    ];
  });
  const all = [['figure', 'value', 'target', 'unit', '', 'range', 'n', 'what'], ...rows];
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
