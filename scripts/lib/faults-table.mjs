// @ts-check
import { p95, round } from '../bench/stats.mjs';

/**
 * What a test said of a fault, and whether it passed. Without `seen` it did not come so far.
 * @typedef {{
 *   id: string, title: string, group: string, seen?: string, recoverMs?: readonly number[], lost?: number, tries?: number,
 *   mainPauseMs?: number, passed: boolean,
 * }} FaultResult
 */
/** @typedef {{ type: string, description?: string }} Annotation */
/**
 * A suite of Playwright's JSON report, as far as it is read.
 * @typedef {{
 *   suites?: readonly Suite[],
 *   specs?: readonly { file?: string, tests: readonly { status: string, annotations: readonly Annotation[] }[] }[],
 * }} Suite
 */

/** Longest recovery that is borne, in ms. */
export const recoverMaxMs = 2_000;
export const recoverMainMaxMs = 5_000;

/** All annotations of one type, each with whether its test passed. @param {readonly Suite[]} suites @param {string} type */
export function toldOf(suites, type) {
  /** @type {{ text: string, passed: boolean }[]} */
  const told = [];
  for (const suite of suites) {
    told.push(...toldOf(suite.suites ?? [], type));
    for (const { status, annotations } of (suite.specs ?? []).flatMap(({ tests }) => tests))
      for (const one of annotations)
        if (one.type === type && status !== 'skipped')
          told.push({ text: one.description ?? '', passed: status === 'expected' });
  }
  return told;
}

/** Files with tests that carry an annotation of that type. @param {readonly Suite[]} suites @param {string} type @returns {readonly string[]} */
export function filesOf(suites, type) {
  const carries = (/** @type {{ annotations: readonly Annotation[] }} */ test) =>
    test.annotations.some((one) => one.type === type);
  const own = suites.flatMap(({ specs = [] }) => specs.filter(({ tests }) => tests.some(carries)));
  const inner = suites.flatMap((suite) => filesOf(suite.suites ?? [], type));
  return [...new Set([...own.flatMap(({ file }) => file ?? []), ...inner])];
}

/** @param {readonly Suite[]} suites @param {string} type @returns {readonly FaultResult[]} */
export const resultsOf = (suites, type) =>
  toldOf(suites, type).map(({ text, passed }) => Object.assign(JSON.parse(text), { passed }));

/**
 * How long main stood still in each storm that attacked it, in ms.
 * @param {readonly Suite[]} suites @param {string} type of annotations that say what was measured @returns {readonly number[]}
 */
export const pausesOf = (suites, type) =>
  toldOf(suites, type).flatMap(({ text }) => {
    const { figure, samples } = JSON.parse(text);
    return figure === 'storm.mainPauseMs' ? samples : [];
  });

/** @param {FaultResult} result */
const triesOf = ({ tries, recoverMs }) => tries ?? Math.max(1, recoverMs?.length ?? 0);

/**
 * The figures of issue 7. Where nothing had to recover, or nothing was tried, a figure is left out.
 * @param {readonly FaultResult[]} results @param {readonly { passed: boolean }[]} attacks @param {number | undefined} fuzzInputs
 * @param {readonly number[]} stormPauses in ms
 * @returns {readonly { id: string, value: number, target?: number, isMet: boolean }[]}
 */
