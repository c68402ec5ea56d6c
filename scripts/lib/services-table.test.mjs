import { expect, it } from 'vitest';
import { annotationsOf, toServicesPage } from './services-table.mjs';

const test = (/** @type {string[]} */ ...descriptions) => ({
  tests: [{ annotations: descriptions.map((description) => ({ type: 'shown', description })) }],
});

it('finds what tests say, however deep', () => {
  const suites = [{ specs: [test('a list')], suites: [{ specs: [test('a open', 'b list')] }] }];
  expect(annotationsOf(suites, 'shown')).toEqual(['a open', 'b list', 'a list']);
  expect(annotationsOf(suites, 'other')).toEqual([]);
});

it('has a row for each thing and a column for each service', () => {
  const services = [
    { id: 'a', name: 'A chat' },
    { id: 'b', name: 'B chat' },
  ];
  const rows = toServicesPage(['a list', 'b open'], services, ['list', 'open'])
    .split('\n')
    .filter((line) => line.startsWith('|'));
  expect(rows).toEqual([
    '|  | A chat | B chat |',
    '| --- | --- | --- |',
    '| channels as the server has them | yes | – |',
    '| opened without loading anew | – | yes |',
  ]);
});
