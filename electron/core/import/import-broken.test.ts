import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportOf } from '../../main/moving/exports.test-support';
import { aService } from '../fixtures.test-support';
import { emptyPersisted } from '../model/persisted';
import { carryOut } from './carry-out';
import { known } from './known.test-support';
import { parseImport } from './parse-import';
import { planImport, type ImportPlan } from './plan-import';

function plan(text: string, here = emptyPersisted): ImportPlan {
  const parsed = parseImport(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return planImport(parsed.data, here, known);
}
const everything = ({ services }: ImportPlan) => ({ keys: services.map(({ key }) => key), addresses: {} });
const ferdium = (services: readonly unknown[]): string => JSON.stringify({ services, workspaces: [] });

it.each([
  ['', 'empty'],
  ['\uFEFF \n', 'empty'],
  [exportOf('ferdium-texts.ferdium-data').slice(0, 900), 'broken'],
  ['<html><body>Not found</body></html>', 'broken'],
  ['{}', 'unknown'],
  ['{"services": "all of them"}', 'unknown'],
  ['[1, 2, 3]', 'unknown'],
  ['null', 'unknown'],
  ['"text"', 'unknown'],
  ['[]', 'no-services'],
  ['{"services": [], "workspaces": []}', 'no-services'],
  ['{"kind": "foyer-rules", "version": 1}', 'rules'],
  ['{"kind": "foyer-backup", "version": 1}', 'backup'],
])('E2 %j is %s', (text, reason) => {
  expect(parseImport(text)).toEqual({ ok: false, reason });
});

it('E3 one entry that cannot be read does not keep the others', () => {
  const text = ferdium([
    { id: 1, recipeId: 'discord', name: 'Fine', settings: '{"isMuted": tru' },
    null,
    [],
    'service',
    { id: 2, name: 'No kind' },
    { id: 3, recipeId: 'telegram', name: 'Fine too', settings: 'null' },
    { id: 1, recipeId: 'whatsapp', name: 'Same id' },
  ]);
  const made = plan(text);
  expect(made.services.map(({ name, left }) => [name, left])).toEqual([
    ['Fine', ['settings']],
    ['Fine too', ['settings']],
    ['Same id', []],
  ]);
  expect(made.refused.map(({ name, reason }) => [name, reason])).toEqual([
    ['', 'not-an-entry'],
    ['', 'not-an-entry'],
    ['', 'not-an-entry'],
    ['No kind', 'no-kind'],
  ]);
});

it('E12 there is room for so many, and the rest is told', () => {
  const many = Array.from({ length: 1001 }, (_, id) => ({ id, recipeId: 'discord', name: `D${id}` }));
  const made = plan(ferdium(many), { ...emptyPersisted, services: [aService('mine')] });
  expect(made.services).toHaveLength(999);
  expect(made.refused.map(({ name, reason }) => [name, reason])).toEqual([
    ['', 'too-many'],
    ['D999', 'too-many'],
  ]);
});

it('E2 nothing that is JSON, and nothing that is not, throws', () => {
  const entry = fc.dictionary(
    fc.constantFrom(
      'recipeId',
      'type',
      'name',
      'settings',
      'url',
      'services',
      'id',
      'serviceId',
      'order',
      'position',
    ),
    fc.oneof(fc.jsonValue(), fc.constant('discord'), fc.constant('{"team": {}}')),
  );
  const file = fc.oneof(
    fc.jsonValue(),
    fc.array(entry),
    fc.record({ services: fc.array(entry), workspaces: fc.array(entry) }),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        file.map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      (text) => {
        const parsed = parseImport(text);
        if (!parsed.ok) return;
        const made = planImport(parsed.data, emptyPersisted, known);
        const { services } = carryOut(made, everything(made), known, 0);
        expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
      },
    ),
  );
});
