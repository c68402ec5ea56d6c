import { describe, expect, it } from 'vitest';
import type { ProcessRow } from '../../../electron/core/decide/to-process-rows';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { aService } from '../../../e2e/support/shell-fixtures';
import { asBefore, inOrder, pressColumn, toProcessLines, toProcessState } from './process-table';

const aRow = (serviceId: string, bytes: number | null, changes: Partial<ProcessRow> = {}): ProcessRow => ({
  of: { kind: 'service', serviceId },
  ...{ bytes, cpuPercent: 1, sinceMs: 5, isShared: false },
  ...changes,
});
const listOf = (...rows: readonly ProcessRow[]) => ({ rows, bytes: 0, cpuPercent: null });
const asleep = { kind: 'asleep', sinceMs: 7 } as const;

describe('the lines of the process view', () => {
  it('Z70 are one for each service that is on, asleep since it slept, and one for each part of Foyer', () => {
    const services = [
      aService('a', { name: 'Ann' }),
      aService('b', { name: 'Bob', load: asleep }),
      aService('off', { enabled: false }),
    ];
    const main = aRow('', 9, { of: { kind: 'part', part: 'main' } });
    const lines = toProcessLines(listOf(aRow('a', 3), main), services, (part) => `the ${part}`);
    expect(lines.services.map(({ name, bytes, sinceMs }) => [name, bytes, sinceMs])).toEqual([
      ['Ann', 3, 5],
      ['Bob', null, 7],
    ]);
    expect(lines.parts.map(({ name, bytes }) => [name, bytes])).toEqual([['the main', 9]]);
  });

  it.each<[Partial<ServiceProjection>, string]>([
    [{}, 'awake'],
    [{ isSleepAsked: true }, 'leaving'],
    [{ load: { kind: 'loading' } }, 'loading'],
    [{ load: { kind: 'loading' }, attempt: 2 }, 'failed'],
    [{ load: { kind: 'crashed', reason: 'oom', attempt: 1, retryAtMs: 0 } }, 'failed'],
    [{ load: { kind: 'hung', attempt: 0 } }, 'hung'],
    [{ load: asleep }, 'asleep'],
    [{ load: asleep, listening: 'live' }, 'listening'],
    [{ load: { kind: 'loading' }, isLookedAt: true }, 'asleep'],
  ])('Z70 of a service with %j it is said: %s', (changes, state) => {
    expect(toProcessState(aService('a', changes))).toBe(state);
  });

  const services = ['a', 'b', 'c'].map((id) => aService(id, { name: id.toUpperCase() }));
  const lines = toProcessLines(
    listOf(aRow('a', null), aRow('b', 2), aRow('c', 4)),
    services,
    String,
  ).services;
  const keysOf = (some: readonly { readonly key: string }[]): string => some.map(({ key }) => key).join('');

  it('Z74 stand in the order of a column, what is not known last', () => {
    expect(keysOf(inOrder(lines, { by: 'bytes', isDescending: true }, 'en'))).toBe('cba');
    expect(keysOf(inOrder(lines, { by: 'bytes', isDescending: false }, 'en'))).toBe('bca');
    expect(keysOf(inOrder(lines, { by: 'name', isDescending: true }, 'en'))).toBe('cba');
    expect(keysOf(inOrder(lines, { by: 'cpuPercent', isDescending: true }, 'en'))).toBe('abc');
  });

  it('Z74 keep their places while somebody is at them', () => {
    expect(keysOf(asBefore(lines, ['c', 'a']))).toBe('cab');
  });

  it('Z74 are turned round by another press; numbers begin with the largest', () => {
    const byName = pressColumn({ by: 'bytes', isDescending: true }, 'name');
    expect(byName).toEqual({ by: 'name', isDescending: false });
    expect(pressColumn(byName, 'name')).toEqual({ by: 'name', isDescending: true });
    expect(pressColumn(byName, 'cpuPercent')).toEqual({ by: 'cpuPercent', isDescending: true });
  });
});