export function toFigures(results, attacks, fuzzInputs, stormPauses) {
  const sum = (/** @type {readonly FaultResult[]} */ some) =>
    some.reduce((all, one) => all + triesOf(one), 0);
  const recovered = (/** @type {boolean} */ isOfMain) =>
    results
      .filter(({ group }) => (group === 'killed') === isOfMain)
      .flatMap(({ recoverMs = [] }) => recoverMs);
  const lost = results.reduce((all, { lost: some = 0 }) => all + some, 0);
  const tried = sum(results);
  const survived = sum(results.filter(({ passed }) => passed));
  // Those of the attacks leave out what main waited for a processor that others had.
  const pauses =
    stormPauses.length > 0
      ? stormPauses
      : results.flatMap(({ mainPauseMs }) => (mainPauseMs === undefined ? [] : [mainPauseMs]));
  const atMost = (
    /** @type {string} */ id,
    /** @type {readonly number[]} */ samples,
    /** @type {number} */ target,
  ) =>
    samples.length === 0
      ? []
      : [{ id, value: round(p95(samples), 0), target, isMet: p95(samples) <= target }];
  const stopped = attacks.filter(({ passed }) => passed).length;
  return [
    { id: 'faults.tried', value: tried, isMet: true },
    { id: 'faults.survived', value: survived, target: tried, isMet: survived === tried },
    { id: 'faults.lost', value: lost, target: 0, isMet: lost === 0 },
    ...atMost('faults.recoverP95Ms', recovered(false), recoverMaxMs),
    ...atMost('faults.recoverMainP95Ms', recovered(true), recoverMainMaxMs),
    ...(attacks.length === 0
      ? []
      : [
          { id: 'attacks.tried', value: attacks.length, isMet: true },
          {
            id: 'attacks.stopped',
            value: stopped,
            target: attacks.length,
            isMet: stopped === attacks.length,
          },
        ]),
    ...(fuzzInputs === undefined ? [] : [{ id: 'fuzz.inputs', value: fuzzInputs, isMet: true }]),
    ...atMost('storm.mainPauseMs', pauses.length === 0 ? [] : [Math.max(...pauses)], 50),
  ];
}

const begin = '<!-- made by npm run faults: begin -->';
const end = '<!-- made by npm run faults: end -->';
const thousands = (/** @type {number} */ value) => value.toLocaleString('en');
const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;

/** @param {FaultResult} result */
function rowOf({ id, title, passed, seen = '', recoverMs = [], lost = 0, ...rest }) {
  const tries = triesOf({ id, title, passed, recoverMs, ...rest });
  return line([
    `\`${id}\``,
    title,
    thousands(tries),
    passed ? 'yes' : '**no**',
    recoverMs.length === 0 ? '–' : `${thousands(Math.round(p95(recoverMs)))} ms`,
    thousands(lost),
    seen,
  ]);
}

/**
 * Puts the tables between the marks of a page. Faults that were not tried keep the row they had.
 * @param {string} page @param {readonly FaultResult[]} results @param {ReturnType<typeof toFigures>} figures
 * @param {Readonly<Record<string, string>>} groups with what they are called
 * @param {readonly { id: string, group: string }[]} all faults there are, in their order @param {string} when
 */
export function withTables(page, results, figures, groups, all, when) {
  const [before = '', rest = ''] = page.split(begin);
  const [old = '', after = ''] = rest.split(end);
  /** @type {Map<string, string>} */
  const rows = new Map();
  for (const row of old.split('\n')) {
    const [, id] = /^\| `([\w-]+)`/.exec(row) ?? [];
    if (id !== undefined) rows.set(id, row);
  }
  for (const result of results) rows.set(result.id, rowOf(result));
  const head = ['', 'fault', 'tried', 'survived', '95 of 100 recovered in', 'lost', 'what the person sees'];
  const tables = Object.entries(groups).flatMap(([group, title]) => {
    const own = all.flatMap((one) => (one.group === group ? [rows.get(one.id)] : []));
    const found = own.filter((row) => row !== undefined);
    const top = [`### ${title}`, '', line(head), line(head.map(() => '---'))];
    return found.length === 0 ? [] : top.concat(found, '');
  });
  const table = [
    when,
    '',
    line(['figure', 'value', 'target', '']),
    line(['---', '---', '---', '---']),
    ...figures.map(({ id, value, target, isMet }) =>
      line([
        `\`${id}\``,
        thousands(value),
        target === undefined ? '' : thousands(target),
        isMet ? '' : '**missed**',
      ]),
    ),
    '',
    ...tables,
  ];
  return [before, begin, '\n\n', table.join('\n'), end, after].join('');
}
