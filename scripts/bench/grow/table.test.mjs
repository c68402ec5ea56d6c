import { expect, it } from 'vitest';
import { withPart } from './docs.mjs';
import { toMarkdown } from './table.mjs';

const row = (
  /** @type {import('./scene.mjs').Host} */ host,
  /** @type {number} */ count,
  /** @type {number} */ pssMb,
) => ({
  host,
  count,
  processes: 1,
  pssMb,
  ussMb: NaN,
  idlePercent: NaN,
  shellMs: [],
  seenMs: [],
  notifyMs: host === 'asleep' ? [7, 9, 8] : [],
  wakeMs: [],
});

it('has a table for each measure that was measured: value, ratio to the floor, growth', () => {
  const rows = [
    row('floor', 1, 200),
    row('floor', 5, 240),
    row('awake', 1, 300),
    row('awake', 5, 480),
    row('asleep', 1, 260),
  ];
  const growth = { machine: 'm', date: 'd', idleSeconds: 60, rounds: 3, counts: [1, 5], rows };
  expect(toMarkdown(growth)).toBe(
    [
      '| Memory, PSS, MB |          1 |          5 | each service |',
      '| --------------- | ---------: | ---------: | -----------: |',
      '| Foyer, awake    | 300 (1.50) | 480 (2.00) |       +45.00 |',
      '| Foyer, asleep   | 260 (1.30) |            |              |',
      '| bare views      |        200 |        240 |       +10.00 |',
      '',
      '| Server event to daemon, ms |   1 |   5 | each service |',
      '| -------------------------- | --: | --: | -----------: |',
      '| Foyer, asleep              | 8.0 |     |              |',
    ].join('\n'),
  );
});

it('replaces what is between the marks, and nothing else', () => {
  const marks = ['<!-- growth: begin, written by npm run bench -- --grow --docs -->', '<!-- growth: end -->'];
  const text = `before\n\n${marks[0]}\n\nold\n\n${marks[1]}\nafter\n`;
  expect(withPart(text, 'new')).toBe(`before\n\n${marks[0]}\n\nnew\n\n${marks[1]}\nafter\n`);
  expect(() => withPart('no marks', 'new')).toThrow('no marks for what is measured');
});
