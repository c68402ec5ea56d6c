// @ts-check
import { expect, it } from 'vitest';
import { compareFindings } from './findings.mjs';

const one = { id: 'OPEN_EXTERNAL', file: 'main/a.ts', line: 'openExternal(url);' };
const why = 'looked at';

it.each([
  ['what is explained is fine, as often as it is found', [one, one], [{ ...one, why }], 0, 0],
  ['what nobody explained is told', [one, { ...one, line: 'openExternal(other);' }], [{ ...one, why }], 1, 0],
  ['the same line elsewhere is another', [{ ...one, file: 'main/b.ts' }], [{ ...one, why }], 1, 1],
  ['an explanation without a reason is none', [one], [{ ...one, why: ' ' }], 1, 0],
  ['an explanation of what is gone is told too', [], [{ ...one, why }], 0, 1],
])('%s', (_what, found, explained, unexplained, stale) => {
  const result = compareFindings(found, explained);
  expect([result.unexplained.length, result.stale.length]).toEqual([unexplained, stale]);
});
