import { expect, it } from 'vitest';
import { decidePressure, type MemoryFacts } from './decide-pressure';

const GB = 2 ** 30;
const pressed = (facts: Partial<MemoryFacts>): boolean =>
  decidePressure({
    machineBytes: 16 * GB,
    availableBytes: 8 * GB,
    stalledPercent: 0,
    wasPressed: false,
    ...facts,
  });

it.each<[string, Partial<MemoryFacts>, boolean]>([
  ['not with half of it free', {}, false],
  ['with less than a twelfth free', { availableBytes: 1.2 * GB }, true],
  ['not yet with a tenth', { availableBytes: 1.6 * GB }, false],
  ['still with a tenth', { availableBytes: 1.6 * GB, wasPressed: true }, true],
  ['no longer with an eighth', { availableBytes: 2 * GB, wasPressed: true }, false],
  ['when programs wait for memory', { stalledPercent: 15 }, true],
  ['not when they wait a little', { stalledPercent: 5 }, false],
  ['still when they wait a little', { stalledPercent: 5, wasPressed: true }, true],
  ['not where nothing says', { availableBytes: undefined, stalledPercent: undefined }, false],
  ['not where the machine does not say how large it is', { machineBytes: 0, availableBytes: 1 }, false],
])('Z32 a machine is short of memory: %s', (_, facts, expected) => {
  expect(pressed(facts)).toBe(expected);
});
