// @ts-check
import { describe, expect, it } from 'vitest';
import { filesOf, pausesOf, resultsOf, toFigures, toldOf, withTables } from './faults-table.mjs';

/** @param {string} status @param {string} type @param {string} description */
const suite = (status, type, description) => ({
  specs: [{ file: 'a.spec.ts', tests: [{ status, annotations: [{ type, description }] }] }],
});
const told = {
  id: 'kill-page',
  title: 'A page is killed',
  group: 'processes',
  seen: 'a word',
  recoverMs: [900, 1_100],
  lost: 0,
};

describe('what tests said of faults', () => {
  it('is found at any depth, with whether the test passed; one that was skipped said nothing', () => {
    const suites = [
      { suites: [suite('expected', 'fault', JSON.stringify(told))] },
      suite('unexpected', 'fault', JSON.stringify({ ...told, id: 'other' })),
      suite('skipped', 'fault', '{}'),
    ];
    expect(resultsOf(suites, 'fault').map(({ id, passed }) => [id, passed])).toEqual([
      ['kill-page', true],
      ['other', false],
    ]);
    expect(toldOf(suites, 'attack')).toEqual([]);
    expect(filesOf(suites, 'fault')).toEqual(['a.spec.ts']);
  });

  it('becomes figures: each recovery is a try, main is judged by itself, what is missing fails', () => {
    const results = [
      { ...told, passed: true },
      { ...told, id: 'main', group: 'killed', recoverMs: [4_000], passed: true },
      { ...told, id: 'kept', group: 'kept', recoverMs: [], tries: 40, lost: 2, passed: false },
    ];
    expect(toFigures(results, [{ passed: true }, { passed: false }], 1_000, [31, 44])).toEqual([
      { id: 'faults.tried', value: 43, isMet: true },
      { id: 'faults.survived', value: 3, target: 43, isMet: false },
      { id: 'faults.lost', value: 2, target: 0, isMet: false },
      { id: 'faults.recoverP95Ms', value: 1_100, target: 2_000, isMet: true },
      { id: 'faults.recoverMainP95Ms', value: 4_000, target: 5_000, isMet: true },
      { id: 'attacks.tried', value: 2, isMet: true },
      { id: 'attacks.stopped', value: 1, target: 2, isMet: false },
      { id: 'fuzz.inputs', value: 1_000, isMet: true },
      { id: 'storm.mainPauseMs', value: 44, target: 50, isMet: true },
    ]);
    const stood = [{ ...told, mainPauseMs: 61, passed: true }];
    expect(toFigures(stood, [], undefined, []).at(-1)).toEqual({
      id: 'storm.mainPauseMs',
      value: 61,
      target: 50,
      isMet: false,
    });
    const measured = (/** @type {string} */ figure) =>
      JSON.stringify({ figure, service: 'foyer', samples: [31] });
    const suites = ['storm.mainPauseMs', 'another'].map((one) =>
      suite('expected', 'measured', measured(one)),
    );
    expect(pausesOf(suites, 'measured')).toEqual([31]);
  });

  it('becomes tables between the marks; a fault that was not tried keeps its row, one there is no more goes', () => {
    const page =
      'Before\n<!-- made by npm run faults: begin -->\n| `kept` | old row |\n| `gone` | x |\n<!-- made by npm run faults: end -->\nAfter\n';
    const groups = { processes: 'Processes', kept: 'Kept' };
    const all = [
      { id: 'kill-page', group: 'processes' },
      { id: 'kept', group: 'kept' },
    ];
    const made = withTables(page, [{ ...told, passed: true }], [], groups, all, 'Today');
    expect(made).toContain('| `kill-page` | A page is killed | 2 | yes | 1,100 ms | 0 | a word |');
    expect(made).toContain('| `kept` | old row |');
    expect(made).not.toContain('gone');
    expect(made).toMatch(/^Before\n[^]*Today[^]*After\n$/);
    expect(withTables(made, [], [], groups, all, 'Today')).toBe(made);
  });
});
